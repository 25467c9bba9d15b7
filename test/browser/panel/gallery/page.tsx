import { render } from 'preact';
import { chosenMode } from '#browser/frame/theme.js';
import { kindOf } from '#browser/panel/kinds.js';
import { drawnOf } from './given.js';
import { isMeasured } from './measured.js';
import { others } from './others.js';
import { rings } from './rings.js';
import { times } from './times.js';
import { values } from './values.js';

const began = performance.now();
const Gallery = () => (
  <main
    style={{
      display: 'flex',
      flexWrap: 'wrap',
      gap: '8px',
      padding: '8px',
      background: 'var(--background-canvas)',
    }}
  >
    {[...times, ...values, ...rings, ...others].map((shown) => {
      const drawn = drawnOf(shown);
      return (
        <section
          key={shown.id}
          id={shown.id}
          style={{
            padding: '0 8px 8px',
            border: '1px solid var(--border-weak)',
            background: 'var(--background-primary)',
            color: 'var(--text-primary)',
          }}
        >
          <h2 style={{ font: '500 14px/32px Inter, sans-serif', margin: 0 }}>{shown.title}</h2>
          {kindOf(shown.type)(drawn)}
        </section>
      );
    })}
  </main>
);

document.body.dataset.mode = chosenMode.get();
document.body.dataset.measured = String(isMeasured);
const root = document.getElementById('page');
if (root) render(<Gallery />, root);
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    document.body.dataset.drawn = String(Math.round(performance.now() - began));
  }),
);

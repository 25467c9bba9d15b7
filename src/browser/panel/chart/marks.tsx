import { dateTimeFormat } from '@grafana/data';
import { useState } from 'preact/hooks';
import { type Drawn, type Region } from '#browser/panel/contract.js';
import { type Inside } from './hover.js';
import { wholeMoment } from './moments.js';
import { Tip } from './tip.js';

interface MarkProps {
  readonly drawn: Drawn;
  readonly inside: Inside;
  readonly region: Region;
}

const momentsOf = ({ timeZone }: Drawn, { from, to }: Region): string => {
  const moment = (at: number) => dateTimeFormat(at, { timeZone, format: wholeMoment });
  return from === to ? moment(from) : `${moment(from)} – ${moment(to)}`;
};

const Mark = ({ drawn, inside, region }: MarkProps) => {
  const [place, setPlace] = useState<{ readonly x: number; readonly y: number } | undefined>();
  const share = (at: number) => Math.min(1, Math.max(0, (at - drawn.from) / (drawn.to - drawn.from)));
  const [start, end] = [share(region.from) * inside.width, share(region.to) * inside.width];
  const show = (event: { readonly currentTarget: Element }) => {
    const { x, y, width } = event.currentTarget.getBoundingClientRect();
    setPlace({ x: x + width / 2, y });
  };
  return (
    <button
      type="button"
      class="chart-mark"
      aria-label={`${region.title}: ${momentsOf(drawn, region)}. ${region.text}`}
      style={{
        left: `${inside.left + start}px`,
        top: `${inside.top + inside.height}px`,
        width: `${Math.max(6, end - start)}px`,
        background: region.colour,
      }}
      onMouseEnter={show}
      onFocus={show}
      onMouseLeave={() => setPlace(undefined)}
      onBlur={() => setPlace(undefined)}
    >
      {place && (
        <Tip theme={drawn.theme} {...place}>
          <div class="panel-tip-title">{region.title}</div>
          <div>{momentsOf(drawn, region)}</div>
          {region.text !== '' && <div>{region.text}</div>}
        </Tip>
      )}
    </button>
  );
};

/** The times that are marked, each with a bar below the plot that says what it is. */
export const Marks = ({ drawn, inside }: { readonly drawn: Drawn; readonly inside: Inside }) => (
  <>
    {drawn.regions
      .filter(({ from, to }) => to >= drawn.from && from <= drawn.to)
      .map((region) => (
        <Mark key={`${region.title} ${region.from}`} drawn={drawn} inside={inside} region={region} />
      ))}
  </>
);

import { type ComponentChildren } from 'preact';
import './box.css';
import { gridColour } from './colours.js';
import { type Drawn } from './contract.js';
import { tokensOf } from './tokens.js';

/** Colours of the theme, as the styles of panels name them. */
const variables = ({ theme }: Drawn) => ({
  ...Object.fromEntries(Object.entries(tokensOf(theme)).map(([name, colour]) => [`--panel-${name}`, colour])),
  '--panel-grid': gridColour(theme),
});

interface BoxProps {
  readonly drawn: Drawn;
  readonly class?: string;
  /** What a screen reader says in place of what is drawn. */
  readonly label?: string;
  /** A group where there is more to press than its picture. */
  readonly role?: 'img' | 'group';
  readonly children: ComponentChildren;
}

/** What every panel is drawn in: of the size that it has, in the theme's colours and letters. */
export const Box = ({ drawn, class: name = '', label, role = 'img', children }: BoxProps) => (
  <div
    class={`panel-box ${name}`}
    style={{
      width: `${drawn.width}px`,
      height: `${drawn.height}px`,
      fontFamily: drawn.theme.typography.fontFamily,
      ...variables(drawn),
    }}
    {...(label !== undefined && { role, 'aria-label': label })}
  >
    {children}
  </div>
);

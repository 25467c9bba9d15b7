import { type ComponentChildren } from 'preact';
import { createPortal } from 'preact/compat';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type GrafanaTheme2 } from '@grafana/data';
import { tokensOf } from '#browser/panel/tokens.js';
import './tip.css';

interface TipProps {
  readonly theme: GrafanaTheme2;
  /** Pixels in the window, beside which it stands. */
  readonly x: number;
  readonly y: number;
  readonly children: ComponentChildren;
}

const away = 12;

/** A box beside a place, inside the window, and in nobody's way. */
export const Tip = ({ theme, x, y, children }: TipProps) => {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { offsetWidth: width = 0, offsetHeight: height = 0 } = box.current ?? {};
    if (width !== size.width || height !== size.height) setSize({ width, height });
  });
  const left = x + away + size.width > window.innerWidth ? x - away - size.width : x + away;
  const top = Math.min(y + away, window.innerHeight - size.height - 4);
  const { raised, text, strong, weak, border } = tokensOf(theme);
  return createPortal(
    <div
      ref={box}
      class="panel-tip"
      style={{
        transform: `translate(${Math.max(4, Math.round(left))}px, ${Math.max(4, Math.round(top))}px)`,
        background: raised,
        color: text,
        borderColor: strong,
        boxShadow: theme.shadows.z3,
        fontFamily: theme.typography.fontFamily,
        '--panel-weak': weak,
        '--panel-border': border,
      }}
    >
      {children}
    </div>,
    document.body,
  );
};

interface TipRow {
  readonly name: string;
  readonly colour?: string;
  readonly text: string;
  readonly isNear?: boolean;
}

/** Names with their values. */
export const TipRows = ({ rows }: { readonly rows: readonly TipRow[] }) => (
  <table>
    <tbody>
      {rows.map(({ name, colour, text, isNear = false }, index) => (
        <tr key={`${index} ${name}`} data-near={isNear}>
          <td>
            {colour !== undefined && <span class="panel-tip-swatch" style={{ background: colour }} />}
            {name}
          </td>
          <td>{text}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

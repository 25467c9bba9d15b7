import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Tip, TipRows } from '#browser/panel/chart/tip.js';
import { readableOn } from '#browser/panel/colours.js';
import { type Drawn } from '#browser/panel/contract.js';
import { middleOf, ringPath } from '#browser/panel/round/arc.js';
import { tokensOf } from '#browser/panel/tokens.js';
import { type Piece } from './items.js';

interface DiscProps {
  readonly drawn: Drawn;
  readonly pieces: readonly Piece[];
  readonly isDonut: boolean;
  /** What is written on a part: `percent`, `name`, `value`. */
  readonly labels: readonly string[];
  readonly tip: 'single' | 'multi' | 'none';
}

interface Over {
  readonly piece: Piece;
  readonly x: number;
  readonly y: number;
}

const labelOf = ({ name, text, percent }: Piece, labels: readonly string[]): readonly string[] => [
  ...(labels.includes('name') ? [name] : []),
  ...(labels.includes('value') ? [text] : []),
  ...(labels.includes('percent') ? [percent] : []),
];

/** The disc of a pie, or its ring, in the room that is left for it. */
export const Disc = ({ drawn: { theme }, pieces, isDonut, labels, tip }: DiscProps) => {
  const host = useRef<HTMLDivElement>(null);
  const [{ width, height }, setSize] = useState({ width: 0, height: 0 });
  const [over, setOver] = useState<Over>();
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  const outer = Math.max(0, Math.min(width, height) / 2 - 4);
  const place = { x: width / 2, y: height / 2, outer, inner: isDonut ? outer * 0.6 : 0 };
  const listed = tip === 'single' ? pieces.filter((piece) => piece === over?.piece) : pieces;
  return (
    <div ref={host} class="pie-host">
      <svg width={width} height={height}>
        {pieces.map((piece) => {
          const ring = { ...place, ...piece.slice };
          const said = labelOf(piece, labels);
          const [x, y] = middleOf(ring);
          if (piece.slice.share === 0 || outer < 8) return null;
          const show = (event: MouseEvent) => setOver({ piece, x: event.clientX, y: event.clientY });
          return (
            <g key={piece.name} data-slice={piece.name}>
              <path
                class="pie-slice"
                d={ringPath(ring)}
                fill={piece.colour}
                stroke={tokensOf(theme).surface}
                stroke-width={pieces.length > 1 ? 1 : 0}
                opacity={over && over.piece.name !== piece.name ? 0.6 : 1}
                onMouseMove={show}
                onMouseLeave={() => setOver(undefined)}
              />
              {piece.slice.share > 0.04 &&
                said.map((text, index) => (
                  <text
                    key={text}
                    class="pie-label"
                    x={x}
                    y={y + 4 + (index - (said.length - 1) / 2) * 14}
                    text-anchor="middle"
                    fill={readableOn(theme, piece.colour)}
                  >
                    {text}
                  </text>
                ))}
            </g>
          );
        })}
      </svg>
      {over && tip !== 'none' && (
        <Tip theme={theme} x={over.x} y={over.y}>
          <TipRows
            rows={listed.map((piece) => ({
              name: piece.name,
              colour: piece.colour,
              text: `${piece.text} (${piece.percent})`,
              isNear: piece.name === over.piece.name,
            }))}
          />
        </Tip>
      )}
    </div>
  );
};

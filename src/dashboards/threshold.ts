import type { Fault } from '#ground/fault.js';
import type { ComparisonOperator } from '#promql/expr/ast.js';
import { humanize } from '#promql/unit/humanize.js';
import type { Limit } from '#promql/unit/limit.js';
import type { ThresholdsModel } from './model.js';

/** Yellow asks for a look, red for somebody now. */
export const limitColors = ['yellow', 'red'] as const;
export type LimitColor = (typeof limitColors)[number];

/** A limit as a panel draws it: from here on, in this direction, values are shown in this colour. */
export interface Line {
  readonly color: LimitColor;
  readonly operator: ComparisonOperator;
  readonly limit: Limit;
}

/** Values from `from` up to, not including, `to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The least number above zero that is worth telling from it; Grafana compares a threshold with `>=`. */
const barelyMore = 1e-9;
// Only at zero is the difference between > and >= seen: no errors are not some errors.
const justOver = (value: number): number => (value === 0 ? barelyMore : value);

/** The values at which a line's condition holds; `undefined` if they are no single span. */
const spanOf = ({ operator, limit: { value, unit } }: Line): Span | undefined => {
  switch (operator) {
    case '>':
      return { from: justOver(value), to: Infinity };
    case '>=':
      return { from: value, to: Infinity };
    case '<':
      return { from: -Infinity, to: value };
    case '<=':
      return { from: -Infinity, to: justOver(value) };
    case '==':
      if (value === 0) return { from: -Infinity, to: barelyMore };
      return unit === 'boolean' ? { from: value, to: Infinity } : undefined;
    case '!=':
      if (value === 0) return { from: barelyMore, to: Infinity };
      return unit === 'boolean' ? { from: -Infinity, to: value } : undefined;
  }
};

/** Why a line cannot be drawn, and what to write instead. */
export const lineFaults = (lines: readonly Line[]): readonly Fault[] => [
  ...lines
    .filter((line) => !spanOf(line))
    .map((line) => ({
      where: '',
      what: written(line),
      code: 'limit-is-no-line' as const,
      why: `'${written(line)}' is a point and no line, so it cannot be drawn`,
      cure: 'compare with >, >=, < or <=',
    })),
  ...lines
    .filter(({ color }) => color === 'yellow')
    .flatMap((yellow) => {
      const red = lines.find((line) => line.color === 'red' && hides(line, yellow));
      return red
        ? [
            {
              where: '',
              what: written(yellow),
              code: 'limit-hidden' as const,
              why: `yellow at '${written(yellow)}' is never seen, for red begins at '${written(red)}'`,
              cure: 'let yellow begin before red',
            },
          ]
        : [];
    }),
];

const written = ({ operator, limit }: Line): string => `${operator} ${humanize(limit)}`;

/** Whether one line's colour is shown wherever the other's condition holds, and begins before it. */
const hides = (line: Line, other: Line): boolean => {
  const [outer, inner] = [spanOf(line), spanOf(other)];
  if (!outer || !inner) return false;
  return (
    outer.from <= inner.from && inner.to <= outer.to && (outer.from !== inner.from || outer.to !== inner.to)
  );
};

const contains = ({ from, to }: Span, value: number): boolean => from <= value && value < to;

/**
 * Grafana's steps for these lines, ascending, each from its value on; the first is what lies below all of them.
 * Where several hold, red wins.
 *
 * @param good the colour of values at which none holds
 */
export const steps = (lines: readonly Line[], good: string): ThresholdsModel['steps'] => {
  const spans = lines.flatMap((line) => {
    const span = spanOf(line);
    return span ? [{ ...span, color: line.color }] : [];
  });
  const colorAt = (value: number): string => {
    const holding = spans.filter((span) => contains(span, value)).map(({ color }) => color);
    return holding.includes('red') ? 'red' : (holding[0] ?? good);
  };
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const all = [
    { value: null, color: colorAt(-Infinity) },
    ...edges.map((value) => ({ value, color: colorAt(value) })),
  ];
  return all.filter(({ color }, i) => color !== all[i - 1]?.color);
};

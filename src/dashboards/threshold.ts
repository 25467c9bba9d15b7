import type { Fault } from '#ground/fault.js';
import type { ComparisonOperator } from '#promql/expr/ast.js';
import { humanize } from '#promql/unit/humanize.js';
import type { Limit } from '#promql/unit/limit.js';
import type { ThresholdsModel } from './model.js';

/** The colours of limits, the gravest first: red asks for somebody now, yellow for a look, blue for nobody. */
const limitColors = ['red', 'yellow', 'blue'] as const;
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
const spanOf = ({ operator, limit: { value, unit } }: Pick<Line, 'operator' | 'limit'>): Span | undefined => {
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

/** Whether a limit divides more from less; `== 5` is a point. */
export const isLine = (line: Pick<Line, 'operator' | 'limit'>): boolean => spanOf(line) !== undefined;

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
  ...lines.flatMap((milder) => {
    const graver = lines.find((line) => isGraver(line, milder) && hides(line, milder));
    return graver
      ? [
          {
            where: '',
            what: written(milder),
            code: 'limit-hidden' as const,
            why: `${milder.color} at '${written(milder)}' is never seen, for ${graver.color} begins at '${written(graver)}'`,
            cure: `let ${milder.color} begin before ${graver.color}`,
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

const isGraver = (line: Line, other: Line): boolean =>
  limitColors.indexOf(line.color) < limitColors.indexOf(other.color);

const contains = ({ from, to }: Span, value: number): boolean => from <= value && value < to;

/**
 * Grafana's steps for these lines, ascending, each from its value on; the first is what lies below all of them.
 * Where several hold, the gravest wins.
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
    return limitColors.find((color) => holding.includes(color)) ?? good;
  };
  // Of two limits in one colour each has its line.
  const isLimit = (value: number, color: string, before: string): boolean =>
    spans.some(
      (span) => (span.from === value && span.color === color) || (span.to === value && span.color === before),
    );
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const all = [
    { value: null, color: colorAt(-Infinity) },
    ...edges.map((value) => ({ value, color: colorAt(value) })),
  ];
  return all.filter(({ value, color }, i) => {
    const before = all[i - 1]?.color;
    return before === undefined || value === null || color !== before || isLimit(value, color, before);
  });
};

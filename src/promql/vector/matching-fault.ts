import { oneOf } from '#ground/shape.js';
import { type Fault, below } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { type BinaryOperator, comparisonOperators, isSetOperator } from '#promql/expr/ast.js';
import type { AnyMatching } from './matching.js';

type Labels = readonly string[];

const less = (labels: Labels, others: Labels): Labels => labels.filter((label) => !others.includes(label));

/** The labels of a side by which it is matched. */
const matchedBy = ({ type, labels }: AnyMatching, side: Labels): Labels =>
  type === 'on' ? labels : less(side, labels);

const lacking = (side: string, labels: Labels, had: Labels, what: string): readonly Fault[] =>
  labels.map((label) => ({
    where: '',
    what: label,
    code: 'no-such-label',
    why: `the ${side} has no label '${label}' ${what}`,
    cure: had.length > 0 ? instead(label, had) : 'it has none',
  }));

const unignored = ({ type, labels }: AnyMatching, had: Labels): readonly Fault[] =>
  type === 'ignoring'
    ? less(labels, had).map((label) => ({
        where: '',
        what: label,
        code: 'no-such-label',
        why: `neither side has a label '${label}' to ignore`,
        cure: had.length > 0 ? instead(label, had) : 'leave it out',
      }))
    : [];

/** Why two sides of these labels are not joined so: what the types `Joins` and `Meets` refuse, where types were put aside. */
export const matchingFaults = (
  operator: BinaryOperator,
  left: Labels,
  right: Labels,
  matching: AnyMatching,
): readonly Fault[] => {
  const all = [...new Set([...left, ...right])];
  const sides = oneOf(['on', 'ignoring'])('type', matching.type);
  if (sides.length > 0) return below('matching', sides);
  if (isSetOperator(operator)) {
    const by = matchedBy(matching, all);
    return [
      ...lacking('left side', less(by, left), left, 'to match by'),
      ...lacking('right side', less(by, right), right, 'to match by'),
      ...unignored(matching, all),
    ];
  }
  const { side, include = [] } = matching;
  if (side === undefined)
    return [
      {
        where: '',
        what: '',
        code: 'many-to-many',
        why: 'it does not say which side has many series for one of the other',
        cure: 'write on(…).groupLeft() or on(…).groupRight()',
      },
    ];
  const [many, one] = side === 'left' ? [left, right] : [right, left];
  return [
    ...lacking('side of many series', less(matchedBy(matching, one), many), many, 'to match by'),
    ...lacking('side of one series', less(matchedBy(matching, many), one), one, 'to match by'),
    ...less(one, [...matchedBy(matching, one), ...include]).map((label) => ({
      where: '',
      what: label,
      code: 'many-to-many' as const,
      why: `the side of one series also differs in '${label}'`,
      cure: 'match by it, or aggregate it away',
    })),
    ...lacking('side of one series', less(include, one), one, 'to bring along'),
    ...unignored(matching, all),
  ];
};

/** An operator by which nothing is compared. */
export const comparisonFaults = (operator: string): readonly Fault[] =>
  oneOf(comparisonOperators)('operator', operator);

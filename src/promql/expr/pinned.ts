import type { LabelMatcher } from '#promql/metric/match.js';
import { type Aggregation, type Binary, type Call, type Expr, type Selector, isSetOperator } from './ast.js';
import { withChildren } from './child.js';
import { isScalar } from './scalar.js';

/** Labels with the one value that each is to have: `{ cluster: 'seoul' }`. */
export type Pins = Readonly<Record<string, string>>;

/** Whether the series of an expression carry labels that only what is read has: all of them, none, or some. */
type Carried = 'all' | 'none' | 'some';

const pinnedSelector = (selector: Selector, pins: Pins): Selector => {
  const isThere = ({ label, operator, value }: LabelMatcher): boolean =>
    operator === '=' && pins[label] === value;
  return {
    ...selector,
    matchers: [
      ...Object.entries(pins).map(([label, value]): LabelMatcher => ({ label, operator: '=', value })),
      ...selector.matchers.filter((matcher) => !isThere(matcher)),
    ],
  };
};

const keepsSeries = ['topk', 'bottomk', 'limitk', 'limit_ratio'];

const ofAggregation = ({ operator, expr, grouping }: Aggregation, labels: readonly string[]): Carried => {
  if (keepsSeries.includes(operator)) return carried(expr, labels);
  const named = labels.filter((label) => grouping?.labels.includes(label));
  if (grouping?.type === 'without' && named.length === 0) return carried(expr, labels);
  return named.length === 0 || grouping?.type === 'without' ? 'none' : 'some';
};

const ofCall = ({ function: name, args }: Call, labels: readonly string[]): Carried => {
  if (name === 'vector' || name === 'scalar') return 'none';
  const vector = args.find((arg) => !isScalar(arg) && arg.type !== 'string');
  // What is absent has the labels that its selector fixes, which these are; of more than a selector it has none.
  if (name === 'absent' || name === 'absent_over_time')
    return vector?.type === 'selector' || vector?.type === 'range' ? 'all' : 'none';
  return vector ? carried(vector, labels) : 'none';
};

const ofBinary = ({ operator, left, right, matching }: Binary, labels: readonly string[]): Carried => {
  if (isScalar(left)) return carried(right, labels);
  if (isScalar(right)) return carried(left, labels);
  const [one, other] = [carried(left, labels), carried(right, labels)];
  if (operator === 'or') return one === other ? one : 'some';
  if (isSetOperator(operator)) return one;
  if (matching?.group) return matching.group.side === 'left' ? one : other;
  if (one !== other) return 'none';
  return matching?.type === 'on' && one === 'all' ? 'none' : one;
};

const carried = (expr: Expr, labels: readonly string[]): Carried => {
  switch (expr.type) {
    case 'number':
    case 'string':
      return 'none';
    case 'selector':
    case 'range':
      return 'all';
    case 'subquery':
    case 'negation':
      return carried(expr.expr, labels);
    case 'call':
      return ofCall(expr, labels);
    case 'aggregation':
      return ofAggregation(expr, labels);
    case 'binary':
      return ofBinary(expr, labels);
  }
};

/** The sides find each other by what they have both, as they did before the labels were there. */
const matchedWithout = (expr: Binary, labels: readonly string[]): Binary => {
  const { left, right, matching } = expr;
  if (isScalar(left) || isScalar(right) || matching?.type === 'on') return expr;
  const [one, other] = [carried(left, labels), carried(right, labels)];
  if (one === other && one !== 'some') return expr;
  const ignored = matching?.labels ?? [];
  const more = labels.filter((label) => !ignored.includes(label));
  return { ...expr, matching: { ...matching, type: 'ignoring', labels: [...ignored, ...more] } };
};

/**
 * The same expression where series of several places lie together: it reads those alone that have these labels, and gives what it gave where the
 * labels were not yet there. Where one side of an operator has them and the other, which was summed up, has not, they are left out of account.
 */
export const pinned = (expr: Expr, pins: Pins): Expr => {
  const labels = Object.keys(pins);
  if (labels.length === 0) return expr;
  if (expr.type === 'selector') return pinnedSelector(expr, pins);
  const inside = withChildren(expr, (child) => pinned(child, pins));
  return inside.type === 'binary' ? matchedWithout(inside, labels) : inside;
};

import type { Binary, Expr, Selector } from './ast.js';
import { scrapedSelectors } from './recorded.js';

/**
 * Whether what is declared says that a divisor is 0 at times while what it divides is not: its gauges have a range, which holds 0, or its
 * counters stand still. Of a gauge without a range nobody knows; and where two counters tell of one thing by their names, as
 * `…_sends_failed_total` and `…_sends_total` do, one mostly counts a part of what the other counts.
 */
export const isDeclaredZero = ({ left, right }: Pick<Binary, 'left' | 'right'>): boolean => {
  const [dividend, divisor] = [scrapedSelectors(left), scrapedSelectors(right)];
  const isFlow = [...dividend, ...divisor].every(isCounter) && dividend.length > 0 && divisor.length > 0;
  return isFlow
    ? !divisor.every((each) => dividend.some((other) => areOfOneThing(each, other)))
    : divisor.every(isBounded) && !isDifference(right);
};

const isCounter = ({ metric }: Selector): boolean => metric.kind === 'counter';
const isBounded = ({ metric }: Selector): boolean =>
  isCounterOrBoolean(metric.kind, metric.unit) || metric.range !== undefined;
const isCounterOrBoolean = (kind: string, unit: string): boolean => kind === 'counter' || unit === 'boolean';

/** Two counters, of other observations, whose names begin with the same two words: the program's, and the thing's. */
const areOfOneThing = ({ metric: one }: Selector, { metric: other }: Selector): boolean =>
  (one.family ?? one.name) !== (other.family ?? other.name) && thing(one.name) === thing(other.name);
const thing = (name: string): string => name.split(/[_:]/).slice(0, 2).join('_');

/** What is left of one thing beside another is 0 only where both are the same, of which no range tells. */
const isDifference = (expr: Expr): boolean =>
  expr.type === 'binary'
    ? expr.operator === '-' || isDifference(expr.left) || isDifference(expr.right)
    : expr.type === 'aggregation' && isDifference(expr.expr);

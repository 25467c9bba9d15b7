import type { Binary, Expr, Selector } from './ast.js';
import { scrapedSelectors } from './recorded.js';

/**
 * Whether what is declared says that a divisor is 0 at times while what it divides is not: its gauges have a range, which holds 0, or its
 * counters stand still. Of a gauge without a range nobody knows, and where one counter is divided by another, what the one counts mostly
 * happens to what the other does.
 */
export const isDeclaredZero = ({ left, right }: Pick<Binary, 'left' | 'right'>): boolean => {
  const [dividend, divisor] = [scrapedSelectors(left), scrapedSelectors(right)];
  const isFlow = [...dividend, ...divisor].every(isCounter) && dividend.length > 0 && divisor.length > 0;
  return isFlow ? !areStrangers(dividend, divisor) : divisor.every(isBounded) && !isDifference(right);
};

const isCounter = ({ metric }: Selector): boolean => metric.kind === 'counter';
const isBounded = ({ metric }: Selector): boolean =>
  isCounterOrBoolean(metric.kind, metric.unit) || metric.range !== undefined;
const isCounterOrBoolean = (kind: string, unit: string): boolean => kind === 'counter' || unit === 'boolean';

/** Counters of which none is, or comes from, what the others are. */
const areStrangers = (some: readonly Selector[], others: readonly Selector[]): boolean => {
  const names = new Set(some.map(familyOf));
  return others.every((each) => !names.has(familyOf(each)));
};
const familyOf = ({ metric: { family, name } }: Selector): string => family ?? name;

/** What is left of one thing beside another is 0 only where both are the same, of which no range tells. */
const isDifference = (expr: Expr): boolean =>
  expr.type === 'binary'
    ? expr.operator === '-' || isDifference(expr.left) || isDifference(expr.right)
    : expr.type === 'aggregation' && isDifference(expr.expr);

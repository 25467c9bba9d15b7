import { rememberedForAWhile } from '#ground/remembered.js';
import { type Expr, type Selector, children, selectors } from './ast.js';

/** An expression and, of every recorded metric that it reads, the expression that is recorded; each once. */
export const unfolded: (expr: Expr) => readonly Expr[] = rememberedForAWhile((expr) => {
  const found = new Set([expr]);
  // What is added on the way is visited too.
  for (const each of found)
    for (const { metric } of selectors(each)) if (metric.recorded) found.add(metric.recorded);
  return [...found];
});

/** Every selector of scraped series that an expression reads, by itself or through what is recorded. */
export const scrapedSelectors: (expr: Expr) => readonly Selector[] = rememberedForAWhile((expr) =>
  unfolded(expr)
    .flatMap(selectors)
    .filter(({ metric }) => !metric.recorded),
);

/** Whether it is only asked whether a metric has any series, whoever's: `group(x)`, `absent(x)`. Its value is nobody's. */
const asksForAny = (expr: Expr): boolean =>
  ((expr.type === 'aggregation' && expr.operator === 'group' && !expr.grouping) ||
    (expr.type === 'call' && expr.function.startsWith('absent'))) &&
  selectors(expr).every(({ matchers }) => matchers.length === 0);

/** Every selector of an expression, but for those by which it is only asked whether a metric has any series. */
export const ownSelectors = (expr: Expr): readonly Selector[] => {
  if (expr.type === 'selector') return [expr];
  return asksForAny(expr) ? [] : children(expr).flatMap(ownSelectors);
};

/** The same, but for those by which it is only asked whether a metric has any series, whoever's they may be. */
export const valuedSelectors: (expr: Expr) => readonly Selector[] = rememberedForAWhile((expr) =>
  unfolded(expr)
    .flatMap(ownSelectors)
    .filter(({ metric }) => !metric.recorded),
);

import { type Expr, type Selector, selectors } from './ast.js';

/** An expression and, of every recorded metric that it reads, the expression that is recorded; each once. */
export const unfolded = (expr: Expr): readonly Expr[] => {
  const found = new Set([expr]);
  // What is added on the way is visited too.
  for (const each of found)
    for (const { metric } of selectors(each)) if (metric.recorded) found.add(metric.recorded);
  return [...found];
};

/** Every selector of scraped series that an expression reads, by itself or through what is recorded. */
export const scrapedSelectors = (expr: Expr): readonly Selector[] =>
  unfolded(expr)
    .flatMap(selectors)
    .filter(({ metric }) => !metric.recorded);

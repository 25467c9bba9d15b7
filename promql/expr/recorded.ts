import { type Expr, type Selector, selectors } from './ast.js';

/** An expression and, of every recorded metric that it reads, the expression that is recorded, from the outside in. */
export function* unfolded(expr: Expr): Generator<Expr> {
  yield expr;
  for (const { metric } of selectors(expr)) if (metric.recorded) yield* unfolded(metric.recorded);
}

/** Every selector of scraped series that an expression reads, by itself or through what is recorded. */
export const scrapedSelectors = (expr: Expr): readonly Selector[] =>
  [...unfolded(expr)].flatMap(selectors).filter(({ metric }) => !metric.recorded);

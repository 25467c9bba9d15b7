import { type Expr, type Selector, selectors, walk } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import type { Exported } from '#rules/against/exported.js';
import { type Missing, missingOf } from '#rules/against/missing.js';
import type { Finding } from '#rules/finding.js';
import { emptyBy } from './empty.js';

/** Selectors of which it is asked whether they are there. */
const askedWhether = (expr: Expr): ReadonlySet<Selector> =>
  new Set(
    [...walk(expr)].flatMap((each) =>
      each.type === 'call' && each.function.startsWith('absent') ? selectors(each) : [],
    ),
  );

/**
 * What an alert reads and nothing exports. Where the whole expression is empty for it the alert cannot fire; else a part of it is idle. It is
 * a fact where all is seen that there is.
 *
 * @param recorded The names that rules record.
 */
export const withoutProducer = (
  expr: Expr,
  exported: Exported,
  recorded: ReadonlySet<string>,
): readonly Finding[] => {
  const missing = (selector: Selector): Missing | undefined => missingOf(selector, exported, recorded);
  const cause = emptyBy(expr, (selector) => missing(selector) !== undefined);
  const whole = cause && (missing(cause) ?? behind(cause, missing));
  if (cause && whole) return [findingOf(cause, whole, 'so it cannot fire')];
  const asked = askedWhether(expr);
  const idle = selectors(expr).filter((each) => !asked.has(each));
  const told = new Map(
    idle.flatMap((each) => {
      const found = missing(each);
      return found ? [[found.why, findingOf(each, found, 'so this part of it is idle')]] : [];
    }),
  );
  return [...told.values()];
};

/** What is missing of what a recording rule reads. */
const behind = (
  { metric }: Selector,
  missing: (selector: Selector) => Missing | undefined,
): Missing | undefined => {
  const inner = metric.recorded && emptyBy(metric.recorded, (each) => missing(each) !== undefined);
  return inner && (missing(inner) ?? behind(inner, missing));
};

const findingOf = (blame: Selector, { why, cure, isSure }: Missing, so: string): Finding => ({
  kind: 'no producer',
  certainty: isSure ? 'fact' : 'guess',
  blame,
  why: `'${inline(blame)}' finds nothing: ${why}, ${so}`,
  cure,
});

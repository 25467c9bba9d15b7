import { byKey } from '#ground/by-key.js';
import { rememberedForAWhile } from '#ground/remembered.js';
import { type Expr, selectors } from '#promql/expr/ast.js';

/** The labels by which a panel follows the reader's choice, where an alert names its values. */
const chosenLabels: (expr: Expr) => readonly string[] = rememberedForAWhile((expr) =>
  [
    ...new Set(
      selectors(expr).flatMap(({ matchers }) =>
        matchers.filter(({ value }) => value.startsWith('$')).map(({ label }) => label),
      ),
    ),
  ].sort(),
);

const isZero = (expr: Expr): boolean => expr.type === 'number' && expr.value === 0;

/** What stands in for nothing: `… * 0`. */
const standsIn = (expr: Expr): boolean =>
  expr.type === 'binary' && expr.operator === '*' && isZero(expr.right);

/** Which of its series a panel shows: `… and topk(10, …)`. */
const isChoice = (expr: Expr): boolean =>
  expr.type === 'aggregation' && /^(topk|bottomk)$/.test(expr.operator);

/**
 * The same where there is something: without the 0 that stands in for nothing, without what keeps 0 out, and without the choice of the
 * greatest of its series.
 */
const bare = (expr: Expr): Expr => {
  if (expr?.type !== 'binary') return expr;
  const { operator, left, right } = expr;
  const isBeside =
    (operator === 'or' && standsIn(right)) ||
    (operator === '>' && isZero(right)) ||
    (operator === 'and' && isChoice(right));
  return isBeside ? bare(left) : expr;
};

/**
 * What an expression measures, as text to compare: wherever it is measured, and however far back a rate looks, for
 * that is per second in any window.
 */
const measured = (expr: Expr, anywhere: readonly string[]): string => {
  const known = measures(expr);
  const key = anywhere.join();
  const before = known.get(key);
  if (before !== undefined) return before;
  const text = measureText(expr, anywhere);
  known.set(key, text);
  return text;
};

/** What is known already of an expression, by those labels: its alert is held against every panel of every dashboard. */
const measures = rememberedForAWhile<Expr, Map<string, string>>(() => new Map());

const measureText = (expr: Expr, anywhere: readonly string[]): string => {
  const inside = (given: Expr): unknown => {
    const node = bare(given);
    switch (node?.type) {
      case 'selector': {
        const matchers = node.matchers.filter(({ label }) => !anywhere.includes(label));
        return { ...node, metric: node.metric.name, matchers };
      }
      case 'range':
        return { ...node, selector: inside(node.selector) };
      case 'call': {
        const isRate = node.function === 'rate' || node.function === 'irate';
        const args = node.args.map((arg) => inside(isRate && arg.type === 'range' ? arg.selector : arg));
        return { ...node, args };
      }
      case 'aggregation':
        return { ...node, parameter: node.parameter && inside(node.parameter), expr: inside(node.expr) };
      case 'binary':
        return { ...node, left: inside(node.left), right: inside(node.right) };
      case 'subquery':
      case 'negation':
        return { ...node, expr: inside(node.expr) };
      default:
        return node;
    }
  };
  return JSON.stringify(inside(expr));
};

/**
 * A signal without what says when it counts: `… unless …` and `… and …` leave series out, and change the values of none.
 */
export const unconditional = (signal: Expr): Expr =>
  signal.type === 'binary' && (signal.operator === 'unless' || signal.operator === 'and')
    ? unconditional(signal.left)
    : signal;

/**
 * Which of these things measure what an expression shows. What they measure is worked out once for each choice of the reader's,
 * not for each panel: a dashboard may have tens of both.
 *
 * @param signalsOf What each of them measures, in one form or in several.
 */
export const measuring = <T>(
  things: readonly T[],
  signalsOf: (thing: T) => readonly Expr[],
): ((expr: Expr) => readonly T[]) => {
  const byChoice = new Map<string, ReadonlyMap<string, readonly T[]>>();
  const all = things.flatMap((thing) => signalsOf(thing).map((signal) => ({ thing, signal })));
  const byMeasure = (anywhere: readonly string[]): ReadonlyMap<string, readonly T[]> => {
    const key = anywhere.join();
    const known = byChoice.get(key);
    if (known) return known;
    const found = new Map(
      [...byKey(all, ({ signal }) => measured(signal, anywhere))].map(([measure, same]) => [
        measure,
        [...new Set(same.map(({ thing }) => thing))],
      ]),
    );
    byChoice.set(key, found);
    return found;
  };
  return (expr) => {
    const anywhere = chosenLabels(expr);
    return byMeasure(anywhere).get(measured(expr, anywhere)) ?? [];
  };
};

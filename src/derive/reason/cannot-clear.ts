import type { Asked } from '#derive/derivation.js';
import {
  type Binary,
  type Expr,
  type MetricInfo,
  isComparison,
  isSetOperator,
  selectors,
  walk,
} from '#promql/expr/ast.js';
import { countersCompared } from '#promql/expr/compared-counter.js';
import { inline } from '#promql/expr/inline.js';
import { isScalar } from '#promql/expr/scalar.js';
import type { Weakness } from './weakness.js';

/** Why an alert goes on firing once it does: a counter that is compared as it stands, a comparison that keeps every series. */
export const cannotClear = (asked: Asked): readonly Weakness[] => [
  ...keepsAll(asked),
  ...comparedAsTheyStand(asked),
];

/** Whether `bool` makes what an expression says: 0 and 1 of every series, each of which fires. */
const isOfBool = (expr: Expr): boolean => {
  if (expr.type !== 'binary' || isScalar(expr)) return false;
  const { operator, left, right, bool } = expr;
  if (isComparison(operator)) return bool === true;
  return !isSetOperator(operator) && [left, right].some(isOfBool);
};

const keepsAll = ({ expr }: Asked): readonly Weakness[] =>
  isOfBool(expr)
    ? [
        {
          kind: 'cannot clear',
          certainty: 'fact',
          blame: expr,
          why: `'${inline(expr)}' keeps every series, with 0 where it does not hold, so it fires for as long as they are there`,
          cure: 'leave out bool, or compare the result: == 1',
        },
      ]
    : [];

/** Names of parts of histograms and summaries also end other names: `pods_count` is no counter. */
const isCounter = ({ name, kind, family }: MetricInfo): boolean =>
  kind === 'counter' && (family !== undefined || !/_(count|sum)$/.test(name));

/** The comparisons of counters by which a condition never ends, whatever else it asks for. */
const endless = (expr: Expr): readonly Binary[] => {
  if (expr.type === 'aggregation') return endless(expr.expr);
  if (expr.type !== 'binary') return [];
  const { operator, left, right } = expr;
  if (operator === 'or') return [...endless(left), ...endless(right)];
  if (operator === 'and') return endless(right).length > 0 ? endless(left) : [];
  return countersCompared(expr).filter((each) => each === expr);
};

const isOfQuantile = (expr: Expr): boolean =>
  [...walk(expr)].some((each) => each.type === 'call' && each.function === 'histogram_quantile');

const comparedAsTheyStand = ({ expr, declared = new Set() }: Asked): readonly Weakness[] =>
  endless(expr)
    .filter(({ left }) => selectors(left).some(({ metric }) => isCounter(metric)))
    .map((each): Weakness => {
      const isDeclared = selectors(each.left).every(({ metric }) => declared.has(metric.name));
      const names = [...new Set(selectors(each.left).map(({ metric }) => metric.name))].join(', ');
      return {
        kind: 'cannot clear',
        certainty: isDeclared ? 'fact' : 'guess',
        blame: each,
        why: `'${inline(each)}' ${isOfQuantile(each) ? 'reads all that was observed since a restart, so it fires long after that is over' : 'compares a counter as it stands, which only grows, so it fires until a restart'}${isDeclared ? '' : `, if ${names} is the counter that it is taken for`}`,
        cure: isOfQuantile(each) ? 'read the quantile of a rate' : 'compare its increase or its rate',
      };
    });

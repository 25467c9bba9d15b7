import { type Fault, distinctReasons } from '#ground/fault.js';
import { type Call, type Expr, isSetOperator, selectors, walk } from '#promql/expr/ast.js';
import { boundsOf } from '#promql/expr/bounds.js';
import { isFilter, opposite } from '#promql/expr/comparison.js';
import { comparedCounters } from '#promql/expr/compared-counter.js';
import { defects } from '#promql/expr/defect.js';
import { reaches } from '#promql/expr/never-held.js';
import { print } from '#promql/expr/print.js';
import { unfolded } from '#promql/expr/recorded.js';
import { humanize } from '#promql/unit/humanize.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Compared, RuleFacts } from '#alerts/rule/rule.js';
import { infiniteFaults } from './infinite.js';

/** A condition that never holds, or always does. */
export const conditionFaults = (rule: RuleFacts): readonly Fault[] => [
  ...unreachableOnce(comparedIn(rule)),
  ...infiniteFaults(rule),
  ...meaningless(rule),
  ...(rule.counted ? [] : comparedIn(rule).flatMap(madeUp)),
];

/** What a rule compares: nothing where its signal tells by being there. */
const comparedIn = ({ condition, counted }: RuleFacts): readonly Compared[] => [
  ...(condition.limit === undefined ? [] : [condition]),
  ...(counted ? [counted] : []),
];

/** A condition that does not read the alert's limit would stay as it is where an application gives another. */
export const anotherLimit = (condition: Compared, { value, unit }: Limit): readonly Fault[] =>
  condition.limit.value === value && condition.limit.unit === unit
    ? []
    : [
        {
          where: 'when',
          what: humanize(condition.limit),
          code: 'another-limit',
          why: `its condition has the limit ${humanize(condition.limit)}, and its limit is ${humanize({ value, unit })}`,
          cure: 'write when: ({ limit }) => …',
        },
      ];

/** The same limit of a condition that is written in two ways is told once. */
const unreachableOnce = (conditions: readonly Compared[]): readonly Fault[] => [
  ...new Map(
    conditions
      .flatMap(unreachable)
      .reverse()
      .map((fault) => [fault.why, fault]),
  ).values(),
];

/** A limit that the signal cannot cross, or cannot help crossing. */
const unreachable = ({ signal, operator, limit }: Compared): readonly Fault[] => {
  const bounds = boundsOf(signal);
  const [least, greatest] = bounds.map((value) => humanize({ value, unit: limit.unit }));
  const crossing = `${operator} ${humanize(limit)}`;
  const fault = (why: string): readonly Fault[] => [
    { where: 'limit', what: print(signal), code: 'limit-out-of-reach', why, cure: 'choose a limit within' },
  ];
  if (!reaches[operator](bounds, limit.value))
    return fault(
      `it can never fire: the signal lies between ${least} and ${greatest}, so it is never ${crossing}`,
    );
  return reaches[opposite[operator]](bounds, limit.value) || isThereAtTimes(signal)
    ? []
    : fault(`it fires always: the signal lies between ${least} and ${greatest}, so it is always ${crossing}`);
};

/** A value that is always the same still tells something by being there: of what is missing, of series that a comparison kept. */
const isThereAtTimes = (signal: Expr): boolean =>
  unfolded(signal)
    .flatMap((part) => [...walk(part)])
    .some(
      (each) =>
        isFilter(each) ||
        (each.type === 'call' && each.function.startsWith('absent')) ||
        (each.type === 'binary' && (each.operator === 'and' || each.operator === 'unless')),
    );

/** What the compiler refuses of typed expressions as far as it can; a counter and its limit meet only here. */
const meaningless = ({ expr }: RuleFacts): readonly Fault[] =>
  distinctReasons([...defects(expr), ...comparedCounters(expr)]).map((reason) => ({
    where: 'when',
    what: '',
    ...reason,
    cure: '',
  }));

/** Aggregations that choose one of their values, and so keep what it means. */
const chooses = ['max', 'min', 'topk', 'bottomk'];

const quantileIn = (expr: Expr): Call | undefined => {
  if (expr.type === 'aggregation' && chooses.includes(expr.operator)) return quantileIn(expr.expr);
  // Filters leave the values of their left side as they are.
  if (isFilter(expr) || (expr.type === 'binary' && isSetOperator(expr.operator)))
    return quantileIn(expr.left);
  return expr.type === 'call' && expr.function === 'histogram_quantile' ? expr : undefined;
};

/** A quantile compared with what lies between two edges of its buckets: on which side of it observations were, nobody knows. */
const madeUp = ({ signal, limit }: Compared): readonly Fault[] => {
  const quantile = quantileIn(signal);
  const edges = [
    ...new Set(quantile ? selectors(quantile).flatMap(({ metric }) => metric.buckets ?? []) : []),
  ];
  if (edges.length === 0 || edges.includes(limit.value)) return [];
  const said = (value: number) => humanize({ value, unit: limit.unit });
  const beside = [edges.findLast((edge) => edge < limit.value), edges.find((edge) => edge > limit.value)]
    .filter((edge) => edge !== undefined)
    .map(said);
  return [
    {
      where: 'limit',
      what: print(signal),
      code: 'limit-between-buckets',
      why: `${said(limit.value)} is no edge of its buckets, so the quantile crosses it where nothing does`,
      cure: `write ${beside.join(' or ')}, count what is over the next edge with tooLong(…), or add the edge to the application's buckets`,
    },
  ];
};

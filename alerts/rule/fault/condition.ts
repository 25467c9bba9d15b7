import { inSeconds, isDuration } from '../../../ground/duration.js';
import type { Fault } from '../../../ground/fault.js';
import {
  type Call,
  type ComparisonOperator,
  type Expr,
  isComparison,
  isSetOperator,
  selectors,
  walk,
} from '../../../promql/expr/ast.js';
import { type Bounds, boundsOf } from '../../../promql/expr/bounds.js';
import { treacherousDivisors } from '../../../promql/expr/divisor.js';
import { print } from '../../../promql/expr/print.js';
import { unfolded } from '../../../promql/expr/recorded.js';
import { humanize } from '../../../promql/unit/humanize.js';
import type { Limit } from '../../../promql/unit/limit.js';
import { isDashboardWindow } from '../../../promql/unit/window.js';
import type { RuleFacts } from '../rule.js';

/** A condition that never holds, or always does, or that does not read the alert's limit. */
export const conditionFaults = (rule: RuleFacts, limit: Limit): readonly Fault[] => [
  ...anotherLimit(rule, limit),
  ...[rule.condition, ...(rule.counted ? [rule.counted] : [])].flatMap((each) => [
    ...unreachable(each),
    ...infinite(each),
  ]),
  ...forgotten(rule),
  ...(rule.counted ? [] : madeUp(rule.condition)),
];

/** A condition that does not read the alert's limit would stay as it is where an application gives another. */
const anotherLimit = ({ condition }: RuleFacts, { value, unit }: Limit): readonly Fault[] =>
  condition.limit.value === value && condition.limit.unit === unit
    ? []
    : [
        {
          where: 'when',
          what: humanize(condition.limit),
          why: `its condition has the limit ${humanize(condition.limit)}, and its limit is ${humanize({ value, unit })}`,
          cure: 'write when: ({ limit }) => …',
        },
      ];

const reaches: Readonly<Record<ComparisonOperator, (bounds: Bounds, limit: number) => boolean>> = {
  '>': ([, greatest], limit) => greatest > limit,
  '>=': ([, greatest], limit) => greatest >= limit,
  '<': ([least], limit) => least < limit,
  '<=': ([least], limit) => least <= limit,
  '==': ([least, greatest], limit) => least <= limit && limit <= greatest,
  '!=': ([least, greatest], limit) => least !== limit || greatest !== limit,
};
const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
};

/** A limit that the signal cannot cross, or cannot help crossing. */
const unreachable = ({ signal, operator, limit }: RuleFacts['condition']): readonly Fault[] => {
  const bounds = boundsOf(signal);
  const [least, greatest] = bounds.map((value) => humanize({ value, unit: limit.unit }));
  const crossing = `${operator} ${humanize(limit)}`;
  const fault = (why: string): readonly Fault[] => [
    { where: 'limit', what: print(signal), why, cure: 'choose a limit within' },
  ];
  if (!reaches[operator](bounds, limit.value))
    return fault(
      `it can never fire: the signal lies between ${least} and ${greatest}, so it is never ${crossing}`,
    );
  return reaches[opposite[operator]](bounds, limit.value) || tellsOfAbsence(signal)
    ? []
    : fault(`it fires always: the signal lies between ${least} and ${greatest}, so it is always ${crossing}`);
};

/** `absent(x)` is always 1 where it is anything: it is there only while something is not. */
const tellsOfAbsence = (signal: Expr): boolean =>
  [...walk(signal)].some((each) => each.type === 'call' && each.function.startsWith('absent'));

const infinite = ({ signal, operator }: RuleFacts['condition']): readonly Fault[] =>
  operator.startsWith('>')
    ? unfolded(signal)
        .flatMap(treacherousDivisors)
        .map((divisor) => ({
          where: 'when',
          what: print(signal),
          why: 'a division by 0 makes +Inf, which fires',
          cure: `keep only divisors over 0, with positive(…) around ${print(divisor)}`,
        }))
    : [];

/** Aggregations that choose one of their values, and so keep what it means. */
const chooses = ['max', 'min', 'topk', 'bottomk'];

const quantileIn = (expr: Expr): Call | undefined => {
  if (expr.type === 'aggregation' && chooses.includes(expr.operator)) return quantileIn(expr.expr);
  // Filters leave the values of their left side as they are.
  if (expr.type === 'binary' && !expr.bool && (isSetOperator(expr.operator) || isComparison(expr.operator)))
    return quantileIn(expr.left);
  return expr.type === 'call' && expr.function === 'histogram_quantile' ? expr : undefined;
};

/** A quantile compared with what lies between two edges of its buckets: on which side of it observations were, nobody knows. */
const madeUp = ({ signal, limit }: RuleFacts['condition']): readonly Fault[] => {
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
      why: `${said(limit.value)} is no edge of its buckets, so the quantile crosses it where nothing does`,
      cure: `write ${beside.join(' or ')}, count what is over the next edge with tooLong(…), or add the edge to the application's buckets`,
    },
  ];
};

/** Functions that tell of single events, which are forgotten after their window. */
const eventful = ['increase', 'changes', 'resets'];

/** An event is forgotten after its window: a single one must outlast `for`. */
const forgotten = ({ condition: { signal, operator }, for: pending }: RuleFacts): readonly Fault[] =>
  operator.startsWith('>') || operator === '!='
    ? [...walk(signal)].flatMap((each) => {
        const [range] = each.type === 'call' && eventful.includes(each.function) ? each.args : [];
        if (range?.type !== 'range' || isDashboardWindow(range.window) || !isDuration(pending)) return [];
        return inSeconds(range.window) <= inSeconds(pending)
          ? [
              {
                where: 'for',
                what: pending,
                why: `a single increase leaves the window [${range.window}] before 'for: ${pending}' is over, so it never fires`,
                cure: 'make the window longer than for',
              },
            ]
          : [];
      })
    : [];

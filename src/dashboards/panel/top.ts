import type { Fault } from '#ground/fault.js';
import { type Expr, call, number } from '#promql/expr/ast.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Query } from '#dashboards/query.js';
import { isLabelled } from './legend.js';

/** Units whose values are parts of a whole: of the others, such as seconds, the sum of several series is none of anything. */
const additive: readonly Unit[] = ['count', 'bytes', 'cores', 'won', 'perSecond', 'bytesPerSecond'];

/**
 * The series that are the greatest at their highest in the shown range. It is asked once, at the end of the range: asked anew at each
 * step, as `topk` alone does, other series would come and go along the panel.
 */
const highest = (signal: Expr, most: number): Expr => ({
  type: 'aggregation',
  operator: 'topk',
  parameter: number(most),
  expr: call('max_over_time', {
    type: 'subquery',
    expr: signal,
    window: '$__range',
    step: '$__rate_interval',
    at: 'end',
  }),
});

const together = (operator: 'sum' | 'max', expr: Expr): Expr => ({ type: 'aggregation', operator, expr });

/** What is wrong with a choice of the greatest of a panel's series. */
export const topFaults = (top: number, queries: readonly Query[]): readonly Fault[] => [
  ...(Number.isInteger(top) && top > 0
    ? []
    : [
        {
          where: 'top',
          what: String(top),
          code: 'no-whole-number' as const,
          why: `${top} series are no number of series`,
          cure: 'write e.g. 10',
        },
      ]),
  ...(queries.length === 1 && queries.every(isLabelled)
    ? []
    : [
        {
          where: 'top',
          what: '',
          code: 'setting-for-nothing' as const,
          why:
            queries.length === 1
              ? 'its signal has a single series'
              : 'of several queries nothing is the greatest',
          cure: 'give it one signal with labels, or leave it out',
        },
      ]),
];

/**
 * The same query of its greatest series alone, and one of what is left together: added up where that means something, else the greatest of
 * them, so that nothing above it is missing.
 */
export const topQueries = (query: Query, most: number): readonly [Query, Query] => {
  const chosen = highest(query.expr, most);
  const left: Expr = { type: 'binary', operator: 'unless', left: query.expr, right: chosen };
  const isSum = additive.includes(query.unit);
  return [
    { ...query, expr: { type: 'binary', operator: 'and', left: query.expr, right: chosen } },
    {
      ...query,
      expr: together(isSum ? 'sum' : 'max', left),
      legend: isSum ? 'all others' : 'highest of the others',
      color: 'grey',
    },
  ];
};

import { type Expr, call } from '#promql/expr/ast.js';
import type { Duration } from '#ground/duration.js';
import { insteadOfCounter, readOf } from '#promql/metric/kind.js';
import type { LabelValues } from '#promql/metric/match.js';
import type { Metric } from '#promql/metric/metric.js';
import type { Unit } from '#promql/unit/unit.js';
import { selector, timestamp } from './select.js';
import { Samples } from './vector.js';

/** How exactly a moment is known: it is looked for each minute, among values a minute apart. */
const minute: Duration = '1m';

/**
 * When each series last counted anything, up to a minute late, in seconds since 1970; nothing of one that counted nothing within so long.
 * Since one that starts anew from 0 has another value too, its start is taken for such a moment.
 *
 * @param within how far back is looked: each minute of it is read again.
 */
export const lastCounted = <V extends LabelValues>(
  counter: Metric<'counter', V, Unit>,
  within: Duration,
): Samples<keyof V & string, 'timestamp'> => {
  readOf('lastCounted', ['counter'], counter, insteadOfCounter);
  const changed: Expr = {
    type: 'binary',
    operator: '!=',
    left: selector(counter),
    right: selector(counter.offset(minute)),
  };
  const moment: Expr = { type: 'binary', operator: 'and', left: timestamp(counter).expr, right: changed };
  return new Samples(
    call('max_over_time', { type: 'subquery', expr: moment, window: within, step: minute }),
    'timestamp',
  );
};

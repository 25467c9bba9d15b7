import type { Duration } from '../../ground/duration.js';
import type { Counter } from '../../promql/metric/metric.js';
import type { Limit } from '../../promql/unit/limit.js';
import type { Window } from '../../promql/unit/window.js';
import { sum } from '../../promql/vector/aggregate.js';
import { divide } from '../../promql/vector/arithmetic.js';
import { type Exported, gained } from '../../promql/vector/gained.js';
import { rate } from '../../promql/vector/select.js';
import { share } from '../../promql/vector/share.js';
import type { Vector } from '../../promql/vector/vector.js';
import { type Condition, above } from '../rule/condition.js';

/** Events of which some fail. */
export interface Failing<L extends string> {
  readonly all: Counter<L, 'count'>;
  /** Those of them that fail. */
  readonly failed: Counter<L, 'count'>;
  /** What is told apart; by default all are one. */
  readonly by?: readonly L[];
  /**
   * What tells whether a series is new. Then the first failure of each kind is counted too, of which `rate` sees nothing: where a hundred
   * routes fail once each, it sees none of a hundred failures.
   */
  readonly exported?: Exported;
}

/** The share that fails, as it is drawn: 0 where nothing has failed, nothing where nothing happens. */
export const failingShare = <L extends string>({ all, failed, by = [] }: Failing<L>, window: Window) =>
  share(sum(rate(failed, window), { by }), sum(rate(all, window), { by }));

/** The same as it is compared, which need not be 0 where nothing has failed. */
export const comparedShare = <L extends string>(
  { all, failed, by = [], exported }: Failing<L>,
  window: Duration,
): Vector<L, 'ratio'> => {
  if (!exported) return divide(sum(rate(failed, window), { by }), sum(rate(all, window), { by }));
  // Of all, only what fails is looked at for what is new.
  const whole = gained(failed, window, exported, all);
  return divide(sum(gained(failed, window, exported), { by }), sum(whole, { by }));
};

/** Too large a share of the events fails. */
export const tooManyFail = <L extends string>(
  failing: Failing<L>,
  limit: Limit<'ratio'>,
  window: Duration,
): Condition<L, 'ratio'> => ({
  ...above(failingShare(failing, window), limit),
  counted: { ...above(comparedShare(failing, window), limit), line: limit },
});

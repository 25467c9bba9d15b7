import type { Duration } from '#ground/duration.js';
import type { Counter } from '#promql/metric/metric.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Window } from '#promql/unit/window.js';
import { sum } from '#promql/vector/aggregate.js';
import { add, divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { type Exported, gained } from '#promql/vector/gained.js';
import { increase, rate } from '#promql/vector/select.js';
import { orNone, share } from '#promql/vector/share.js';
import type { Vector } from '#promql/vector/vector.js';
import { type Condition, above } from '#alerts/rule/condition.js';

interface Kinds<L extends string> {
  /** Those of the events that fail. */
  readonly failed: Counter<L, 'count'>;
  /** What is told apart; by default all are one. */
  readonly by?: readonly L[];
  /**
   * What tells whether a series is new. Then the first failure of each kind is counted too, of which `rate` sees nothing: where a hundred
   * routes fail once each, it sees none of a hundred failures.
   */
  readonly exported?: Exported;
}

/** Events of which some fail: all of them counted together, or by a counter of their own those that do not. */
export type Failing<L extends string> = Kinds<L> &
  ({ readonly all: Counter<L, 'count'> } | { readonly well: Counter<L, 'count'> });

/** Events a second, whatever came of them; of two counters one may not be there yet. */
export const eventRate = <L extends string>(failing: Failing<L>, window: Window): Vector<L, 'perSecond'> => {
  const { failed, by = [] } = failing;
  if ('all' in failing) return sum(rate(failing.all, window), { by });
  const [ill, well] = [sum(rate(failed, window), { by }), sum(rate(failing.well, window), { by })];
  return add(orNone(ill, well), orNone(well, ill));
};

/** The share that fails, as it is drawn: 0 where nothing has failed, nothing where nothing happens. */
export const failingShare = <L extends string>(failing: Failing<L>, window: Window): Vector<L, 'ratio'> => {
  const { failed, by = [] } = failing;
  const ill = sum(rate(failed, window), { by });
  if ('all' in failing) return share(ill, sum(rate(failing.all, window), { by }));
  return divide(orNone(ill, sum(rate(failing.well, window), { by })), positive(eventRate(failing, window)));
};

/** The same as it is compared, which need not be 0 where nothing has failed. */
export const comparedShare = <L extends string>(
  failing: Failing<L>,
  window: Duration,
): Vector<L, 'ratio'> => {
  const { failed, by = [], exported } = failing;
  if (!exported) {
    const ill = sum(rate(failed, window), { by });
    return 'all' in failing
      ? divide(ill, sum(rate(failing.all, window), { by }))
      : divide(ill, add(ill, orNone(sum(rate(failing.well, window), { by }), ill)));
  }
  const ill = sum(gained(failed, window, exported), { by });
  // Of all, only what fails is looked at for what is new.
  return 'all' in failing
    ? divide(ill, sum(gained(failed, window, exported, failing.all), { by }))
    : divide(ill, add(ill, orNone(sum(increase(failing.well, window), { by }), ill)));
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

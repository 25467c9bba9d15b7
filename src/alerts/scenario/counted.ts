import { inSeconds } from '#ground/duration.js';
import type { Counter } from '#promql/metric/metric.js';
import { heldAgainst } from '#promql/unit/humanize.js';
import { count } from '#promql/unit/limit.js';
import type { Facts } from '#alerts/rule/facts.js';
import { type Behaviour, grows } from './behaviour.js';
import { boundaryOf } from './boundary.js';
import { becoming } from './course.js';
import { oneOf } from './labels.js';
import type { Proof } from './proof.js';
import type { Firing, NonEmpty } from './scenario.js';
import { byFitsAndStarts } from './uneven.js';

/** Counters whose failures are counted together, and the labels by which they are told apart. */
export interface Counted<L extends string> {
  readonly counters: NonEmpty<Counter<L, 'count'>>;
  readonly by: readonly L[];
  /** What is the case, as a clause: ``(times) => `rules fail, ${times} times within the window` ``. */
  readonly when: (times: string) => string;
}

/**
 * What proves an alert on failures that are counted over its window: that fractions which extrapolation adds make not one more of
 * them, that each of the counters counts, and that a restart of the server forgets none.
 */
export const countedProof = <L extends string>(
  { counters, by, when }: Counted<L>,
  { limit, window }: Facts<'count'>,
): Proof<L> => {
  const [first] = counters;
  const labels = oneOf(first, by);
  /** @param more What extrapolation adds: of two parts the larger is no whole one yet, or it would be rounded up to one more. */
  const perSecond = (times: number, more: 0.3 | 0.7): number =>
    times === 0 ? 0 : (times + more) / inSeconds(window);
  const { over } = boundaryOf(limit, '>');
  const alone = (failing: Counter<L, 'count'>, times: number): readonly Behaviour[] =>
    counters.map((each) => grows(each, labels, each === failing ? perSecond(times, 0.7) : 0));
  const told = { labels, value: heldAgainst(limit, count(over)) };
  const begins = (failing: Counter<L, 'count'>) => becoming(alone(failing, 0), alone(failing, over));
  return {
    reading: {
      at: (value, labels) =>
        counters.map((each) => grows(each, labels, perSecond(value, 0.3) / counters.length)),
      well: 0,
      when,
      labels,
    },
    fires: counters.flatMap((each): readonly Firing<L>[] => [
      ...(counters.length > 1
        ? [{ when: `${each.info.name} alone grows`, series: begins(each), ...told }]
        : []),
      {
        when: `${each.info.name} grows by fits and starts, and anew from 0 after a restart`,
        series: byFitsAndStarts(begins(each)),
        unsteady: true,
        ...told,
      },
    ]),
  };
};

import { duration, inSeconds } from '#ground/duration.js';
import type { Counter } from '#promql/metric/metric.js';
import { heldAgainst } from '#promql/unit/humanize.js';
import { count } from '#promql/unit/limit.js';
import type { Exported } from '#promql/vector/gained.js';
import type { Facts } from '#alerts/rule/facts.js';
import { type Behaviour, type Course, holds, steps } from '#alerts/scenario/behaviour.js';
import { boundaryOf } from '#alerts/scenario/boundary.js';
import { type Counted, countedProof } from '#alerts/scenario/counted.js';
import { fixedLabel } from '#alerts/scenario/fixed-label.js';
import { oneOf, withLabels } from '#alerts/scenario/labels.js';
import type { Proof } from '#alerts/scenario/proof.js';
import type { Firing } from '#alerts/scenario/scenario.js';

const fromThen = (value: number): Course => ({ was: 'missing', becomes: value, then: value });

/**
 * What proves an alert on what a collector loses, of which there is no series before the first is lost: beside what proves any count, that
 * the very first is told, and that what was lost before anybody scraped the collector is not.
 */
export const firstLossProof = <L extends string>(
  counted: Counted<L>,
  { up }: Pick<Exported, 'up'>,
  facts: Facts<'count'>,
): Proof<L> => {
  const { counters, by } = counted;
  const [first, ...others] = counters;
  const proof = countedProof(counted, facts);
  const labels = oneOf(first, by);
  const { over } = boundaryOf(facts.limit, '>');
  const seconds = inSeconds(facts.window);
  const target = { job: fixedLabel(up, 'job') ?? 'trace-gateway', instance: 'gateway:8888' };
  const appears = (counter: Counter<L, 'count'>): Behaviour => ({
    ...withLabels(target)(steps(counter, labels, [])),
    course: { type: 'gauge', value: fromThen(over) },
  });
  const firstOf = (counter: Counter<L, 'count'>): Firing<L> => ({
    when: `${counter.info.name} is there for the first time, of a collector that was scraped before`,
    series: [appears(counter), holds(up, target, 1)],
    lasts: facts.window,
    labels,
    value: heldAgainst(facts.limit, count(over)),
    // As soon as it can, and well before it is forgotten.
    within: duration(inSeconds(facts.for) + Math.min(120, (seconds - inSeconds(facts.for)) / 2)),
  });
  return {
    ...proof,
    fires: [firstOf(first), ...others.map(firstOf), ...(proof.fires ?? [])],
    quiet: [
      {
        when: 'it was lost before the collector was scraped for the first time',
        series: [...counters.map(appears), holds(up, target, fromThen(1))],
        lasts: duration(2 * seconds),
        after: duration(2 * seconds),
        settles: duration(2 * seconds),
      },
      {
        when: 'it was lost while the collector did not answer, and is seen when it does',
        series: [...counters.map(appears), holds(up, target, { was: 0, becomes: 1, then: 1 })],
        lasts: duration(2 * seconds),
        after: duration(2 * seconds),
        settles: duration(2 * seconds),
      },
      ...(proof.quiet ?? []),
    ],
  };
};

import { type Language, saidIn } from '#ground/language.js';
import { count } from '#promql/unit/limit.js';
import { compare } from '#promql/vector/compare.js';
import type { Duration } from '#ground/duration.js';
import { Vector } from '#promql/vector/vector.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import type { Facts } from '#alerts/rule/facts.js';
import { paced } from './burn-rate.js';
import { burnProof } from './proof/proof.js';
import type { Proven } from './proof/proven.js';
import type { Recordings } from './records.js';
import { type Burning, burnSays } from './texts.js';
import { leastEvents } from './traffic.js';

/**
 * How many times as fast as it may a budget burns over a window: the share of bad events, of the share that may be.
 * A plain number, not a ratio: 14.4 would be told as 1440%.
 */
export const burnRate = (
  { errorRatio }: Recordings,
  budget: number,
  window: Duration,
): Vector<never, 'count'> => {
  const right = { type: 'number', value: budget } as const;
  return new Vector({ type: 'binary', operator: '/', left: errorRatio(window).expr, right }, [], 'count');
};

export interface BurnAlert extends Burning, Pick<Proven, 'interval'> {
  /** In which it is told. */
  readonly languages: readonly Language[];
  readonly recorded: Recordings;
  /** What the SLO is called in a label, by which its alerts are routed and inhibited together. */
  readonly slo: string;
  readonly component?: string;
}

/** An alert on a burn rate: over both windows the budget burns faster, and there is traffic enough to say so. */
export const burnAlert = (name: string, burning: BurnAlert): Alert<never, 'count'> => {
  const { recorded, budget, rate, sli, interval, leastFailures, slo, component, languages } = burning;
  const { long, short, severity } = rate;
  // Of another pace than the workbook's everything else is another too.
  const at = ({ limit, severity }: Pick<Facts<'count'>, 'limit' | 'severity'>): BurnAlert => ({
    ...burning,
    rate: { ...paced(rate, limit.value, budget), severity },
  });
  const least = (facts: Facts<'count'>) => leastEvents(at(facts).rate, leastFailures);
  return alert(`${name}BudgetBurn${long}`, {
    limit: count(rate.factor),
    // The windows are what a `for` would be.
    for: '0s',
    severity,
    ...(component !== undefined && { component }),
    labels: { slo },
    // The short window tells how fast it burns now.
    when: ({ limit }) => above(burnRate(recorded, budget.share, short), limit),
    given: (facts) => [
      compare(burnRate(recorded, budget.share, long), '>', facts.limit),
      compare(recorded.events(long), '>=', least(facts)),
    ],
    says: saidIn(
      languages,
      (language) =>
        ({ value, facts }) =>
          burnSays(at(facts), value)[language],
    ),
    proof: (facts) =>
      burnProof({
        sli,
        rate: at(facts).rate,
        least: least(facts),
        interval,
        pending: facts.for,
        expr: burnRate(recorded, budget.share, long).expr,
      }),
  });
};

import { count } from '../../promql/unit/limit.js';
import { compare } from '../../promql/vector/compare.js';
import type { Duration } from '../../ground/duration.js';
import { Vector } from '../../promql/vector/vector.js';
import { type Alert, alert } from '../rule/alert.js';
import { above } from '../rule/condition.js';
import { type Proven, burnProof } from './proof.js';
import type { Recordings } from './records.js';
import { type Burning, burnRunbook, burnTexts } from './texts.js';
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
  readonly recorded: Recordings;
  /** What the SLO is called in a label, by which its alerts are routed and inhibited together. */
  readonly slo: string;
  readonly component?: string;
}

/** An alert on a burn rate: over both windows the budget burns faster, and there is traffic enough to say so. */
export const burnAlert = (name: string, burning: BurnAlert): Alert<never, 'count'> => {
  const { recorded, budget, rate, sli, interval, leastFailures, slo, component } = burning;
  const limit = count(rate.factor);
  const least = leastEvents(rate, leastFailures);
  return alert(`${name}BudgetBurn${rate.long}`, {
    // The short window tells how fast it burns now.
    when: above(burnRate(recorded, budget.share, rate.short), limit),
    given: [
      compare(burnRate(recorded, budget.share, rate.long), '>', limit),
      compare(recorded.events(rate.long), '>=', least),
    ],
    // The windows are what a `for` would be.
    for: '0s',
    severity: rate.severity,
    ...(component !== undefined && { component }),
    labels: { slo },
    texts: burnTexts(burning),
    runbook: burnRunbook(burning),
    proof: burnProof({ sli, rate, least, interval }),
  });
};

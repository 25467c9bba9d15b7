import type { Fault } from '#ground/fault.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import { humanize } from '#promql/unit/humanize.js';
import { ratio } from '#promql/unit/limit.js';
import type { Severity } from '#alerts/rule/facts.js';

/** How far back an alert on a burn rate looks. */
export type LongWindow = '1h' | '6h' | '1d' | '3d';

interface Recommended {
  readonly long: LongWindow;
  /** The budget must burn as fast over this too, so that the alert ends soon after the fault: a twelfth of `long`. */
  readonly short: Duration;
  /** The share of the error budget that is gone by then. */
  readonly spent: number;
  readonly severity: Severity;
}

/**
 * Multiwindow, multi-burn-rate alerts as "The Site Reliability Workbook" recommends them, chapter 5, "Alerting on
 * SLOs", sixth approach, https://sre.google/workbook/alerting-on-slos/: pages at 2% of the budget in an hour and 5% in
 * six, tickets at 10% in a day and 10% in three. For 30 days these are burn rates of 14.4, 6, 3 and 1.
 */
const recommended: readonly Recommended[] = [
  { long: '1h', short: '5m', spent: 0.02, severity: 'critical' },
  { long: '6h', short: '30m', spent: 0.05, severity: 'critical' },
  { long: '1d', short: '2h', spent: 0.1, severity: 'warning' },
  { long: '3d', short: '6h', spent: 0.1, severity: 'warning' },
];

/** The pace at which an alert fires: at 1 the error budget lasts exactly as long as the objective's window. */
export interface BurnRate extends Recommended {
  readonly factor: number;
  /** The share of events that are bad at this pace. */
  readonly badShare: number;
}

/** Without the noise of binary fractions: 1 - 0.999 is 0.001. */
export const exactly = (value: number): number => Number(value.toPrecision(12));

/** The error budget, a share of all events, and the window that it is for. */
export interface Budget {
  readonly share: number;
  readonly window: Duration;
}

/**
 * The four burn rates for a budget: those that spend the workbook's shares of it, but none below 1, at which an
 * objective is still kept.
 */
export const burnRates = (budget: Budget): readonly BurnRate[] =>
  recommended.map((each) =>
    paced(each, Math.max(1, exactly((each.spent * inSeconds(budget.window)) / inSeconds(each.long))), budget),
  );

/** A burn rate for a budget, at another pace. */
export const paced = (rate: Recommended, pace: number, { share, window }: Budget): BurnRate => ({
  ...rate,
  spent: exactly((pace * inSeconds(rate.long)) / inSeconds(window)),
  factor: pace,
  badShare: exactly(pace * share),
});

/** Whether there are more bad events than any event being bad. */
const isUnreachable = ({ badShare }: BurnRate): boolean => badShare >= 1;
const looksTooFarBack = ({ long }: BurnRate, { window }: Budget): boolean =>
  inSeconds(long) >= inSeconds(window);

const named = (rates: readonly BurnRate[]): string =>
  rates.map(({ factor, long }) => `${factor} (${long})`).join(', ');

/** Why alerts cannot be had for a budget, each with the ones that can. */
export const burnRateFaults = (chosen: readonly BurnRate[], budget: Budget): readonly Fault[] => {
  const unreachable = chosen.filter(isUnreachable);
  const tooFar = chosen.filter((rate) => looksTooFarBack(rate, budget));
  const left = burnRates(budget).filter((rate) => !isUnreachable(rate) && !looksTooFarBack(rate, budget));
  const cure = `write alerts: [${left.map(({ long }) => `'${long}'`).join(', ')}]${left.length > 0 ? ` for ${named(left)}` : ''}`;
  return [
    ...(unreachable.length > 0
      ? [
          {
            where: '',
            what: named(unreachable),
            code: 'limit-out-of-reach' as const,
            why: `burn rates ${named(unreachable)} can never be exceeded: with an objective of ${humanize(ratio(exactly(1 - budget.share)))} the budget burns at most ${humanizeFactor(1 / budget.share)} times too fast, when everything fails`,
            cure,
          },
        ]
      : []),
    ...(tooFar.length > 0
      ? [
          {
            where: '',
            what: tooFar.map(({ long }) => long).join(', '),
            code: 'burn-rate-too-long' as const,
            why: `alerts over ${tooFar.map(({ long }) => long).join(', ')} look back as far as the whole window of ${budget.window}`,
            cure,
          },
        ]
      : []),
  ];
};

const humanizeFactor = (factor: number): string => String(Number(factor.toPrecision(3)));

import { type Duration, duration, inSeconds } from '#ground/duration.js';
import type { Expr } from '#promql/expr/ast.js';
import type { Limit } from '#promql/unit/limit.js';
import { type BurnRate, exactly } from '#alerts/slo/burn-rate.js';
import { step } from '#alerts/slo/records.js';
import type { Sli } from '#alerts/slo/sli.js';

/** What the proof of an alert on a burn rate is made of. */
export interface Proven {
  readonly sli: Sli;
  readonly rate: BurnRate;
  /** Events in the long window before it may fire. */
  readonly least: Limit<'count'>;
  /** Of the rule group. */
  readonly interval: Duration;
  /** The alert's `for`. */
  readonly pending: Duration;
  /** What the alert reads, through what is recorded. */
  readonly expr: Expr;
}

export const stepSeconds = inSeconds(step);

/** How long a steady burn lasts in a test: so much of the short window that half of it would see less. */
export const steadySeconds = ({ short }: BurnRate): number => Math.max(3_600, 0.75 * inSeconds(short));

export const atLeast = (seconds: number, unit: number): number => Math.ceil(seconds / unit) * unit;

/** The share of events that are bad when the budget burns so many times too fast. */
export const shareAt = ({ badShare, factor }: BurnRate, times: number): number =>
  Math.min(1, exactly((badShare / factor) * times));

/**
 * A little more than the events that there must be: counted over a steady burn but for its first and last step, which windows that are
 * made of steps may not see. Twice as many as there must be are never counted.
 */
export const enough = ({ least, rate }: Proven): number => (1.4 * least.value) / steadySeconds(rate);

/** After a fault the alert ends with the short window. */
export const settles = ({ short }: BurnRate): Duration => duration(inSeconds(short) + stepSeconds);

import { minuteOfDay, utcOffset, weekdays } from '#alerts/rule/clock.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Moment, Scenario } from '#alerts/scenario/scenario.js';
import { lookBack } from '#promql/expr/look-back.js';
import { inSeconds } from '#ground/duration.js';

/** When what happens in a test, in seconds from its start, each on an evaluation and on a scrape. */
export interface Timeline {
  /** When the test starts, in seconds since 1970; 0 without. */
  readonly start?: number;
  /** Seconds between evaluations. */
  readonly interval: number;
  /** Seconds between scrapes, and so between samples. */
  readonly step: number;
  /** The fault begins. */
  readonly begins: number;
  /** All is well again. */
  readonly ends: number;
  /** The alert must have resolved. */
  readonly settled: number;
}

/**
 * How long things are well before a fault, at the least, and how long a fault lasts after the alert must fire: ten evaluations,
 * and no more than ten minutes. Each evaluation costs promtool time.
 */
const slack = (interval: number): number => Math.min(600, 10 * interval);

/** @param anyStart Whether a test may start at any moment, so that a fault at a moment of the week needs no days before it. */
export const timeline = (
  rule: AlertRule,
  scenario: Scenario,
  interval: number,
  anyStart = false,
): Timeline => {
  const step = inSeconds(rule.scrapedEvery);
  const common = interval * (step / divisor(interval, step));
  const onEvaluation = (seconds: number): number => Math.ceil(seconds / common) * common;
  const window = lookBack(rule.expr);
  const lead = onEvaluation(
    scenario.after === undefined ? window + slack(interval) : inSeconds(scenario.after),
  );
  const moment = scenario.begins ? onEvaluation(startOf(scenario.begins, lead)) : lead;
  const start = anyStart ? moment - lead : 0;
  const begins = moment - start;
  const lasts =
    scenario.lasts === undefined ? window + inSeconds(rule.for) + slack(interval) : inSeconds(scenario.lasts);
  const ends = begins + onEvaluation(lasts);
  const keeps = rule.keepFiringFor === undefined ? 0 : inSeconds(rule.keepFiringFor);
  const settles = scenario.settles === undefined ? window : inSeconds(scenario.settles);
  return {
    ...(start > 0 && { start }),
    interval,
    step,
    begins,
    ends,
    settled: ends + onEvaluation(settles + keeps) + 2 * common,
  };
};

/** The greatest number that divides both. */
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

const week = 7 * 86_400;
/** promtool's tests begin on 1 January 1970 at 00:00 UTC, a Thursday. */
const firstDay = weekdays.indexOf('thursday');

/** The first such moment of a test that leaves time to begin well. */
const startOf = ({ day, at, timeZone }: Moment, lead: number): number => {
  const days = weekdays.indexOf(day) - firstDay;
  const seconds = days * 86_400 + (minuteOfDay(at) - utcOffset(timeZone)) * 60;
  const inFirstWeek = ((seconds % week) + week) % week;
  return inFirstWeek >= lead ? inFirstWeek : inFirstWeek + week;
};

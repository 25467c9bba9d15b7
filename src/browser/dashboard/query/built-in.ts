import { plainly } from '#browser/dashboard/variable/chosen.js';
import type { Known } from '#browser/dashboard/variable/interpolate.js';
import { durationOf, type Fineness, rateIntervalOf, stepOf } from './steps.js';

const known = (values: Readonly<Record<string, string | number>>): Known =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainly(String(value))]));

/** What is known of a page by its range of time alone; in milliseconds since 1970. */
export const rangeVariables = (from: number, to: number): Known => ({
  ...known({
    __from: Math.round(from),
    __to: Math.round(to),
    __range: `${Math.round((to - from) / 1000)}s`,
    __range_s: Math.round((to - from) / 1000),
    __range_ms: Math.round(to - from),
  }),
});

/** What is known of a query: its step, and the window of its rates. */
export const stepVariables = (fineness: Fineness): Known => {
  const step = stepOf(fineness);
  const rate = rateIntervalOf(step, fineness.scrape);
  return known({
    __interval: durationOf(step),
    __interval_ms: step,
    __rate_interval: durationOf(rate),
    __rate_interval_ms: rate,
  });
};

import { humanize } from '#promql/unit/humanize.js';
import { type Limit, count } from '#promql/unit/limit.js';
import { spoken } from '#ground/spoken.js';
import type { Localized } from '#ground/language.js';
import type { BurnRate } from './burn-rate.js';
import type { Sli } from './sli.js';

/**
 * How many events there must be in the long window before an alert may fire: so many that fewer than these failures
 * are no burn rate. Of 10 requests one failure is 10%, and nobody should be woken by it.
 */
export const leastEvents = ({ badShare }: BurnRate, failures: Limit<'count'>): Limit<'count'> =>
  count(Math.max(failures.value, Math.ceil((failures.value - 1) / badShare)));

/** The same in words. */
export const trafficText = (
  { events }: Sli,
  rate: BurnRate,
  failures: Limit<'count'>,
  least = leastEvents(rate, failures),
): Localized => {
  const [long, failed, many] = [spoken(rate.long), humanize(failures), humanize(least)];
  return {
    ko: `${long.ko} 동안 ${events.ko} 수가 ${many}건 이상이어야 발생합니다. 그보다 적으면 실패 ${failed}건 미만으로도 비율이 넘을 수 있어 알리지 않습니다.`,
    en: `It needs at least ${many} ${events.en} in ${long.en}: with fewer, less than ${failed} failures could do, so it stays quiet.`,
  };
};

/** What each alert needs, in one sentence. */
export const trafficSummary = (
  { events }: Sli,
  rates: readonly BurnRate[],
  failures: Limit<'count'>,
): Localized => {
  const needs = rates.map((rate) => ({ ...spoken(rate.long), many: humanize(leastEvents(rate, failures)) }));
  if (needs.length === 0) return { ko: '알림은 없습니다.', en: 'There are no alerts on it.' };
  return {
    ko: `알림이 발생하려면 ${events.ko} 수가 ${needs.map(({ ko, many }) => `${ko}에 ${many}건`).join(', ')} 이상이어야 합니다.`,
    en: `Alerts on it need as many ${events.en}: ${needs.map(({ en, many }) => `${many} in ${en}`).join(', ')}.`,
  };
};

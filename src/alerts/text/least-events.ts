import { type Duration, inSeconds } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import { spoken } from '#ground/spoken.js';
import type { Localized } from '#ground/language.js';

/** What a runbook adds where fewer events than these say nothing: `With 15 requests or fewer in 5 minutes …`. */
export const tooFewToTell = (events: Localized, least: Limit<'perSecond'>, window: Duration): Localized => {
  const many = Number((least.value * inSeconds(window)).toPrecision(3));
  const past = spoken(window);
  return {
    ko: ` 최근 ${past.ko} 동안 ${events.ko} 수가 ${many}건 이하이면 알리지 않습니다.`,
    en: ` With ${many} ${events.en} or fewer in ${past.en} it stays quiet.`,
  };
};

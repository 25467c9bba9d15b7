import { burnRate } from '#alerts/slo/burn-alert.js';
import type { AnySlo } from '#alerts/slo/slo.js';
import { trafficSummary } from '#alerts/slo/traffic.js';
import { type Localized, type Spoken, onlyIn } from '#ground/language.js';
import { spoken } from '#ground/spoken.js';
import { humanize } from '#promql/unit/humanize.js';
import { ratio } from '#promql/unit/limit.js';
import { complement, divide, multiply } from '#promql/vector/arithmetic.js';
import { constant } from '#promql/vector/set.js';
import type { AlertOn } from './limits.js';
import { stat } from './panel/stat.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';
import { type Row, row } from './row.js';

/** The alerts of an objective, or what an application made of them. */
export type Alerts = Readonly<Record<string, AlertOn<'count'>>>;

/**
 * What an objective has come to: the share of its error budget that is left, how fast it burns, the indicator itself,
 * and the failures that there may be.
 */
export const sloPanels = (objective: AnySlo, alerts: Alerts = objective.alerts) => {
  const { languages, title, sli, budget, recorded, burnRates, leastFailures } = objective;
  const { share, window } = budget;
  const [events, errors] = [recorded.events(window), recorded.errorRatio(window)];
  const traffic = trafficSummary(sli, burnRates, leastFailures);
  const [kept, spent, over] = [humanize(objective.objective), humanize(ratio(share)), spoken(window)];
  const note = { ko: sli.note ? ` ${sli.note.ko}` : '', en: sli.note ? ` ${sli.note.en}` : '' };
  const told = (said: Localized): Spoken => onlyIn(languages, said);
  const noValue = '–';
  return {
    budgetLeft: stat(`${title.en}: Error Budget Left`, {
      description: told({
        ko: `${over.ko} 동안 쓸 수 있는 오류 예산(${sli.events.ko}의 ${spent}) 가운데 남은 비율입니다. 0% 아래면 목표를 지키지 못한 것입니다. Prometheus가 보관하는 기간까지만 계산합니다.${note.ko} ${traffic.ko}`,
        en: `What is left of the error budget, ${spent} of ${sli.events.en} in ${over.en}; under 0% the objective is missed. It reaches back as far as Prometheus keeps its samples.${note.en} ${traffic.en}`,
      }),
      signal: complement(divide(errors, ratio(share))),
      budget: true,
      noValue,
      width: 5,
      height: 8,
    }),
    indicator: stat(`${title.en}: ${over.en}`, {
      description: told({
        ko: `최근 ${over.ko} 동안의 실제 값과 목표(${kept})입니다. 실패로 세는 것은 ${sli.failures.ko}입니다.${note.ko}`,
        en: `What it was over the last ${over.en}, and the objective (${kept}). What counts as failed: ${sli.failures.en}.${note.en}`,
      }),
      queries: [query(complement(errors), 'now'), query(constant(objective.objective), 'objective')],
      noValue,
      width: 5,
      height: 8,
    }),
    failures: stat(`${title.en}: Failures`, {
      description: told({
        ko: `최근 ${over.ko} 동안 실패한 ${sli.events.ko} 수와, 목표를 지키면서 실패해도 되는 수입니다.`,
        en: `How many ${sli.events.en} failed over the last ${over.en}, and how many may fail while the objective is kept.`,
      }),
      queries: [query(multiply(errors, events), 'failed'), query(multiply(events, ratio(share)), 'allowed')],
      decimals: 0,
      noValue,
      width: 4,
      height: 8,
    }),
    burnRate: timeseries(`${title.en}: Burn Rate`, {
      description: told({
        ko: `오류 예산이 허용 속도의 몇 배로 줄고 있는지를 기간별로 보여 줍니다. 1이면 예산이 ${over.ko} 동안 꼭 맞게 쓰입니다. ${traffic.ko}`,
        en: `How many times as fast as it may the error budget burns, over each of these windows. At 1 it lasts exactly ${over.en}. ${traffic.en}`,
      }),
      queries: [
        query(burnRate(recorded, share, window), window),
        ...burnRates.map(({ long }) => query(burnRate(recorded, share, long), long)),
      ],
      limits: Object.values(alerts),
      width: 10,
    }),
  };
};

/** The panels of an objective in a row of their own. */
export const sloRow = (objective: AnySlo, alerts: Alerts = objective.alerts): Row =>
  row(objective.title.en, Object.values(sloPanels(objective, alerts)));

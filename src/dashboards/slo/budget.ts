import type { AnySlo } from '#alerts/slo/slo.js';
import { trafficSummary } from '#alerts/slo/traffic.js';
import { type Localized, type Spoken, onlyIn } from '#ground/language.js';
import { spoken } from '#ground/spoken.js';
import { humanize } from '#promql/unit/humanize.js';
import { ratio } from '#promql/unit/limit.js';
import { complement, divide } from '#promql/vector/arithmetic.js';
import { constant } from '#promql/vector/set.js';
import type { Vector } from '#promql/vector/vector.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { stat } from '#dashboards/panel/stat.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { query } from '#dashboards/query.js';
import { decimalsBeside } from './decimals.js';

/** The share of the failures that may be which there have been: 1 where all of the budget is spent. */
export const spentOf = ({ recorded, budget: { share, window } }: AnySlo): Vector<never, 'ratio'> =>
  divide(recorded.errorRatio(window), ratio(share));

/** The share of the error budget that is left; under 0 where more failed than may. */
export const leftOf = (objective: AnySlo): Vector<never, 'ratio'> => complement(spentOf(objective));

/** The share of events that were good over the window of the objective. */
export const keptOf = ({ recorded, budget: { window } }: AnySlo): Vector<never, 'ratio'> =>
  complement(recorded.errorRatio(window));

const noValue = '–';

/** The same number with its legend, which Grafana leaves out where there is one alone. */
const named = (given: Panel): Panel => ({
  ...given,
  options: { ...given.options, textMode: 'value_and_name' },
});

/** What an objective has come to in its window, as numbers, and what is left of its budget over time. */
export const budgetPanels = (objective: AnySlo) => {
  const { languages, title, sli, budget, burnRates, leastFailures } = objective;
  const traffic = trafficSummary(sli, burnRates, leastFailures);
  const [kept, share, over] = [
    humanize(objective.objective),
    humanize(ratio(budget.share)),
    spoken(budget.window),
  ];
  const note = { ko: sli.note ? ` ${sli.note.ko}` : '', en: sli.note ? ` ${sli.note.en}` : '' };
  const told = (said: Localized): Spoken => onlyIn(languages, said);
  const left: Localized = {
    ko: `${over.ko} 동안 쓸 수 있는 오류 예산(${sli.events.ko}의 ${share}) 가운데 남은 비율입니다. 0% 아래면 목표를 지키지 못한 것입니다. Prometheus가 보관하는 기간까지만 계산합니다.${note.ko} ${traffic.ko}`,
    en: `What is left of the error budget, ${share} of ${sli.events.en} in ${over.en}; under 0% the objective is missed. It reaches back as far as Prometheus keeps its samples.${note.en} ${traffic.en}`,
  };
  const number = { noValue, width: 6, height: 6 } as const;
  return {
    budgetOverTime: timeseries(`${title.en}: Error Budget Left Over Time`, {
      description: told(left),
      signal: leftOf(objective),
      legend: 'left',
      budget: true,
      width: 12,
      height: 6,
    }),
    budgetLeft: stat(`${title.en}: Error Budget Left`, {
      ...number,
      description: told(left),
      signal: leftOf(objective),
      decimals: 1,
      budget: true,
    }),
    indicator: stat(`${title.en}: ${over.en}`, {
      ...number,
      description: told({
        ko: `최근 ${over.ko} 동안의 실제 값과 목표(${kept})입니다. 실패로 세는 것은 ${sli.failures.ko}입니다.${note.ko}`,
        en: `What it was over the last ${over.en}, and the objective (${kept}). What counts as failed: ${sli.failures.en}.${note.en}`,
      }),
      queries: [query(keptOf(objective), 'now'), query(constant(objective.objective), 'objective')],
      decimals: decimalsBeside(objective.objective),
    }),
    failures: named(
      stat(`${title.en}: Failures Used`, {
        ...number,
        // Links to it have its former title.
        key: `${title.en}: Failures`,
        description: told({
          ko: `목표를 지키면서 ${over.ko} 동안 실패해도 되는 ${sli.events.ko} 가운데 이미 실패한 비율입니다. 100%를 넘으면 목표를 지키지 못한 것입니다.`,
          en: `Of the ${sli.events.en} that may fail in ${over.en} while the objective is kept, the share that has failed already. Over 100% the objective is missed.`,
        }),
        signal: spentOf(objective),
        legend: 'used of allowed',
        decimals: 1,
      }),
    ),
  };
};

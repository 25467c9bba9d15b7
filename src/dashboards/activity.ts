import { type Activity, connectionCount, timesDone } from '#alerts/activity/activity.js';
import type { Duration } from '#ground/duration.js';
import { type Localized, completed, languagesOf, onlyIn } from '#ground/language.js';
import { spoken } from '#ground/spoken.js';
import type { LabelValues } from '#promql/metric/match.js';
import type { Gauge, Metric } from '#promql/metric/metric.js';
import { seconds } from '#promql/unit/limit.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { multiply } from '#promql/vector/arithmetic.js';
import { lastCounted } from '#promql/vector/last-counted.js';
import { increase, rate } from '#promql/vector/select.js';
import { since } from '#promql/vector/time.js';
import { type AlertOn, given } from './limits.js';
import { stat } from './panel/stat.js';
import { timeseries } from './panel/timeseries.js';

/** What is counted, and by which label it is told apart. */
export interface Work<B extends string> extends Pick<Activity, 'what'> {
  /** What panels are called after: `JSONL Files Written`. */
  readonly title: string;
  readonly by: B;
  /** How far back is looked for when something was last done; 3 days by default, in which a weekend has room. */
  readonly within?: Duration;
}

/** Over how long the alert looks, where there is none. */
const usualWindow: Duration = '10m';

/**
 * Work that must go on: how much of it was done in the shown range, how much each minute, how long ago the last was, and what the alert
 * looks at. A mean over the range hides a stop of 20 minutes, which the others show.
 */
export const workPanels = <const B extends string>(
  { done }: { readonly done: Metric<'counter', { readonly [K in B]: string } & LabelValues, 'count'> },
  { title, what: counted, by, within = '3d' }: Work<B>,
  { nothingDone }: { readonly nothingDone?: AlertOn<'count'> },
) => {
  const what = completed(counted);
  const told = (said: Localized) => onlyIn(languagesOf(counted), said);
  const window = nothingDone?.window ?? usualWindow;
  const long = spoken(window);
  const each = { by: [by] } as const;
  return {
    inRange: stat(title, {
      description: told({
        ko: `화면에 표시된 기간의 ${what.ko} 건수입니다. 잠시 멈춘 것은 여기서 보이지 않습니다.`,
        en: `How many ${what.en} there were in the shown range. A short stop is not seen here.`,
      }),
      signal: sum(increase(done, '$__range'), each),
      decimals: 0,
    }),
    sinceLast: stat(`${title}: Time Since the Last`, {
      description: told({
        ko: `마지막으로 세어진 지 얼마나 되었는지입니다(${what.ko}). 1분 단위로 찾으므로 최대 1분 짧게 나옵니다. ${spoken(within).ko} 안에 없었으면 비어 있습니다.`,
        en: `How long ago the last was counted, of ${what.en}: as much as a minute less, since each minute is looked at. Empty where there was none within ${spoken(within).en}.`,
      }),
      signal: since(max(lastCounted(done, within), each)),
      decimals: 0,
      noValue: `over ${within}`,
    }),
    perMinute: timeseries(`${title} per Minute`, {
      description: told({
        ko: `분당 ${what.ko} 건수입니다. 0으로 떨어진 구간이 멈춰 있던 때입니다.`,
        en: `${what.en} a minute. Where it falls to 0, they stood still.`,
      }),
      signal: multiply(sum(rate(done, '$__rate_interval'), each), seconds(60)),
    }),
    lately: timeseries(`${title} in ${long.en}`, {
      description: told({
        ko: `매 순간까지 ${long.ko} 동안의 ${what.ko} 건수입니다. 지표가 없어도 0입니다.`,
        en: `How many ${what.en} there were in the ${long.en} before each moment; 0 too where the metric is missing.`,
      }),
      signal: timesDone({ done }, window),
      legend: `in ${long.en}`,
      limits: given(nothingDone),
    }),
  };
};

/** Connections that must be there: how many there are now, and over time against the alert. */
export const connectionPanels = (
  metrics: { readonly connections: Gauge<never, 'count'> },
  { title, what: counted }: Pick<Work<string>, 'title' | 'what'>,
  { noActiveConnections }: { readonly noActiveConnections?: AlertOn<'count'> },
) => {
  const what = completed(counted);
  const told = (said: Localized) => onlyIn(languagesOf(counted), said);
  const missing: Localized = {
    ko: '지표가 없어도 0입니다.',
    en: '0 too where the metric is missing.',
  };
  const limits = given(noActiveConnections);
  return {
    now: stat(title, {
      description: told({
        ko: `지금의 ${what.ko} 수입니다. ${missing.ko}`,
        en: `How many ${what.en} there are now; ${missing.en}`,
      }),
      signal: connectionCount(metrics),
      limits,
    }),
    overTime: timeseries(`${title} Over Time`, {
      description: told({
        ko: `${what.ko} 수입니다. ${missing.ko}`,
        en: `How many ${what.en} there are; ${missing.en}`,
      }),
      signal: connectionCount(metrics),
      legend: 'connections',
      limits,
    }),
  };
};

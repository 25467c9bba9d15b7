import { burnRate } from '#alerts/slo/burn-alert.js';
import type { AnySlo } from '#alerts/slo/slo.js';
import { trafficSummary } from '#alerts/slo/traffic.js';
import { onlyIn } from '#ground/language.js';
import { objectAt } from '#ground/json.js';
import { spoken } from '#ground/spoken.js';
import { humanize } from '#promql/unit/humanize.js';
import { count } from '#promql/unit/limit.js';
import { constant } from '#promql/vector/set.js';
import type { OverrideModel } from '#dashboards/model.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { type Query, type SeriesColor, query, refId } from '#dashboards/query.js';
import { type Alerts, type Watched, pages, watchedBy } from './alerts.js';

/** The colours of windows, by what happens at their limit: those that page are never in the colour of a warning. */
const paging: readonly SeriesColor[] = ['red', 'orange', 'purple', 'blue'];
const other: readonly SeriesColor[] = ['yellow', 'blue', 'purple', 'green'];

/** A colour for each, which no other has. */
export const colorsOf = (watched: readonly Watched[]): readonly SeriesColor[] =>
  watched.reduce<readonly SeriesColor[]>((taken, each) => {
    const free = (pages(each) ? paging : other).filter((color) => !taken.includes(color));
    return [...taken, free[0] ?? 'grey'];
  }, []);

/** One curve or line, and whether it is that of a short window. */
interface Curve {
  readonly query: Query<'count'>;
  readonly isShort: boolean;
}

/** What a window's limit is called: that it pages, or that it only warns. */
const limitName = (each: Watched, factor: number): string =>
  `${pages(each) ? 'pages' : 'warns'} over ${humanize(count(factor))} (${each.long})`;

/** Each long window, the short one that must burn as fast, and the limit of both, in one colour. */
const curvesOf = ({ recorded, budget }: AnySlo, watched: readonly Watched[]): readonly Curve[] => {
  const colors = colorsOf(watched);
  const longs = watched.map(({ long }): string => long);
  const burning = (window: Watched['short'], color: SeriesColor | undefined): Query<'count'> =>
    query(burnRate(recorded, budget.share, window), window, color && { color });
  return watched.flatMap((each, i): readonly Curve[] => {
    const { long, short, told } = each;
    const color = colors[i];
    return [
      { query: burning(long, color), isShort: false },
      // The short window of one may be the long one of another, and is drawn there.
      ...(longs.includes(short) ? [] : [{ query: burning(short, color), isShort: true }]),
      ...(told
        ? [
            {
              query: query(constant(count(told.factor)), limitName(each, told.factor), {
                dashed: true,
                ...(color && { color }),
              }),
              isShort: false,
            },
          ]
        : []),
    ];
  });
};

const dotted: OverrideModel['properties'] = [
  { id: 'custom.lineStyle', value: { fill: 'dot', dash: [0, 6] } },
];

/** Slower than a tenth of what it may a budget burns of no concern. Of 0 there is no logarithm. */
const slowest = 0.1;

/**
 * Lines instead of Grafana's thresholds: of several in one colour it draws the lowest alone, and none of them is in the colour of the
 * curve that it is for. The panel still says whose limits it shows.
 */
const withOwnLines = (given: Panel, curves: readonly Curve[]): Panel => ({
  ...given,
  defaults: {
    ...given.defaults,
    min: slowest,
    thresholds: { mode: 'absolute', steps: [{ value: null, color: 'transparent' }] },
    custom: { ...objectAt(given.defaults, 'custom'), fillOpacity: 0, thresholdsStyle: { mode: 'off' } },
  },
  overrides: [
    ...given.overrides,
    ...curves.flatMap(({ isShort }, i): readonly OverrideModel[] =>
      isShort ? [{ matcher: { id: 'byFrameRefID', options: refId(i) }, properties: dotted }] : [],
    ),
  ],
});

/**
 * How many times as fast as it may a budget burns, over the windows of its alerts: each long window, dotted the short one that must burn
 * as fast, and dashed the pace at which both tell somebody, in one colour. Without alerts it is shown over the window of the objective.
 */
export const burnPanel = (objective: AnySlo, alerts: Alerts): Panel => {
  const { languages, title, sli, budget, recorded, burnRates, leastFailures } = objective;
  const traffic = trafficSummary(sli, burnRates, leastFailures);
  const over = spoken(budget.window);
  const [first, ...others] = curvesOf(objective, watchedBy(objective, alerts));
  const curves: readonly [Curve, ...Curve[]] = first
    ? [first, ...others]
    : [
        {
          query: query(burnRate(recorded, budget.share, budget.window), budget.window),
          isShort: false,
        },
      ];
  const [one, ...more] = curves;
  const panel = timeseries(`${title.en}: Burn Rate`, {
    description: onlyIn(languages, {
      ko: `오류 예산이 허용 속도의 몇 배로 줄고 있는지를 기간별로 보여 줍니다. 1이면 예산이 ${over.ko} 동안 꼭 맞게 쓰입니다. 긴 기간(실선)과 그 짧은 기간(점선)이 모두 같은 색의 파선을 넘으면 알립니다. 눈금은 10배씩이며, 허용 속도의 10분의 1보다 느린 것은 보이지 않습니다. ${traffic.ko}`,
      en: `How many times as fast as it may the error budget burns, over each of these windows. At 1 it lasts exactly ${over.en}. Somebody is told where a long window (solid) and its short one (dotted) are both over the dashed line of their colour. The axis counts by powers of ten; what burns slower than a tenth of what it may is not seen. ${traffic.en}`,
    }),
    queries: [one.query, ...more.map((each) => each.query)],
    limits: Object.values(alerts),
    logarithmic: true,
    width: 18,
    height: 9,
  });
  return withOwnLines(panel, curves);
};

import { type SessionMetrics, activeSessions } from '#alerts/concurrency/sessions.js';
import type { Alert } from '#alerts/rule/alert.js';
import { type WebVitalAlerts, type WebVitalMetrics, pageLoadP75 } from '#alerts/web.js';
import type { Counter } from '#promql/metric/metric.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate } from '#promql/vector/select.js';
import { orNone } from '#promql/vector/share.js';
import { given } from './limits.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

const window = '$__rate_interval';

/** How fast pages are in the browsers of those who open them: of each vital one panel, with the limit at which somebody is told. */
export const pageLoadPanels = (
  metrics: WebVitalMetrics,
  { slowFirstContentfulPaint, slowTimeToInteractive }: Partial<WebVitalAlerts>,
) => ({
  paint: timeseries('Page Load', {
    description: {
      ko: '페이지 로드 4건 중 3건이 이 시간 안에 첫 내용을 보였습니다(First Contentful Paint). 조작에 반응하기까지의 시간(Time to Interactive)은 곁의 패널에 있습니다.',
      en: 'Three of four page loads had shown something by then (First Contentful Paint). Until they reacted to their user (Time to Interactive) stands beside it.',
    },
    signal: pageLoadP75(metrics.firstContentfulPaint, window),
    legend: 'First Contentful Paint',
    limits: given(slowFirstContentfulPaint),
  }),
  reaction: timeseries('Time to Interactive', {
    description: {
      ko: '페이지 로드 4건 중 3건이 이 시간 안에 조작에 반응했습니다(Time to Interactive). 첫 내용은 제때 뜨는데 이것만 길면 스크립트가 브라우저를 붙들고 있는 것입니다.',
      en: 'Three of four page loads reacted to their user by then. Where pages show something in time and only this is long, scripts keep the browser busy.',
    },
    signal: pageLoadP75(metrics.timeToInteractive, window),
    legend: 'Time to Interactive',
    limits: given(slowTimeToInteractive),
  }),
});

/** What visitors do. */
export interface VisitMetrics extends SessionMetrics {
  readonly pageViews: Counter<never, 'count'>;
}

/** How many people there are, and how many pages they open. */
export const userBehaviourPanels = (
  metrics: VisitMetrics,
  { tooManySessions }: { readonly tooManySessions?: Alert<never, 'count'> },
) => ({
  sessions: timeseries('User Behaviour', {
    description: {
      ko: '활성 세션 수입니다. 페이지 조회는 곁의 패널에 있습니다. 둘 다 갑자기 줄면 접속 장애를 의심합니다.',
      en: 'Active sessions; page views stand beside it. Where both drop at once, people cannot get in.',
    },
    signal: activeSessions(metrics),
    legend: 'sessions',
    limits: given(tooManySessions),
  }),
  views: timeseries('Page Views', {
    description: {
      ko: '초당 페이지 조회 수입니다. 세션은 그대로인데 조회만 늘면 봇을 의심합니다.',
      en: 'Page views per second. Where these grow and sessions do not, look for bots.',
    },
    signal: sum(rate(metrics.pageViews, window)),
    legend: 'page views',
  }),
});

/** Errors that browsers tell. */
export interface ErrorMetrics {
  readonly pageViews: Counter<'page', 'count'>;
  readonly javascriptErrors: Counter<'page', 'count'>;
  readonly apiFailures: Counter<'page', 'count'>;
}

const perPage = { by: ['page'] } as const;

/** What goes wrong in browsers, by page. */
export const browserErrorsPanel = ({ pageViews, javascriptErrors, apiFailures }: ErrorMetrics) => {
  const perSecond = (errors: Counter<'page', 'count'>) =>
    orNone(sum(rate(errors, window), perPage), sum(rate(pageViews, window), perPage));
  return timeseries('Errors', {
    description: {
      ko: '브라우저에서 초당 일어난 JavaScript 오류와 API 호출 실패를 페이지로 나누어 보여 줍니다. 배포 직후 한 페이지에서만 늘었다면 그 배포가 원인입니다. 조회되는 페이지에 오류가 없으면 0입니다.',
      en: 'JavaScript errors and failed API calls per second in browsers, by page. Where one page has more right after a deployment, that deployment is the cause. A page that is viewed and has none reads 0.',
    },
    queries: [
      query(perSecond(javascriptErrors), ({ page }) => `${page} JavaScript`),
      query(perSecond(apiFailures), ({ page }) => `${page} API`),
    ],
  });
};

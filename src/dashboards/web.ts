import { type SessionMetrics, activeSessions } from '#alerts/concurrency/sessions.js';
import type { Alert } from '#alerts/rule/alert.js';
import { type WebVitalAlerts, type WebVitalMetrics, pageLoadP75 } from '#alerts/web.js';
import type { Counter } from '#promql/metric/metric.js';
import { humanize } from '#promql/unit/humanize.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate } from '#promql/vector/select.js';
import { orNone } from '#promql/vector/share.js';
import { given } from './limits.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

const window = '$__rate_interval';

const said = ({ condition: { limit } }: Alert<never, 'seconds'>): string => humanize(limit);

/** How fast pages are in the browsers of those who open them, each vital with the limit at which somebody is told. */
export const pageLoadPanel = (
  metrics: WebVitalMetrics,
  { slowFirstContentfulPaint: slowPaint, slowTimeToInteractive: slowReaction }: Partial<WebVitalAlerts>,
) =>
  timeseries('Page Load', {
    description: {
      ko: `페이지 로드 4건 중 3건이 이 시간 안에 첫 내용을 보였고(First Contentful Paint${slowPaint ? `, 기준 ${said(slowPaint)}` : ''}), 조작에 반응했습니다(Time to Interactive${slowReaction ? `, 기준 ${said(slowReaction)}` : ''}).`,
      en: `Three of four page loads had shown something by then (First Contentful Paint${slowPaint ? `, its limit is ${said(slowPaint)}` : ''}), and reacted to their user (Time to Interactive${slowReaction ? `, its limit is ${said(slowReaction)}` : ''}).`,
    },
    queries: [
      query(pageLoadP75(metrics.firstContentfulPaint, window), 'First Contentful Paint'),
      query(pageLoadP75(metrics.timeToInteractive, window), 'Time to Interactive'),
    ],
    limits: given(slowPaint, slowReaction),
  });

/** What visitors do. */
export interface VisitMetrics extends SessionMetrics {
  readonly pageViews: Counter<never, 'count'>;
}

/** How many people there are, and how many pages they open. */
export const userBehaviourPanel = (
  metrics: VisitMetrics,
  { tooManySessions }: { readonly tooManySessions?: Alert<never, 'count'> },
) =>
  timeseries('User Behaviour', {
    description: {
      ko: '활성 세션 수(왼쪽)와 초당 페이지 조회 수(오른쪽)입니다. 세션은 그대로인데 조회만 늘면 봇을, 둘 다 갑자기 줄면 접속 장애를 의심합니다.',
      en: 'Active sessions (left) and page views per second (right). Where only views grow look for bots; where both drop at once, for people who cannot get in.',
    },
    signal: activeSessions(metrics),
    legend: 'sessions',
    limits: given(tooManySessions),
    right: [query(sum(rate(metrics.pageViews, window)), 'page views')],
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

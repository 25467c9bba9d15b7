import type { Alert } from '#alerts/rule/alert.js';
import { type EndedSessions, type SessionTimes, bounceRate, sessionTime } from '#alerts/web/visits.js';
import type { Limit } from '#promql/unit/limit.js';
import { ratio } from '#promql/unit/limit.js';
import { given } from './limits.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

/** Sessions end one by one: over less than an hour a share of them says little. */
const window = '1h';

/** How long people stay, and how many leave from their first page. */
export const visitPanels = (
  metrics: EndedSessions & SessionTimes,
  { highBounceRate }: { readonly highBounceRate?: Alert<never, 'ratio'> },
  { sessionTime: target }: { readonly sessionTime?: Limit<'seconds'> } = {},
) => ({
  sessionTime: timeseries('Session Time', {
    description: {
      ko: `최근 한 시간에 끝난 세션의 절반이 이보다 오래 이어졌습니다${target ? '(선이 목표)' : ''}. 세션은 30분 동안 소식이 없으면 끝난 것으로 보므로, 그만큼 늦게 보입니다.`,
      en: `Half of the sessions that ended in the last hour went on for longer than this${target ? ' (the line is the target)' : ''}. A session has ended when nothing was heard of it for half an hour, and is seen that much later.`,
    },
    queries: [query(sessionTime(metrics, window), 'half of them')],
    ...(target && { expected: { from: target } }),
  }),
  bounceRate: timeseries('Bounce Rate', {
    description: {
      ko: '최근 한 시간에 끝난 세션 가운데 한 페이지만 본 것의 비율입니다. 끝난 세션이 없으면 선도 없습니다.',
      en: 'The share of the sessions that ended in the last hour that saw one page only. Where none ended there is no line.',
    },
    signal: bounceRate(metrics, window),
    legend: 'bounces',
    limits: given(highBounceRate),
    max: ratio(1),
  }),
});

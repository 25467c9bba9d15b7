import type { Duration } from '#ground/duration.js';
import { type Limit, perSecond } from '#promql/unit/limit.js';
import { compare } from '#promql/vector/compare.js';
import { eventRate, tooManyFail } from '#alerts/failing/failing.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { grows } from '#alerts/scenario/behaviour.js';
import { commands, query } from '#alerts/text/command.js';
import { tooFewToTell } from '#alerts/text/least-events.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import type { Localized } from '#ground/language.js';
import { type EndedSessions, bounceRate, leaving } from './visits.js';

const sessionWord: Localized = { ko: '끝난 세션', en: 'sessions that ended' };

export interface BounceLimits {
  /** The share of the sessions that may end after one page. */
  readonly most: Limit<'ratio'>;
  /** Fewer sessions than this say nothing. By default 30 in an hour. */
  readonly leastSessions?: Limit<'perSecond'>;
  /** How far back it looks; an hour by default. */
  readonly window?: Duration;
}

/** People who come, and leave from the page that they came to: more of them than usual. */
export const highBounceRate = (
  subject: Subject,
  metrics: EndedSessions,
  { most, leastSessions = perSecond(30 / 3600), window = '1h' }: BounceLimits,
): Alert<never, 'ratio'> => {
  const { sessionsEnded, bounces } = metrics;
  const tooFew = (window: Duration) => tooFewToTell(sessionWord, leastSessions, window);
  const look = (window: Duration): string =>
    [query(bounceRate(metrics, window)), commands(placeOf(subject).deployed(sessionsEnded))].join('\n\n');
  return alert('HighBounceRate', {
    limit: most,
    window,
    for: '10m',
    severity: 'warning',
    component: 'website',
    when: ({ limit, window }) => tooManyFail(leaving(metrics), limit, window),
    given: ({ window }) => compare(eventRate(leaving(metrics), window), '>', leastSessions),
    says: {
      ko: ({ value, limit, window, facts }) => ({
        summary: `${subject.ko}: 세션의 ${value}가 한 페이지만 보고 끝났습니다`,
        description: `최근 ${window} 동안 끝난 세션의 ${value}가 첫 페이지에서 떠났습니다(기준 ${limit}). 같은 시각에 페이지가 느려졌거나 JavaScript 오류가 늘었는지, 봇이나 광고로 방문이 몰렸는지부터 확인하세요.`,
        meaning: `${subject.ko} 웹사이트에서 최근 ${window} 동안 끝난 세션 가운데 한 페이지만 본 것의 비율(이탈률)이 ${limit}보다 높습니다. 세션은 30분 동안 아무 소식이 없으면 끝난 것으로 보므로, 원인은 그보다 앞서 있습니다.${tooFew(facts.window).ko}`,
        impact: '사용자가 찾던 것을 찾지 못하고 떠납니다. 고장 난 페이지라면 아무것도 하지 못합니다.',
        check: `먼저 페이지 로드와 오류 패널에서 30분에서 한 시간 반 전을 보고, 그때의 배포와 맞춰 봅니다. 조회가 한 페이지에만 몰렸으면 그 페이지를 열어 봅니다.\n\n${look(facts.window)}`,
        action:
          '배포 직후라면 되돌립니다. 느린 페이지나 오류의 알림이 함께 왔으면 그것을 먼저 처리합니다. 봇이면 앞단에서 막습니다. 한 페이지만 보면 되는 방문(공지, 광고)이 늘었을 뿐이라면 기준을 조정합니다.',
      }),
      en: ({ value, limit, window, facts }) => ({
        summary: `${subject.en}: ${value} of sessions end after one page`,
        description: `Of the sessions that ended in the last ${window} ${value} left from their first page (limit ${limit}). See first whether pages became slow or had errors at that time, and whether bots or an advertisement brought many visits.`,
        meaning: `Of the sessions on the website of ${subject.en} that ended in the last ${window} more than ${limit} saw one page only (the bounce rate). A session has ended when nothing was heard of it for half an hour, so the cause lies that far back.${tooFew(facts.window).en}`,
        impact: 'People leave without what they came for. If a page is broken, they can do nothing at all.',
        check: `Look at the panels of page loads and of errors between half an hour and an hour and a half ago, and compare with the deployments of that time. If the views are all of one page, open it.\n\n${look(facts.window)}`,
        action:
          'Right after a deployment, roll back. If there is an alert about slow pages or errors too, work on that first. Block bots in front. If there are only more visits that need one page (a notice, an advertisement), change the limit.',
      }),
    },
    proof: () => ({
      reading: {
        at: (share, _, perSecond) => [
          grows(sessionsEnded, {}, perSecond),
          grows(bounces, {}, perSecond * share),
        ],
        well: 0.2,
        when: (value) => `${value} of sessions end after one page`,
        labels: {},
        events: { least: leastSessions, what: sessionWord.en },
      },
    }),
  });
};

import { withParticle } from '#ground/particle.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { commands } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type SessionMetrics, activeSessions } from './sessions.js';

export interface SessionLimits {
  /** How many at once the website is made for. */
  readonly most: Limit<'count'>;
}

/** More people on a website at once than it is made for. */
export const tooManySessions = (
  subject: Subject,
  metrics: SessionMetrics,
  { most }: SessionLimits,
): Alert<never, 'count'> => {
  const { sessions } = metrics;
  const place = placeOf(subject);
  const { podOrContainer, copies } = place;
  const { find, name } = place.exporting(sessions);
  const look = commands(...find, place.usage(sessions), place.logs(sessions, name, '--since=15m'));
  return alert('TooManySessions', {
    limit: most,
    for: '5m',
    severity: 'warning',
    component: 'website',
    when: ({ limit }) => above(activeSessions(metrics), limit),
    says: {
      ko: ({ value, limit }) => ({
        summary: `${subject.ko}: 활성 세션이 ${value}개입니다`,
        description: `웹사이트의 활성 세션이 ${value}개입니다(기준 ${limit}개). 사람이 몰린 것인지 봇이 세션을 만드는 것인지 페이지별 조회 수로 가늠하고, 응답 시간과 CPU에 여유가 있는지 확인하세요.`,
        meaning: `${subject.ko} 웹사이트의 활성 세션이 모든 인스턴스를 더해 ${limit}개를 넘었습니다. 감당하도록 만든 만큼보다 많습니다.`,
        impact: '아직은 없을 수 있습니다. 더 늘면 페이지가 느려지고, 세션 저장소의 메모리가 찹니다.',
        check: `${withParticle(podOrContainer.ko, '이/가')} CPU와 메모리를 얼마나 쓰는지, 로그에 같은 주소에서 온 요청이 이어지는지 봅니다.\n\n${look}`,
        action: `행사나 공지 때문이라면 ${withParticle(copies.ko, '을/를')} 늘리고 정적 페이지를 CDN에 맡깁니다. 봇이라면 앞단에서 막거나 호출 수를 제한합니다. 세션이 끝나지 않고 쌓이기만 한다면 만료 시간을 확인합니다. 늘 이만큼 온다면 용량을 늘리고 기준을 조정합니다.`,
      }),
      en: ({ value, limit }) => ({
        summary: `${subject.en}: ${value} sessions are active`,
        description: `The website has ${value} active sessions (limit ${limit}). Judge by the views of each page whether it is people or bots that open them, and see whether response times and CPU leave room.`,
        meaning: `The website of ${subject.en} has more than ${limit} active sessions, all instances together: more than it was made for.`,
        impact:
          'Perhaps none yet. If there are more still, pages get slow and the store of sessions runs full.',
        check: `See how much CPU and memory each ${podOrContainer.en} takes, and whether the log shows requests of one address over and over.\n\n${look}`,
        action: `If it is an event or an announcement, add ${copies.en} and leave static pages to a CDN. If it is bots, block them in front or limit their rate. If sessions only pile up and never end, see when they expire. If that many come every day, make room and change the limit.`,
      }),
    },
    proof: () => ({
      reading: {
        at: (value) => [holds(sessions, {}, value)],
        well: 0,
        when: (value) => `${value} sessions are active`,
        labels: {},
      },
    }),
  });
};

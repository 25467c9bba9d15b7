import { withParticle } from '#ground/particle.js';
import type { Gauge } from '#promql/metric/metric.js';
import { count } from '#promql/unit/limit.js';
import { type Localized, completed, languagesOf, onlyIn } from '#ground/language.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { type Activity, connectionCount } from './activity.js';
import { inWords } from './words.js';

/** What it means that there are none, where nobody says more. */
const cutOff: Localized = {
  ko: '그 연결로 오가던 것이 모두 멈추고, 그것에 기대는 일도 곧 멈춥니다.',
  en: 'Nothing comes or goes by them any more, and what depends on it soon stands still.',
};

/** Connections that are all gone in the hours in which there must be some. */
export const noActiveConnections = (
  subject: Subject,
  { connections }: { readonly connections: Gauge<never, 'count'> },
  { what: counted, during, impact: said = cutOff }: Activity,
): Alert<never, 'count'> => {
  const [what, impact] = [completed(counted), completed(said)];
  const { podOrContainer } = placeOf(subject);
  const look = connectionCommands(subject, connections);
  return alert('NoActiveConnections', {
    limit: count(0),
    for: '5m',
    severity: 'warning',
    when: ({ limit }) => equal(connectionCount({ connections }), limit),
    during: () => during,
    says: onlyIn(languagesOf(counted, said), {
      ko: ({ for: pending }) => ({
        summary: `${subject.ko}: ${what.ko} 수가 0입니다`,
        description: `운영 시간(${inWords(during)})인데 ${pending} 넘게 ${what.ko} 수가 0이거나 지표가 없습니다. 로그에서 연결이 끊긴 시각과 사유(인증 만료, 거절, 시간 초과)를 보고, 상대 서비스에 장애가 있는지 확인하세요.`,
        meaning: `운영 시간(${inWords(during)})에 ${subject.ko}의 ${what.ko} 수가 0이거나, 그 지표가 사라졌습니다.`,
        impact: impact.ko,
        check: `${withParticle(podOrContainer.ko, '과/와')} 연결 오류 로그를 보고, ${podOrContainer.ko}마다 연결 수를 조회합니다.\n\n${look}`,
        action: `인증이 만료됐으면 자격 증명을 갱신합니다. 상대 서비스가 장애면 공지를 확인하고 기다립니다. 연결을 다시 시도하지 않으면 ${withParticle(podOrContainer.ko, '을/를')} 재시작합니다. 공휴일이면 그날만 알림을 끕니다.`,
      }),
      en: ({ for: pending }) => ({
        summary: `${subject.en}: there are no ${what.en}`,
        description: `It is between ${inWords(during)}, and for more than ${pending} there have been no ${what.en}, or the metric is missing. See in the log when and why connecting failed (expired credentials, refusal, timeout), and whether the other side has an outage.`,
        meaning: `Between ${inWords(during)} there are no ${what.en} of ${subject.en}, or the metric is gone.`,
        impact: impact.en,
        check: `Look at the ${podOrContainer.en}s and at the errors of connecting in their logs, and ask Prometheus how many each ${podOrContainer.en} has.\n\n${look}`,
        action: `If credentials have expired, renew them. If the other side has an outage, read its notices and wait. If the ${podOrContainer.en} does not try again, restart it. On a public holiday, silence the alert for the day.`,
      }),
    }),
    proof: () => ({
      reading: {
        at: (value) => [holds(connections, {}, value)],
        well: 3,
        when: (value) => (value === '0' ? 'there is none' : `${value} is left`),
        labels: {},
        gone: { reads: 0, when: 'the gauge is gone' },
      },
    }),
  });
};

const connectionCommands = (subject: Subject, connections: Gauge<never, 'count'>): string => {
  const place = placeOf(subject);
  const { find, name } = place.exporting(connections);
  return [
    commands(...find, place.logs(connections, name, '--since=15m')),
    query(connectionCount({ connections })),
  ].join('\n\n');
};

import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import { no } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { upReading } from '#alerts/scenario/up.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { checkCommands } from './commands.js';
import { type PostgresMetrics, databaseUp } from './connections.js';

/** A PostgreSQL server that does not answer. */
export const databaseDown = (
  subject: Subject,
  { up }: PostgresMetrics,
  { for: pending = '2m' }: { readonly for?: Duration } = {},
): Alert<never, 'boolean'> => {
  const place = placeOf(subject);
  const { podOrContainer, ending, storage, credentials } = place;
  return alert('DatabaseDown', {
    limit: no,
    for: pending,
    severity: 'critical',
    component: 'database',
    when: ({ limit }) => equal(databaseUp({ up }), limit),
    says: {
      ko: (facts) => ({
        summary: `${subject.ko}: PostgreSQL이 응답하지 않습니다`,
        description: `${facts.for} 넘게 postgres_exporter가 PostgreSQL에 접속하지 못하고 있습니다(pg_up 0). 데이터베이스 ${podOrContainer.ko}의 상태와 로그부터 확인하고, ${withParticle(podOrContainer.ko, '이/가')} 정상이면 남은 연결 수와 익스포터를 살펴보세요.`,
        meaning: `${subject.ko}의 PostgreSQL에 접속할 수 없다고 익스포터가 알립니다. 익스포터 자체가 사라지면 알 수 없으므로, 그것은 TargetDown이 알립니다.`,
        impact: '데이터베이스가 필요한 요청과 작업이 모두 실패합니다.',
        check: `${withParticle(podOrContainer.ko, '과/와')} 로그를 보고, 서버가 접속을 받는지 묻습니다. 연결을 다 써도 pg_up은 0이 됩니다("too many clients already").\n\n${checkCommands(place, up)}`,
        action: `${withParticle(podOrContainer.ko, '이/가')} 없거나 재시작을 반복하면 ${withParticle(ending.ko, '과/와')} ${withParticle(`${storage.ko}(가득 참)`, '을/를')} 확인합니다. 연결이 모자라면 오래 쉬는 연결을 끊고 연결을 새게 하는 애플리케이션을 재시작합니다. 데이터베이스가 정상인데 익스포터만 접속하지 못하면 익스포터의 ${withParticle(credentials.ko, '과/와')} 로그를 확인합니다.`,
      }),
      en: (facts) => ({
        summary: `${subject.en}: PostgreSQL does not answer`,
        description: `For more than ${facts.for} postgres_exporter has not been able to connect to PostgreSQL (pg_up is 0). Look at the state and the logs of the database's ${podOrContainer.en} first; if it is well, at the connections left and at the exporter.`,
        meaning: `The exporter says that it cannot connect to the PostgreSQL of ${subject.en}. Where the exporter itself is gone nobody knows, and TargetDown tells of that.`,
        impact: 'Every request and job that needs the database fails.',
        check: `Look at the ${podOrContainer.en}s and their logs, and ask the server whether it accepts connections. pg_up is 0 too when all connections are taken ("too many clients already").\n\n${checkCommands(place, up)}`,
        action: `If the ${podOrContainer.en} is missing or restarts again and again, see ${ending.en} and whether its ${storage.en} is full. If connections are used up, end those that have long been idle and restart the application that leaks them. If the database is well and only the exporter cannot connect, see ${credentials.en}, and its logs.`,
      }),
    },
    proof: () => upReading(up),
  });
};

import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import { no } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { upReading } from '#alerts/scenario/up.js';
import { commands } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { redisCommands } from './commands.js';
import { type RedisMetrics, redisUp } from './servers.js';

/** A Redis server that does not answer. */
export const redisDown = (
  subject: Subject,
  { up }: RedisMetrics,
  { for: pending = '1m' }: { readonly for?: Duration } = {},
): Alert<never, 'boolean'> => {
  const place = placeOf(subject);
  const { podOrContainer, ending, storage } = place;
  const { find, logs, ask } = redisCommands(place, up);
  const look = commands(...find, logs, ask('ping'), ...place.exporterLogs(up));
  return alert('RedisDown', {
    limit: no,
    for: pending,
    severity: 'critical',
    component: 'cache',
    when: ({ limit }) => equal(redisUp({ up }), limit),
    says: {
      ko: ({ for: pending }) => ({
        summary: `${subject.ko}: Redis가 응답하지 않습니다`,
        description: `${pending} 넘게 redis_exporter가 Redis에 접속하지 못하고 있습니다(redis_up 0). Redis ${podOrContainer.ko}의 상태와 로그부터 확인하고, ${withParticle(podOrContainer.ko, '이/가')} 정상이면 익스포터의 로그와 비밀번호를 살펴보세요.`,
        meaning: `${subject.ko}의 Redis에 접속할 수 없다고 익스포터가 알립니다. 익스포터 자체가 사라지면 알 수 없으므로, 그것은 TargetDown이 알립니다.`,
        impact:
          '캐시로 쓴다면 그 뒤에 있는 것(흔히 데이터베이스)으로 요청이 몰립니다. 세션이나 작업 큐를 두었다면 로그인이 풀리고 작업이 멈춥니다.',
        check: `${withParticle(podOrContainer.ko, '과/와')} 로그를 보고, 서버가 답하는지 묻습니다. \`NOAUTH\`나 \`WRONGPASS\`가 보이면 익스포터의 비밀번호가 틀린 것이고, \`LOADING\`이면 디스크에서 데이터를 읽는 중입니다.\n\n${look}`,
        action: `${withParticle(podOrContainer.ko, '이/가')} 없거나 재시작을 반복하면 ${withParticle(ending.ko, '과/와')} 종료 사유(OOMKilled)를 확인하고, 메모리 한도가 maxmemory보다 넉넉한지 봅니다. ${withParticle(storage.ko, '이/가')} 가득 차 저장하지 못하면 공간을 마련합니다. 캐시로 쓴다면 그 뒤로 몰린 부하도 함께 살핍니다.`,
      }),
      en: ({ for: pending }) => ({
        summary: `${subject.en}: Redis does not answer`,
        description: `For more than ${pending} redis_exporter has not been able to connect to Redis (redis_up is 0). Look at the state and the logs of the Redis ${podOrContainer.en} first; if it is well, at the exporter's log and its password.`,
        meaning: `The exporter says that it cannot connect to the Redis of ${subject.en}. Where the exporter itself is gone nobody knows, and TargetDown tells of that.`,
        impact:
          'Where it is a cache, requests fall upon what is behind it, often a database. Where it keeps sessions or job queues, people are logged out and jobs stop.',
        check: `Look at the ${podOrContainer.en}s and their logs, and ask the server whether it answers. \`NOAUTH\` or \`WRONGPASS\` means that the exporter has a wrong password, \`LOADING\` that the server still reads its data from disk.\n\n${look}`,
        action: `If the ${podOrContainer.en} is missing or restarts again and again, see ${ending.en} and why it ended (OOMKilled), and that its memory limit leaves room above maxmemory. If it cannot save because its ${storage.en} is full, make room. Where it is a cache, keep an eye on the load that now falls upon what is behind it.`,
      }),
    },
    proof: () => upReading(up),
  });
};

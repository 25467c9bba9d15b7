import { withParticle } from '#ground/particle.js';
import { humanize } from '#promql/unit/humanize.js';
import { psql } from '#alerts/postgres/commands.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import {
  type Pool,
  type PoolMetrics,
  mostAllowed,
  poolInUse,
  poolUsed,
  refuseNoPool,
} from './connections.js';

const oldest =
  'select pid, state, now() - xact_start as open, left(query, 60) from pg_stat_activity where xact_start is not null order by xact_start limit 20';

/**
 * A pool of database connections of which next to none is left, so that requests wait for one.
 *
 * @throws Error on a size that is no number of connections, and on a share that no pool can exceed, or none can keep.
 */
export const databasePoolExhausted = (
  subject: Subject,
  metrics: PoolMetrics,
  { size, used }: Pool,
): Alert<'instance', 'ratio'> => {
  const { inUse } = metrics;
  const place = placeOf(subject);
  const { podOrContainer } = place;
  const application = place.exporting(inUse, [], 'the application of the list');
  const database = place.chosen(inUse, 'the database of the list');
  const look = [
    query(poolInUse(metrics)),
    commands(
      ...application.find,
      place.logs(inUse, application.name, '--tail=100'),
      ...database.find,
      place.exec(inUse, database.name, `sh -c '${psql} -c "${oldest}"'`),
    ),
  ].join('\n\n');
  const all = humanize(size);
  return alert('DatabasePoolExhausted', {
    limit: used,
    for: '5m',
    severity: 'critical',
    component: 'database',
    when: ({ limit }) => {
      refuseNoPool({ size, used: limit });
      return above(poolUsed(metrics, { size }), limit);
    },
    says: {
      ko: ({ value, limit, labels: { instance } }) => ({
        summary: `${subject.ko}: ${instance}의 데이터베이스 커넥션 풀을 ${value} 쓰고 있습니다`,
        description: `${instance}의 풀에 있는 커넥션 ${all}개 가운데 ${value}가 나가 있습니다(기준 ${limit}). 다 나가면 요청은 커넥션이 돌아올 때까지 기다리다가 시간 초과로 실패합니다. 오래 열린 트랜잭션이나 느린 쿼리가 있는지부터 확인하세요.`,
        meaning: `${subject.ko}의 한 인스턴스가 데이터베이스 풀에 있는 커넥션 ${all}개 가운데 ${withParticle(limit, '을/를')} 넘게 쓰고 있습니다. 여러 워커가 저마다 알리면 가장 많이 쓰는 워커의 값입니다.`,
        impact:
          '풀이 비면 데이터베이스가 필요한 요청은 모두 커넥션을 기다리다가 시간 초과로 실패합니다. 데이터베이스 자체는 한가할 수도 있습니다.',
        check: `데이터베이스에서 가장 오래 열린 트랜잭션을 봅니다. \`idle in transaction\`이 위에 있으면 커넥션을 돌려주지 않는 코드, \`active\`면 느린 쿼리나 잠금입니다. 로그에는 커넥션을 기다리다 실패한 오류(SQLAlchemy라면 \`QueuePool limit\`)가 남습니다. 데이터베이스가 한가하면 요청이 늘어 풀이 작은 것입니다.\n\n${look}`,
        action: `커넥션을 쥐고 있는 쿼리를 \`pg_terminate_backend\`로 끊고, 급하면 애플리케이션 ${withParticle(podOrContainer.ko, '을/를')} 재시작합니다. 커넥션을 돌려주지 않는 코드(닫지 않은 세션, 외부 API를 기다리는 트랜잭션)를 고칩니다. 풀을 키울 때는 워커 수 × 풀 크기가 max_connections보다 작은지 확인합니다.`,
      }),
      en: ({ value, limit, labels: { instance } }) => ({
        summary: `${subject.en}: ${value} of the database pool of ${instance} is in use`,
        description: `${instance} has ${value} of the ${all} connections of its pool checked out (limit ${limit}). Once all are, requests wait until one comes back, and fail by timeout. See first whether transactions are left open, or queries slow.`,
        meaning: `An instance of ${subject.en} has more than ${limit} of the ${all} connections of its database pool checked out. Of several workers that each report theirs, it is the one with most.`,
        impact:
          'Once the pool is empty every request that needs the database waits for a connection and fails by timeout, though the database itself may have nothing to do.',
        check: `See in the database which transactions have been open longest: \`idle in transaction\` on top is code that gives no connection back, \`active\` a slow query or a lock. The log has errors of waiting for a connection (of SQLAlchemy \`QueuePool limit\`). If the database has nothing to do, there are more requests than the pool is made for.\n\n${look}`,
        action: `End the queries that hold connections with \`pg_terminate_backend\`, and if it is urgent restart the ${podOrContainer.en} of the application. Mend the code that gives no connection back: sessions that are not closed, transactions that wait for other people's APIs. Before making the pool larger, see that workers × pool size is less than max_connections.`,
      }),
    },
    proof: ({ limit }) => {
      const most = mostAllowed({ size, used: limit });
      return {
        reading: {
          at: (value, labels) => [holds(inUse, labels, Math.round(value * size.value))],
          well: 0,
          when: (value) => `${value} of ${all} connections are in use`,
          boundary: { over: (most + 1) / size.value, under: most / size.value },
          labels: oneOf(inUse, ['instance']),
        },
      };
    },
  });
};

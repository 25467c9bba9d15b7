import { withParticle } from '#ground/particle.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { checkCommands } from './commands.js';
import { type ConnectionMetrics, connectionRatio, connectionsInUse } from './connections.js';
import { taken } from './taken.js';

export interface ConnectionShare {
  /** Share that may be taken of the connections that clients can have: `max_connections` less those that are kept for some roles. */
  readonly used: Limit<'ratio'>;
}

/** A PostgreSQL server that is about to refuse connections. */
export const connectionsExhausted = (
  subject: Subject,
  metrics: ConnectionMetrics,
  { used }: ConnectionShare,
): Alert<'instance', 'ratio'> => {
  const { connections } = metrics;
  const place = placeOf(subject);
  const { podOrContainer, copies } = place;
  const look = `${checkCommands(place, connections)}\n\n${query(connectionsInUse(metrics))}`;
  return alert('DatabaseConnectionsExhausted', {
    limit: used,
    for: '2m',
    severity: 'critical',
    component: 'database',
    when: ({ limit }) => above(connectionRatio(metrics), limit),
    says: {
      ko: ({ value, limit }) => ({
        summary: `${subject.ko}: PostgreSQL 연결의 ${value}가 사용 중입니다`,
        description: `클라이언트가 쓸 수 있는 PostgreSQL 연결 가운데 ${value}가 사용 중입니다(기준 ${limit}). 다 차면 새 접속이 거절됩니다("remaining connection slots are reserved"). pg_stat_activity에서 어느 애플리케이션이 연결을 잡고 있는지, idle 연결이 쌓였는지부터 확인하세요.`,
        meaning: `${subject.ko}의 PostgreSQL에서 클라이언트가 쓸 수 있는 연결 가운데 ${withParticle(limit, '을/를')} 넘게 쓰고 있습니다. max_connections에서 관리자용으로 남겨 둔 연결(superuser_reserved_connections, PostgreSQL 16부터는 reserved_connections도)을 뺀 수가 100%입니다. 쉬고 있는(idle) 연결도 자리를 차지하므로 모든 상태를 셉니다.`,
        impact:
          '연결이 다 차면 애플리케이션이 데이터베이스에 새로 접속하지 못해 요청이 실패합니다. 그때는 익스포터도 접속하지 못해(pg_up 0) 연결 수를 아무도 세지 못하고, 데이터베이스가 멈춘 것처럼 보입니다.',
        check: `상태별 연결 수를 보고, \`idle\`이나 \`idle in transaction\`이 많으면 누수, \`active\`가 많으면 부하나 느린 쿼리입니다.\n\n${look}`,
        action: `오래 쉬는 연결은 \`pg_terminate_backend\`로 끊고, 연결을 새게 하는 ${withParticle(podOrContainer.ko, '을/를')} 재시작합니다. ${withParticle(copies.ko, '을/를')} 막 늘렸다면 ${copies.ko} 수 × 풀 크기가 max_connections에서 남겨 둔 연결을 뺀 수보다 작은지 확인합니다. 계속 모자라면 풀 크기를 줄이거나 PgBouncer를 둡니다. max_connections를 올리려면 데이터베이스를 재시작해야 합니다. PostgreSQL 16부터는 reserved_connections를 두고 익스포터의 역할에 pg_use_reserved_connections를 주면, 다 찼을 때도 연결 수가 보입니다.`,
      }),
      en: ({ value, limit }) => ({
        summary: `${subject.en}: ${value} of PostgreSQL's connections are in use`,
        description: `Of the connections that clients can have of PostgreSQL ${value} are in use (limit ${limit}). Once all are taken, new ones are refused ("remaining connection slots are reserved"). See in pg_stat_activity which application holds them, and whether idle ones pile up.`,
        meaning: `More than ${limit} of the connections that clients can have of the PostgreSQL of ${subject.en} are in use. 100% is max_connections less those that are kept for administrators (superuser_reserved_connections, and since PostgreSQL 16 reserved_connections). Idle connections take a place too, so every state is counted.`,
        impact:
          'Once all are taken the application cannot open any more, and requests fail. Then the exporter cannot connect either: pg_up is 0, nobody counts the connections any more, and it looks as if the database were down.',
        check: `See the connections by state: many \`idle\` or \`idle in transaction\` are a leak, many \`active\` are load or slow queries.\n\n${look}`,
        action: `End connections that have long been idle with \`pg_terminate_backend\`, and restart the ${podOrContainer.en}s that leak them. If ${copies.en} were just added, see that ${copies.en} × pool size is less than max_connections without those that are kept. If it happens again, make the pools smaller or put PgBouncer in front. Raising max_connections takes a restart of the database. Since PostgreSQL 16 the exporter still sees the connections once all are taken, if there are reserved_connections and its role has pg_use_reserved_connections.`,
      }),
    },
    proof: (facts) => taken(metrics, facts),
  });
};

import { withParticle } from '../../ground/particle.js';
import type { Limit } from '../../promql/unit/limit.js';
import { type Alert, alert } from '../rule/alert.js';
import { above } from '../rule/condition.js';
import { type Behaviour, holds } from '../scenario/behaviour.js';
import { oneOf, withLabels } from '../scenario/labels.js';
import { query } from '../text/command.js';
import { type Subject, placeOf } from '../text/subject.js';
import { checkCommands } from './commands.js';
import { type ConnectionMetrics, connectionRatio, connectionsInUse } from './connections.js';

export interface ConnectionShare {
  /** Share of `max_connections` that may be taken. */
  readonly used: Limit<'ratio'>;
}

/** A PostgreSQL server that is about to refuse connections. */
export const connectionsExhausted = (
  subject: Subject,
  metrics: ConnectionMetrics,
  { used }: ConnectionShare,
): Alert<'instance', 'ratio'> => {
  const { connections, maxConnections } = metrics;
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
        description: `max_connections 가운데 ${value}가 사용 중입니다(기준 ${limit}). 다 차면 새 접속이 거절됩니다("too many clients already"). pg_stat_activity에서 어느 애플리케이션이 연결을 잡고 있는지, idle 연결이 쌓였는지부터 확인하세요.`,
        meaning: `${subject.ko}의 PostgreSQL이 받을 수 있는 연결 가운데 ${withParticle(limit, '을/를')} 넘게 쓰고 있습니다. 쉬고 있는(idle) 연결도 자리를 차지하므로 모든 상태를 셉니다.`,
        impact:
          '연결이 다 차면 애플리케이션이 데이터베이스에 새로 접속하지 못해 요청이 실패합니다. 마지막 몇 개는 관리자용으로 남겨 두므로 100%가 되기 전에 거절이 시작됩니다. 그때는 익스포터도 접속하지 못해(pg_up 0) 연결 수를 아무도 세지 못하고, 데이터베이스가 멈춘 것처럼 보입니다.',
        check: `상태별 연결 수를 보고, \`idle\`이나 \`idle in transaction\`이 많으면 누수, \`active\`가 많으면 부하나 느린 쿼리입니다.\n\n${look}`,
        action: `오래 쉬는 연결은 \`pg_terminate_backend\`로 끊고, 연결을 새게 하는 ${withParticle(podOrContainer.ko, '을/를')} 재시작합니다. ${withParticle(copies.ko, '을/를')} 막 늘렸다면 ${copies.ko} 수 × 풀 크기가 max_connections보다 작은지 확인합니다. 계속 모자라면 풀 크기를 줄이거나 PgBouncer를 둡니다. max_connections를 올리려면 데이터베이스를 재시작해야 합니다.`,
      }),
      en: ({ value, limit }) => ({
        summary: `${subject.en}: ${value} of PostgreSQL's connections are in use`,
        description: `Of max_connections ${value} are in use (limit ${limit}). Once all are taken, new connections are refused ("too many clients already"). See in pg_stat_activity which application holds them, and whether idle ones pile up.`,
        meaning: `More than ${limit} of the connections that the PostgreSQL of ${subject.en} accepts are in use. Idle connections take a place too, so every state is counted.`,
        impact:
          'Once all are taken the application cannot open any more, and requests fail. A few are kept for administrators, so refusals begin before 100%. Then the exporter cannot connect either: pg_up is 0, nobody counts the connections any more, and it looks as if the database were down.',
        check: `See the connections by state: many \`idle\` or \`idle in transaction\` are a leak, many \`active\` are load or slow queries.\n\n${look}`,
        action: `End connections that have long been idle with \`pg_terminate_backend\`, and restart the ${podOrContainer.en}s that leak them. If ${copies.en} were just added, see that ${copies.en} × pool size is less than max_connections. If it happens again, make the pools smaller or put PgBouncer in front. Raising max_connections takes a restart of the database.`,
      }),
    },
    proof: () => {
      const most = 1000;
      return {
        reading: {
          // Most of them idle: whoever counts only the active ones does not see it.
          at: (value, labels) => {
            const inState = (state: string, share: number): Behaviour =>
              withLabels({ state })(holds(connections, labels, share * value * most));
            return [inState('active', 0.2), inState('idle', 0.8), holds(maxConnections, labels, most)];
          },
          well: 0,
          when: (value) => `${value} are in use, most of them idle`,
          labels: oneOf(connections, ['instance']),
        },
      };
    },
  });
};

import { withParticle } from '#ground/particle.js';
import { humanize } from '#promql/unit/humanize.js';
import { type Limit, count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { type Behaviour, holds } from '#alerts/scenario/behaviour.js';
import { boundaryOf } from '#alerts/scenario/boundary.js';
import { becoming } from '#alerts/scenario/course.js';
import { oneOf, withLabels } from '#alerts/scenario/labels.js';
import { scrapedTwice } from '#alerts/scenario/scraped-twice.js';
import { query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { checkCommands } from './commands.js';
import { type ConnectionCountMetrics, connectionsInUse } from './connections.js';

export interface ConnectionCount {
  /** Connections that a server may have, idle ones among them. */
  readonly most: Limit<'count'>;
}

/** A PostgreSQL server with more connections than its application should need. */
export const tooManyConnections = (
  subject: Subject,
  metrics: ConnectionCountMetrics,
  { most }: ConnectionCount,
): Alert<'instance', 'count'> => {
  const { connections } = metrics;
  const place = placeOf(subject);
  const { podOrContainer, copies } = place;
  const look = `${checkCommands(place, connections)}\n\n${query(connectionsInUse(metrics))}`;
  return alert('TooManyConnections', {
    limit: most,
    for: '5m',
    severity: 'warning',
    component: 'database',
    when: ({ limit }) => above(connectionsInUse(metrics), limit),
    says: {
      ko: ({ value, limit }) => ({
        summary: `${subject.ko}: PostgreSQL 연결이 ${value}개입니다`,
        description: `PostgreSQL 연결이 쉬고 있는(idle) 것까지 모두 ${value}개입니다(기준 ${limit}개). 연결마다 서버 프로세스가 하나씩 있어 메모리를 쓰고, max_connections에서 관리자용으로 남겨 둔 몇 개만 빼고 다 차면 새 접속이 거절됩니다. pg_stat_activity에서 어느 애플리케이션이 연결을 잡고 있는지, idle 연결이 쌓였는지부터 확인하세요.`,
        meaning: `${subject.ko}의 PostgreSQL 서버 하나에 연결이 ${limit}개보다 많습니다. 쉬고 있는(idle) 연결도 자리를 차지하므로 모든 상태를 셉니다.`,
        impact:
          '아직은 사용자에게 영향이 없을 수 있지만, 서버의 메모리가 줄고 쿼리가 서로를 느리게 합니다. 더 늘어 max_connections에서 관리자용으로 남겨 둔 몇 개만 남으면 새 접속이 거절되어("remaining connection slots are reserved") 요청이 실패합니다.',
        check: `상태별 연결 수를 보고, \`idle\`이나 \`idle in transaction\`이 많으면 누수나 너무 큰 풀, \`active\`가 많으면 부하나 느린 쿼리입니다.\n\n${look}`,
        action: `연결을 새게 하는 ${withParticle(podOrContainer.ko, '을/를')} 재시작하고, 오래 쉬는 연결은 \`pg_terminate_backend\`로 끊습니다. ${withParticle(copies.ko, '을/를')} 막 늘렸다면 ${copies.ko} 수 × 풀 크기를 다시 정합니다. 느린 쿼리 때문에 쌓였으면 그 쿼리부터 고칩니다. 이만큼이 늘 필요하다면 PgBouncer를 두거나, 메모리와 max_connections를 확인하고 기준을 올립니다.`,
      }),
      en: ({ value, limit }) => ({
        summary: `${subject.en}: PostgreSQL has ${value} connections`,
        description: `PostgreSQL has ${value} connections, idle ones among them (limit ${limit}). Each is a process of the server and takes memory, and a few short of max_connections, which are kept for administrators, new ones are refused. See in pg_stat_activity which application holds them, and whether idle ones pile up.`,
        meaning: `A PostgreSQL server of ${subject.en} has more than ${limit} connections. Idle connections take a place too, so every state is counted.`,
        impact:
          'Users may notice nothing yet, but the server has less memory left and queries slow each other down. Once only those of max_connections are left that are kept for administrators, new connections are refused ("remaining connection slots are reserved") and requests fail.',
        check: `See the connections by state: many \`idle\` or \`idle in transaction\` are a leak or too large a pool, many \`active\` are load or slow queries.\n\n${look}`,
        action: `Restart the ${podOrContainer.en}s that leak connections, and end those that have long been idle with \`pg_terminate_backend\`. If ${copies.en} were just added, choose ${copies.en} × pool size anew. If slow queries hold them up, mend those first. If so many are always needed, put PgBouncer in front, or raise the limit once you have looked at memory and max_connections.`,
      }),
    },
    proof: ({ limit }) => {
      const server = oneOf(connections, ['instance']);
      const { over, under } = boundaryOf(limit, '>');
      // Most of them idle: whoever counts only the active ones does not see it.
      const inUse = (value: number, labels: typeof server): readonly Behaviour[] => {
        const idle = Math.floor(value * 0.8);
        const inState = (state: string, many: number) =>
          withLabels({ state })(holds(connections, labels, many));
        return [inState('active', value - idle), inState('idle', idle)];
      };
      return {
        reading: {
          at: inUse,
          well: 0,
          when: (value) => `there are ${value} connections, most of them idle`,
          labels: server,
        },
        fires: [
          {
            when: `another exporter of the server tells of fewer`,
            series: [
              ...becoming(inUse(0, server), inUse(over, server)),
              ...inUse(0, server).map(withLabels({ job: 'another' })),
            ],
            labels: server,
            value: humanize(count(over)),
          },
        ],
        quiet: (['service', 'job'] as const).map((label) => ({
          when: `the exporter is scraped twice, by another ${label}`,
          series: scrapedTwice(label, inUse(under, server)),
        })),
      };
    },
  });
};

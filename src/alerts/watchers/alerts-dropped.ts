import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { countedProof } from '#alerts/scenario/counted.js';
import { type SendingMetrics, droppedAlerts } from './signals.js';

/**
 * Alerts that Prometheus could hand to no Alertmanager. While Alertmanager is away this cannot be told either: it is told once it
 * is back, so that somebody looks at what fired meanwhile; only a heartbeat tells at once.
 */
export const alertsDropped = (
  subject: Subject,
  metrics: SendingMetrics,
  { window = '5m' }: { readonly window?: Duration } = {},
): Alert<never, 'count'> => {
  const { watcher, amtool } = placeOf(subject);
  const look = (window: Duration): string =>
    [
      query(droppedAlerts(metrics, window)),
      commands(
        `${watcher('prometheus').logs('--since=1h')} | grep -i 'notifier'`,
        watcher('alertmanager').logs('--since=1h'),
        amtool('alert query'),
      ),
    ].join('\n\n');
  return alert('AlertsDropped', {
    limit: count(0),
    window,
    for: '0s',
    severity: 'warning',
    component: 'alerting',
    when: ({ limit, window }) => above(droppedAlerts(metrics, window), limit),
    says: {
      ko: ({ value, limit, window, facts }) => ({
        summary: `${subject.ko}: Prometheus가 알림 ${value}건을 Alertmanager에 넘기지 못했습니다`,
        description: `최근 ${window} 동안 알림 ${value}건을 받아 주는 Alertmanager가 없어 버렸습니다. 그동안 일어났다가 끝난 장애는 아무에게도 알려지지 않았습니다. Alertmanager가 그때 재시작했는지부터 보고, Prometheus에서 ALERTS를 조회해 놓친 것이 있는지 확인하세요.`,
        meaning: `${subject.ko}의 Prometheus가 최근 ${window} 동안 알림을 ${facts.limit.value === 0 ? '한 건이라도' : `${limit}건보다 많이`} Alertmanager에 넘기지 못했습니다. Alertmanager가 꺼져 있는 동안에는 이 알림도 오지 못하므로, 다시 살아난 뒤에 옵니다.`,
        impact:
          '아직 이어지는 장애는 다시 넘겨지지만, 그사이에 풀린 것은 아무도 모릅니다. Alertmanager가 자주 꺼진다면 다음 장애의 알림이 늦거나 오지 않습니다.',
        check: `언제 몇 건을 버렸는지 조회하고, 두 서버의 로그를 맞추어 봅니다. connection refused나 no such host면 Alertmanager가 떠 있지 않았던 것이고, context deadline exceeded면 너무 느렸던 것이고, 4xx면 서로 버전이 맞지 않는 것입니다.\n\n${look(facts.window)}`,
        action:
          'Alertmanager가 메모리 부족으로 죽었으면(OOMKilled) 한도를 늘립니다. 설정 때문에 뜨지 못했으면 되돌립니다. 놓친 시간에 무엇이 울렸는지는 Prometheus에서 `ALERTS{alertstate="firing"}`을 그 시간으로 조회해 확인합니다.',
      }),
      en: ({ value, limit, window, facts }) => ({
        summary: `${subject.en}: Prometheus could not hand ${value} alerts to Alertmanager`,
        description: `Over the last ${window} ${value} alerts were dropped, since no Alertmanager took them. What began and ended meanwhile was told to nobody. See whether Alertmanager was started anew then, and ask Prometheus for ALERTS, whether something was missed.`,
        meaning: `The Prometheus of ${subject.en} has not been able to hand ${facts.limit.value === 0 ? 'an alert' : `more than ${limit} alerts`} to Alertmanager over the last ${window}. While Alertmanager is away this alert cannot arrive either: it comes once Alertmanager is back.`,
        impact:
          'What is still wrong is handed over again, but of what has ended since nobody knows. If Alertmanager is away often, the next alert is late or does not come.',
        check: `Ask how many were dropped and when, and hold the logs of both servers side by side. Connection refused or no such host means that Alertmanager did not run, context deadline exceeded that it was too slow, 4xx that the two versions do not go together.\n\n${look(facts.window)}`,
        action:
          'If Alertmanager was killed for its memory (OOMKilled), raise its limit. If it did not start because of its configuration, take that back. To see what was missed, ask Prometheus for `ALERTS{alertstate="firing"}` at that time.',
      }),
    },
    proof: (facts) =>
      countedProof(
        {
          counters: [metrics.notificationsDropped],
          by: [],
          when: (times) => `${times} alerts are dropped within the window`,
        },
        facts,
      ),
  });
};

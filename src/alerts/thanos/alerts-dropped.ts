import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { countedProof } from '#alerts/scenario/counted.js';
import { commands, query } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { logsOf } from './logs.js';
import { type SenderMetrics, unsentAlerts } from './signals.js';

/** Alerts that a ruler could hand to no Alertmanager. */
export const thanosAlertsDropped = (
  subject: Subject,
  metrics: SenderMetrics,
  { window = '5m' }: { readonly window?: Duration } = {},
): Alert<never, 'count'> => {
  const look = (window: Duration): string =>
    [
      query(unsentAlerts(metrics, window)),
      commands(
        `${logsOf('statefulset/thanos-ruler-thanos', '-c thanos-ruler --since=1h')} | grep -i 'alert'`,
      ),
    ].join('\n\n');
  return alert('ThanosAlertsDropped', {
    limit: count(0),
    window,
    for: '0s',
    severity: 'critical',
    component: 'alerting',
    when: ({ limit, window }) => above(unsentAlerts(metrics, window), limit),
    says: {
      ko: ({ value, window, facts }) => ({
        summary: `${subject.ko}: Thanos 룰러가 알림 ${value}건을 Alertmanager에 넘기지 못했습니다`,
        description: `최근 ${window} 동안 룰러가 알림 ${value}건을 버렸습니다. 룰러가 찾은 장애가 사람에게 닿지 않고 있습니다. 룰러의 로그에서 Alertmanager가 무엇이라고 답했는지부터 확인하세요.`,
        meaning: `${subject.ko}의 Thanos 룰러가 최근 ${window} 동안 알림을 ${facts.limit.value === 0 ? '한 건이라도' : `${facts.limit.value}건보다 많이`} Alertmanager에 넘기지 못했습니다.`,
        impact: '룰러가 평가하는 규칙의 알림은 울려도 아무에게도 가지 않습니다.',
        check: `no such host면 Alertmanager의 주소나 DNS, connection refused면 Alertmanager가 떠 있지 않은 것입니다.\n\n${look(facts.window)}`,
        action:
          'Alertmanager가 떠 있는지 보고 되살립니다. 룰러에 준 주소가 지금의 네임스페이스와 맞는지 봅니다. 그동안은 룰러의 Alerts 화면을 직접 봅니다.',
      }),
      en: ({ value, window, facts }) => ({
        summary: `${subject.en}: the ruler of Thanos could not hand ${value} alerts to Alertmanager`,
        description: `Over the last ${window} the ruler dropped ${value} alerts: what it finds reaches nobody. See first in its log what Alertmanager answered.`,
        meaning: `The Thanos ruler of ${subject.en} has not been able to hand ${facts.limit.value === 0 ? 'an alert' : `more than ${facts.limit.value} alerts`} to Alertmanager over the last ${window}.`,
        impact: 'Alerts of the rules that the ruler evaluates fire, and are told to nobody.',
        check: `No such host points to the address of Alertmanager or to DNS, connection refused means that it does not run.\n\n${look(facts.window)}`,
        action:
          'See that Alertmanager runs, and bring it back. See that the address which the ruler was given is that of the namespace. Until then look at the Alerts page of the ruler.',
      }),
    },
    proof: (facts) =>
      countedProof(
        {
          counters: [metrics.alertsDropped],
          by: [],
          when: (times) => `${times} alerts are dropped within the window`,
        },
        facts,
      ),
  });
};

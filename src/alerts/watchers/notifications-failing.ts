import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { commands, query } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { countedProof } from '#alerts/scenario/counted.js';
import { type NotificationMetrics, failedNotifications } from './signals.js';

/**
 * A message that Alertmanager gave up: a webhook that was revoked, an empty secret, a mail server that refuses. It is critical, so
 * that it takes every way there is; where the way that fails is the only one, nobody hears of it but by a heartbeat.
 */
export const notificationsFailing = (
  subject: Subject,
  metrics: NotificationMetrics,
  { window = '15m' }: { readonly window?: Duration } = {},
): Alert<'integration', 'count'> => {
  const { watcher, amtool } = placeOf(subject);
  const { logs } = watcher('alertmanager');
  const look = (window: Duration): string =>
    [
      query(failedNotifications(metrics, window)),
      commands(`${logs('--since=1h')} | grep -i 'notify'`, amtool('alert query')),
    ].join('\n\n');
  return alert('NotificationsFailing', {
    limit: count(0),
    window,
    for: '0s',
    severity: 'critical',
    component: 'alerting',
    when: ({ limit, window }) => above(failedNotifications(metrics, window), limit),
    says: {
      ko: ({ value, labels: { integration }, window, limit, facts }) => ({
        summary: `${subject.ko}: ${integration} 알림을 ${value}건 보내지 못했습니다`,
        description: `최근 ${window} 동안 Alertmanager가 ${integration} 알림 ${value}건을 여러 번 시도한 끝에 포기했습니다. 다른 장애의 알림이 사람에게 닿지 않고 있을 수 있습니다. Alertmanager의 로그에서 상대 서버가 무엇이라고 답했는지부터 확인하고, 지금 울리고 있는 알림을 직접 살펴보세요.`,
        meaning: `${subject.ko}의 알림을 보내는 Alertmanager가 최근 ${window} 동안 한 가지 방법(integration)으로 알림을 ${facts.limit.value === 0 ? '한 건이라도' : `${limit}건보다 많이`} 보내지 못했습니다. 이 알림도 그 방법으로는 오지 않습니다.`,
        impact:
          '그 방법으로만 알리는 장애는 아무도 모릅니다. Alertmanager는 다음 차례에 다시 보내 보지만, 웹훅이나 비밀번호가 틀렸다면 고칠 때까지 모두 실패합니다.',
        check: `로그에서 오류를 찾습니다. 400이나 404면 웹훅의 주소나 채널, 401이나 403이면 토큰이나 비밀번호, 429면 너무 잦은 알림, timeout이나 no such host면 네트워크가 문제입니다. 비밀 파일이 비어 있으면 unsupported protocol scheme이라고 나옵니다.\n\n${look(facts.window)}`,
        action:
          '웹훅을 지웠거나 바꾸었으면 새 주소를 비밀에 다시 씁니다. 다음 알림부터 새 값을 읽습니다. 상대 서비스의 장애라면 그 상태 페이지를 보면서, 나을 때까지 지금 울리고 있는 알림을 직접 확인합니다.',
      }),
      en: ({ value, labels: { integration }, window, limit, facts }) => ({
        summary: `${subject.en}: ${value} notifications by ${integration} were not sent`,
        description: `Over the last ${window} Alertmanager gave up ${value} notifications by ${integration} after several attempts: what else is wrong may not reach anybody. See in the log of Alertmanager what the other side answered, and look yourself at what fires now.`,
        meaning: `The Alertmanager that tells of ${subject.en} has given up ${facts.limit.value === 0 ? 'at least one notification' : `more than ${limit} notifications`} of one kind (integration) over the last ${window}. By that way this alert does not arrive either.`,
        impact:
          'Of what is told by this way alone nobody knows. Alertmanager tries again at its next turn; with a webhook or a password that is wrong, it fails until that is mended.',
        check: `Find the error in the log. 400 or 404 points to the URL of the webhook or to the channel, 401 or 403 to a token or a password, 429 to too many messages, a timeout or no such host to the network. Of an empty secret file it says unsupported protocol scheme.\n\n${look(facts.window)}`,
        action:
          'If the webhook was removed or changed, write its new URL into the secret: the next notification reads it. If the other service is down, follow its status page, and look at what fires yourself until it is back.',
      }),
    },
    proof: (facts) =>
      countedProof(
        {
          counters: [metrics.notificationsFailed],
          by: ['integration'],
          when: (times) => `${times} notifications are given up within the window`,
        },
        facts,
      ),
  });
};

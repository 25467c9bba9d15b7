import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import { kubectl } from '#alerts/place/kubectl.js';
import type { Kubernetes } from '#alerts/place/kubernetes.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { atLeast } from '#alerts/rule/condition.js';
import { asAlerted, commands } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type ContainerLabel, type Watched, ofWatched } from './containers.js';
import { restarting } from './restarting.js';
import { type RestartMetrics, restarts as restartsOf } from './restarts.js';

export type RestartOptions = Watched & {
  /** Restarts within the window that are too many. */
  readonly restarts: Limit<'count'>;
  /** Within how long they are; 15 minutes by default. */
  readonly window?: Duration;
};

/** A container that restarts again and again. */
export const podRestarting = (
  subject: Subject<Kubernetes>,
  metrics: RestartMetrics,
  { restarts, window = '15m', ...watched }: RestartOptions,
): Alert<ContainerLabel, 'count'> => {
  const own = ofWatched({ restarts: metrics.restarts }, watched);
  const look = commands(
    asAlerted('pod'),
    asAlerted('container'),
    kubectl(own.restarts, 'describe pod "$POD"'),
    kubectl(own.restarts, 'logs "$POD" -c "$CONTAINER" --previous --tail=100'),
    kubectl(own.restarts, 'get events --sort-by=.lastTimestamp'),
  );
  return alert('PodRestarting', {
    limit: restarts,
    window,
    // For a moment after a container is first seen, one restart is extrapolated to two.
    for: '1m',
    severity: 'warning',
    when: ({ limit, window }) => atLeast(restartsOf(own, window), limit),
    says: {
      ko: ({ value, limit, labels: { pod, container }, window, facts }) => ({
        summary: `${subject.ko}: ${pod} 파드가 ${window} 동안 ${value}번 재시작했습니다`,
        description: `최근 ${window} 동안 ${pod} 파드의 ${container} 컨테이너가 ${value}번 재시작했습니다(기준 ${limit}번). 직전에 왜 종료되었는지(OOMKilled, Error), 종료 직전 로그에 무엇이 남았는지부터 확인하세요.`,
        meaning: `${subject.ko}의 컨테이너가 ${window} 안에 ${limit}번 이상 재시작했습니다.${facts.limit.value > 1 ? ' 한 번은 알리지 않습니다.' : ''}`,
        impact:
          '재시작하는 동안 이 파드는 일하지 않고, 하던 작업은 처음부터 다시 합니다. 반복되면 쿠버네티스가 재시작 간격을 5분까지 늘립니다.',
        check: `종료 사유와 직전 로그를 봅니다. 파드 이름은 알림에 있습니다.\n\n${look}`,
        action:
          'OOMKilled이면 메모리 한도를 올리거나 누수를 찾습니다. 방금 배포했다면 되돌립니다. 프로브 실패라면 기동 시간과 프로브 설정을 맞춥니다.',
      }),
      en: ({ value, limit, labels: { pod, container }, window, facts }) => ({
        summary: `${subject.en}: ${pod} restarted ${value} times in ${window}`,
        description: `Container ${container} of pod ${pod} restarted ${value} times within ${window} (limit ${limit}). See first why it ended (OOMKilled, Error) and what it logged last.`,
        meaning: `A container of ${subject.en} restarted at least ${limit} times within ${window}.${facts.limit.value > 1 ? ' A single restart is not reported.' : ''}`,
        impact:
          'While it restarts the pod does no work, and what it was doing begins anew. If it goes on, Kubernetes waits up to 5 minutes between restarts.',
        check: `See why it ended and what it logged last; the alert names the pod.\n\n${look}`,
        action:
          'If OOMKilled, raise the memory limit or find the leak. Right after a deployment, roll back. If a probe fails, bring it in line with how long starting takes.',
      }),
    },
    proof: (facts) => restarting(own, watched, facts),
  });
};

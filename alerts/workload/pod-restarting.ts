import { humanize } from '../../promql/unit/humanize.js';
import type { Limit } from '../../promql/unit/limit.js';
import { asAlerted, commands } from '../text/command.js';
import { kubectl } from '../place/kubectl.js';
import type { Kubernetes } from '../place/kubernetes.js';
import { alert } from '../rule/alert.js';
import { type Behaviour, steps } from '../scenario/behaviour.js';
import { atLeast } from '../rule/condition.js';
import type { Subject } from '../text/subject.js';
import { type WorkloadMetrics, example, restarts } from './signals.js';

/** A container that restarts again and again. */
export const podRestarting = (
  subject: Subject<Kubernetes>,
  own: WorkloadMetrics,
  container: string,
  limit: Limit<'count'>,
) => {
  const labels = example(own, container);
  const times = (many: number, apart: number) =>
    Array.from({ length: many }, (_, i) => `${60 + i * apart}s` as const);
  const restarting = (many: number, apart: number, of = labels) => [
    steps(own.restarts, of, times(many, apart)),
  ];
  const apart = Math.floor(600 / Math.max(limit.value - 1, 1));
  const last = 60 + (limit.value - 1) * apart;
  return alert('PodRestarting', {
    when: atLeast(restarts(own), limit),
    // For a moment after a container is first seen, one restart is extrapolated to two.
    for: '1m',
    severity: 'warning',
    texts: ({ value, limit, labels: { pod, container } }) => ({
      ko: {
        summary: `${subject.ko}: ${pod} 파드가 15분 동안 ${value}번 재시작했습니다`,
        description: `최근 15분 동안 ${pod} 파드의 ${container} 컨테이너가 ${value}번 재시작했습니다(기준 ${limit}번). 직전에 왜 종료되었는지(OOMKilled, Error), 종료 직전 로그에 무엇이 남았는지부터 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: ${pod} restarted ${value} times in 15 minutes`,
        description: `Container ${container} of pod ${pod} restarted ${value} times within 15 minutes (limit ${limit}). See first why it ended (OOMKilled, Error) and what it logged last.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko}의 컨테이너가 15분 안에 ${humanize(limit)}번 이상 재시작했습니다. 한 번은 알리지 않습니다.`,
        impact:
          '재시작하는 동안 이 파드는 일하지 않고, 하던 작업은 처음부터 다시 합니다. 반복되면 쿠버네티스가 재시작 간격을 5분까지 늘립니다.',
        check: `종료 사유와 직전 로그를 봅니다. 파드 이름은 알림에 있습니다.\n\n${restartCommands(own)}`,
        action:
          'OOMKilled이면 메모리 한도를 올리거나 누수를 찾습니다. 방금 배포했다면 되돌립니다. 프로브 실패라면 기동 시간과 프로브 설정을 맞춥니다.',
      },
      en: {
        meaning: `A container of ${subject.en} restarted at least ${humanize(limit)} times within 15 minutes. A single restart is not reported.`,
        impact:
          'While it restarts the pod does no work, and what it was doing begins anew. If it goes on, Kubernetes waits up to 5 minutes between restarts.',
        check: `See why it ended and what it logged last; the alert names the pod.\n\n${restartCommands(own)}`,
        action:
          'If OOMKilled, raise the memory limit or find the leak. Right after a deployment, roll back. If a probe fails, bring it in line with how long starting takes.',
      },
    },
    proof: {
      fires: [
        {
          when: `a container restarts ${humanize(limit)} times within ten minutes`,
          series: restarting(limit.value, apart),
          labels,
          value: humanize(limit),
          notBefore: `${last + 60}s`,
          within: `${last + 120}s`,
        },
        {
          when: `a container restarts ${humanize(limit)} times, each half a minute after the last`,
          series: restarting(limit.value, 30),
          labels,
          value: humanize(limit),
          within: '5m',
        },
      ],
      quiet: [
        { when: 'a container restarts once less', series: restarting(limit.value - 1, apart) },
        {
          when: 'restarts lie more than 15 minutes apart',
          series: restarting(limit.value, 960),
          lasts: '2h',
        },
        { when: 'a new pod is first seen with a restart behind it', series: [appearing(own, labels)] },
        {
          when: 'another container of the pod restarts',
          series: restarting(limit.value, apart, { ...labels, container: 'sidecar' }),
        },
        { when: 'nothing is exported', series: [] },
      ],
    },
  });
};

/** A counter that is not there until the fault begins, and then stands at 1. */
const appearing = (own: WorkloadMetrics, labels: ReturnType<typeof example>): Behaviour => ({
  ...steps(own.restarts, labels, []),
  course: { type: 'counter', perSecond: { was: 'missing', becomes: 0 }, events: [0] },
});

const restartCommands = ({ restarts }: WorkloadMetrics): string =>
  commands(
    asAlerted('pod'),
    asAlerted('container'),
    kubectl(restarts, 'describe pod "$POD"'),
    kubectl(restarts, 'logs "$POD" -c "$CONTAINER" --previous --tail=100'),
    kubectl(restarts, 'get events --sort-by=.lastTimestamp'),
  );

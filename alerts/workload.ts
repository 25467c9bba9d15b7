import type { Counter, Gauge } from '../promql/metric/metric.js';
import { humanize } from '../promql/unit/humanize.js';
import { type Limit, count, mebibytes, ratio, yes } from '../promql/unit/limit.js';
import { max } from '../promql/vector/aggregate.js';
import { divide, floor } from '../promql/vector/arithmetic.js';
import { compare, positive } from '../promql/vector/compare.js';
import { increase, value } from '../promql/vector/select.js';
import { commands, kubectl } from './command.js';
import { fixedLabel } from './fixed-label.js';
import { alert } from './rule/alert.js';
import { type Behaviour, holds, steps } from './rule/behaviour.js';
import { above, atLeast } from './rule/condition.js';
import type { Subject } from './subject.js';

type ContainerLabel = 'namespace' | 'pod' | 'container';

/** The metrics of kube-state-metrics and cAdvisor by which containers are watched. */
export interface WorkloadMetrics {
  readonly restarts: Counter<ContainerLabel, 'count'>;
  readonly workingSet: Gauge<ContainerLabel, 'bytes'>;
  readonly memoryLimits: Gauge<ContainerLabel, 'bytes'>;
}

export interface Workload {
  /** Names of the containers that are watched: the application's own, no sidecars. */
  readonly containers: readonly [string, ...string[]];
  /** Share of its memory limit that a container may use. Without a limit nothing is too much. */
  readonly memory: Limit<'ratio'>;
  /** Restarts within 15 minutes that are too many. By default two: one happens. */
  readonly restarts?: Limit<'count'>;
}

const perContainer = { by: ['namespace', 'pod', 'container'] } as const;

/** The phase that each pod is in, as one series with the value 1. */
export const podPhase = ({
  podPhase: phase,
}: {
  readonly podPhase: Gauge<'namespace' | 'pod' | 'phase', 'boolean'>;
}) => compare(max(value(phase), { by: ['namespace', 'pod', 'phase'] }), '==', yes);

/** Memory in use, per container. A container that has just restarted has two series for a while: hence no sum. */
export const workingSet = ({ workingSet: used }: Pick<WorkloadMetrics, 'workingSet'>) =>
  max(value(used), perContainer);

/** The memory limit of each container that has one. */
export const memoryLimit = ({ memoryLimits }: Pick<WorkloadMetrics, 'memoryLimits'>) =>
  positive(max(value(memoryLimits), perContainer));

/** The share of its memory limit that each container uses; nothing for a container without a limit. */
export const memoryRatio = (metrics: Pick<WorkloadMetrics, 'workingSet' | 'memoryLimits'>) =>
  divide(workingSet(metrics), memoryLimit(metrics));

/** Restarts of each container within 15 minutes, without the fraction that extrapolation adds. */
export const restarts = ({ restarts: total }: Pick<WorkloadMetrics, 'restarts'>) =>
  floor(max(increase(total, '15m'), perContainer));

/** The same metrics of certain containers only. */
export const ofContainers = (
  metrics: WorkloadMetrics,
  containers: Workload['containers'],
): WorkloadMetrics => {
  const [first, ...others] = containers;
  const only = { container: others.length === 0 ? first : containers };
  return {
    restarts: metrics.restarts.where(only),
    workingSet: metrics.workingSet.where(only),
    memoryLimits: metrics.memoryLimits.where(only),
  };
};

/** Containers that restart again and again, or are about to be killed for their memory. */
export const workloadAlerts = (
  subject: Subject,
  metrics: WorkloadMetrics,
  { containers, memory, restarts = count(2) }: Workload,
) => {
  const own = ofContainers(metrics, containers);
  return {
    podRestarting: podRestarting(subject, own, containers[0], restarts),
    highMemoryUsage: highMemoryUsage(subject, own, containers[0], memory),
  };
};

/** A container in a proof. */
const example = ({ restarts }: WorkloadMetrics, container: string) => ({
  namespace: fixedLabel(restarts, 'namespace') ?? 'default',
  pod: `${container}-0`,
  container,
});

const podRestarting = (subject: Subject, own: WorkloadMetrics, container: string, limit: Limit<'count'>) => {
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
        check: `종료 사유와 직전 로그를 봅니다. 파드 이름은 알림에 있습니다.\n\n${restartCommands(own, container)}`,
        action:
          'OOMKilled이면 메모리 한도를 올리거나 누수를 찾습니다. 방금 배포했다면 되돌립니다. 프로브 실패라면 기동 시간과 프로브 설정을 맞춥니다.',
      },
      en: {
        meaning: `A container of ${subject.en} restarted at least ${humanize(limit)} times within 15 minutes. A single restart is not reported.`,
        impact:
          'While it restarts the pod does no work, and what it was doing begins anew. If it goes on, Kubernetes waits up to 5 minutes between restarts.',
        check: `See why it ended and what it logged last; the alert names the pod.\n\n${restartCommands(own, container)}`,
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

const restartCommands = ({ restarts }: WorkloadMetrics, container: string): string =>
  commands(
    kubectl(restarts, 'describe pod <pod>'),
    kubectl(restarts, `logs <pod> -c ${container} --previous --tail=100`),
    kubectl(restarts, 'get events --sort-by=.lastTimestamp'),
  );

const highMemoryUsage = (
  subject: Subject,
  own: WorkloadMetrics,
  container: string,
  limit: Limit<'ratio'>,
) => {
  const [over, under] = [ratio(limit.value + 0.001), ratio(limit.value - 0.001)];
  const labels = example(own, container);
  const size = mebibytes(512).value;
  const uses = (share: number) => holds(own.workingSet, labels, { was: 0.1 * size, becomes: share * size });
  const limited = holds(own.memoryLimits, labels, size);
  return alert('HighMemoryUsage', {
    when: above(memoryRatio(own), limit),
    for: '5m',
    severity: 'warning',
    texts: ({ value, limit, labels: { pod, container } }) => ({
      ko: {
        summary: `${subject.ko}: ${pod} 파드가 메모리 한도의 ${value}를 쓰고 있습니다`,
        description: `${pod} 파드 ${container} 컨테이너의 워킹 셋이 메모리 한도의 ${value}입니다(기준 ${limit}). 한도에 닿으면 커널이 종료시킵니다(OOMKilled). 서서히 늘었는지 갑자기 늘었는지 대시보드에서 먼저 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: ${pod} uses ${value} of its memory limit`,
        description: `The working set of container ${container} of pod ${pod} is ${value} of its memory limit (limit ${limit}). At the limit the kernel kills it (OOMKilled). See on the dashboard first whether memory grew slowly or at once.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko} 컨테이너의 워킹 셋이 메모리 한도의 ${humanize(limit)}를 넘었습니다. 한도가 없는 컨테이너는 알리지 않습니다.`,
        impact: '한도에 닿으면 컨테이너가 강제로 종료되어 재시작하고, 처리하던 일은 잃습니다.',
        check: `어느 컨테이너가 얼마나 쓰는지, 한도가 얼마인지 봅니다. 배포한 뒤로 계단처럼 늘었으면 부하, 계속 기울어 오르면 누수입니다.\n\n${memoryCommands(own)}`,
        action:
          '누수라면 급한 대로 재시작하고 원인을 찾습니다. 부하라면 레플리카를 늘리거나 한도를 올립니다.',
      },
      en: {
        meaning: `The working set of a container of ${subject.en} is over ${humanize(limit)} of its memory limit. A container without a limit is not reported.`,
        impact: 'At the limit the container is killed and restarts; what it was working on is lost.',
        check: `See which container uses how much, and what its limit is. A step since a deployment is load, a steady slope is a leak.\n\n${memoryCommands(own)}`,
        action:
          'If it leaks, restart it for now and find the cause. If it is load, add replicas or raise the limit.',
      },
    },
    proof: {
      fires: [
        {
          when: `${humanize(over)} of the limit is used`,
          series: [uses(over.value), limited],
          labels,
          value: humanize(over),
        },
      ],
      quiet: [
        { when: `${humanize(under)} of the limit is used`, series: [uses(under.value), limited] },
        { when: 'the container has no limit', series: [uses(over.value)] },
        { when: 'the limit is 0', series: [uses(over.value), holds(own.memoryLimits, labels, 0)] },
        {
          when: 'only another pod has a limit',
          series: [uses(over.value), holds(own.memoryLimits, { ...labels, pod: `${container}-1` }, size)],
        },
        { when: 'what is used is not exported', series: [limited] },
      ],
    },
  });
};

const memoryCommands = ({ workingSet }: WorkloadMetrics): string =>
  commands(
    kubectl(workingSet, 'top pod <pod> --containers'),
    kubectl(workingSet, "get pod <pod> -o jsonpath='{.spec.containers[*].resources}'"),
  );

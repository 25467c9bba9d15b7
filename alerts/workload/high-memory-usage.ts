import { humanize } from '../../promql/unit/humanize.js';
import { type Limit, mebibytes } from '../../promql/unit/limit.js';
import { aroundRatio } from '../scenario/boundary.js';
import { asAlerted, commands } from '../text/command.js';
import { kubectl } from '../place/kubectl.js';
import type { Kubernetes } from '../place/kubernetes.js';
import { alert } from '../rule/alert.js';
import { holds } from '../scenario/behaviour.js';
import { above } from '../rule/condition.js';
import type { Subject } from '../text/subject.js';
import { type WorkloadMetrics, example, memoryRatio } from './signals.js';

/** A container that is about to be killed for its memory. */
export const highMemoryUsage = (
  subject: Subject<Kubernetes>,
  own: WorkloadMetrics,
  container: string,
  limit: Limit<'ratio'>,
) => {
  const { over, under } = aroundRatio(limit);
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
    asAlerted('pod'),
    kubectl(workingSet, 'top pod "$POD" --containers'),
    kubectl(workingSet, `get pod "$POD" -o jsonpath='{.spec.containers[*].resources}'`),
  );

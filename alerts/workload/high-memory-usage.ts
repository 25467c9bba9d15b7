import { withParticle } from '../../ground/particle.js';
import { type Limit, mebibytes } from '../../promql/unit/limit.js';
import { kubectl } from '../place/kubectl.js';
import type { Kubernetes } from '../place/kubernetes.js';
import { type Alert, alert } from '../rule/alert.js';
import { above } from '../rule/condition.js';
import { holds } from '../scenario/behaviour.js';
import { asAlerted, commands } from '../text/command.js';
import type { Subject } from '../text/subject.js';
import { type ContainerLabel, type Watched, exampleOf, ofWatched } from './containers.js';
import { type MemoryMetrics, memoryRatio } from './memory.js';

export type MemoryOptions = Watched & {
  /** Share of its memory limit that a container may use. Without a limit nothing is too much. */
  readonly memory: Limit<'ratio'>;
};

/** A container that is about to be killed for its memory. */
export const highMemoryUsage = (
  subject: Subject<Kubernetes>,
  { workingSet, memoryLimits }: MemoryMetrics,
  { memory, ...watched }: MemoryOptions,
): Alert<ContainerLabel, 'ratio'> => {
  const own = ofWatched({ workingSet, memoryLimits }, watched);
  const look = commands(
    asAlerted('pod'),
    kubectl(own.workingSet, 'top pod "$POD" --containers'),
    kubectl(own.workingSet, `get pod "$POD" -o jsonpath='{.spec.containers[*].resources}'`),
  );
  return alert('HighMemoryUsage', {
    limit: memory,
    for: '5m',
    severity: 'warning',
    when: ({ limit }) => above(memoryRatio(own), limit),
    says: {
      ko: ({ value, limit, labels: { pod, container } }) => ({
        summary: `${subject.ko}: ${pod} 파드가 메모리 한도의 ${value}를 쓰고 있습니다`,
        description: `${pod} 파드 ${container} 컨테이너의 워킹 셋이 메모리 한도의 ${value}입니다(기준 ${limit}). 한도에 닿으면 커널이 종료시킵니다(OOMKilled). 서서히 늘었는지 갑자기 늘었는지 대시보드에서 먼저 확인하세요.`,
        meaning: `${subject.ko} 컨테이너의 워킹 셋이 메모리 한도의 ${withParticle(limit, '을/를')} 넘었습니다. 한도가 없는 컨테이너는 알리지 않습니다.`,
        impact: '한도에 닿으면 컨테이너가 강제로 종료되어 재시작하고, 처리하던 일은 잃습니다.',
        check: `어느 컨테이너가 얼마나 쓰는지, 한도가 얼마인지 봅니다. 배포한 뒤로 계단처럼 늘었으면 부하, 계속 기울어 오르면 누수입니다.\n\n${look}`,
        action:
          '누수라면 급한 대로 재시작하고 원인을 찾습니다. 부하라면 레플리카를 늘리거나 한도를 올립니다.',
      }),
      en: ({ value, limit, labels: { pod, container } }) => ({
        summary: `${subject.en}: ${pod} uses ${value} of its memory limit`,
        description: `The working set of container ${container} of pod ${pod} is ${value} of its memory limit (limit ${limit}). At the limit the kernel kills it (OOMKilled). See on the dashboard first whether memory grew slowly or at once.`,
        meaning: `The working set of a container of ${subject.en} is over ${limit} of its memory limit. A container without a limit is not reported.`,
        impact: 'At the limit the container is killed and restarts; what it was working on is lost.',
        check: `See which container uses how much, and what its limit is. A step since a deployment is load, a steady slope is a leak.\n\n${look}`,
        action:
          'If it leaks, restart it for now and find the cause. If it is load, add replicas or raise the limit.',
      }),
    },
    proof: ({ limit }) => {
      const size = mebibytes(512).value;
      return {
        reading: {
          at: (share, labels) => [
            holds(own.workingSet, labels, share * size),
            holds(own.memoryLimits, labels, size),
          ],
          well: limit.value / 2,
          when: (value) => `${value} of the limit is used`,
          ...exampleOf(own.workingSet, watched),
        },
      };
    },
  });
};

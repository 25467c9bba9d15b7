import { withParticle } from '#ground/particle.js';
import { selectors } from '#promql/expr/ast.js';
import { humanize } from '#promql/unit/humanize.js';
import { type Limit, mebibytes, ratio } from '#promql/unit/limit.js';
import { kubectl } from '#alerts/place/kubectl.js';
import type { Kubernetes } from '#alerts/place/kubernetes.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { type Behaviour, holds } from '#alerts/scenario/behaviour.js';
import { boundaryOf } from '#alerts/scenario/boundary.js';
import { becoming } from '#alerts/scenario/course.js';
import { lookalikes } from '#alerts/scenario/lookalikes.js';
import { inParts } from '#alerts/scenario/parts.js';
import { asAlerted, commands, query } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type ContainerLabel, type Watched, exampleOf, namedAlike, ofWatched } from './containers.js';
import { type MemoryMetrics, heldMemoryRatio, mostlyCache, residentRatio } from './memory.js';

export type MemoryOptions = Watched & {
  /** Share of its memory limit that the working set of a container may take. Without a limit nothing is too much. */
  readonly memory: Limit<'ratio'>;
};

/**
 * A container that may soon be killed for its memory: its working set is near the limit, and is not mostly page cache, which the kernel
 * takes back first. Where nobody tells RSS it is told by the working set alone. Not for containers that keep most of what they hold in
 * shared memory, as PostgreSQL does: it is neither RSS nor can it be taken back.
 */
export const highMemoryUsage = (
  subject: Subject<Kubernetes>,
  { workingSet, residentSet, memoryLimits }: MemoryMetrics,
  { memory, ...watched }: MemoryOptions,
): Alert<ContainerLabel, 'ratio'> => {
  const own = ofWatched({ workingSet, residentSet, memoryLimits }, watched);
  const cached = humanize(mostlyCache);
  const look = commands(
    asAlerted('pod'),
    kubectl(own.workingSet, 'top pod "$POD" --containers'),
    kubectl(own.workingSet, `get pod "$POD" -o jsonpath='{.spec.containers[*].resources}'`),
  );
  const held = query(residentRatio(own));
  return alert('HighMemoryUsage', {
    limit: memory,
    for: '5m',
    severity: 'warning',
    when: ({ limit }) => above(heldMemoryRatio(own), limit),
    says: {
      ko: ({ value, limit, labels: { pod, container } }) => ({
        summary: `${subject.ko}: ${pod} 파드의 워킹 셋이 메모리 한도의 ${value}입니다`,
        description: `${pod} 파드 ${container} 컨테이너의 워킹 셋이 메모리 한도의 ${value}입니다(기준 ${limit}). 최근에 쓴 페이지 캐시까지 더한 값이라 한도에 닿아도 캐시부터 비우지만, 프로세스가 쥐고 있는 메모리(RSS)가 한도를 채우면 커널이 종료시킵니다(OOMKilled). 서서히 늘었는지 갑자기 늘었는지 대시보드에서 먼저 확인하세요.`,
        meaning: `${subject.ko} 컨테이너의 워킹 셋이 메모리 한도의 ${withParticle(limit, '을/를')} 넘었습니다. 워킹 셋은 쓰고 있는 메모리에서 오래 건드리지 않은 페이지 캐시만 뺀 값입니다. RSS가 워킹 셋의 ${cached} 이하이면 대부분이 커널이 거둬들일 수 있는 캐시이므로 알리지 않습니다. 한도가 없는 컨테이너도 알리지 않습니다.`,
        impact:
          '거둬들일 캐시 없이 한도에 닿으면 컨테이너가 강제로 종료되어 재시작하고, 처리하던 일은 잃습니다.',
        check: `어느 컨테이너가 얼마나 쓰는지, 한도가 얼마인지 봅니다. 배포한 뒤로 계단처럼 늘었으면 부하, 계속 기울어 오르면 누수입니다.\n\n${look}\n\nPrometheus에서 워킹 셋 가운데 RSS의 비율을 봅니다. 100%에 가까울수록 비울 캐시가 없습니다. 아무것도 나오지 않으면 RSS를 모르는 채 워킹 셋만으로 알린 것입니다.\n\n${held}`,
        action:
          '누수라면 급한 대로 재시작하고 원인을 찾습니다. 부하라면 레플리카를 늘리거나 한도를 올립니다.',
      }),
      en: ({ value, limit, labels: { pod, container } }) => ({
        summary: `${subject.en}: the working set of ${pod} is ${value} of its memory limit`,
        description: `The working set of container ${container} of pod ${pod} is ${value} of its memory limit (limit ${limit}). It counts page cache that was touched lately, which goes first at the limit; once what the processes hold (RSS) fills the limit, the kernel kills the container (OOMKilled). See on the dashboard first whether memory grew slowly or at once.`,
        meaning: `The working set of a container of ${subject.en} is over ${limit} of its memory limit. The working set is all memory in use but page cache that was not touched for long. Where RSS is ${cached} of it or less, most of it is cache that the kernel can take back, and is not reported; nor is a container without a limit.`,
        impact:
          'At the limit, with no cache left to take back, the container is killed and restarts; what it was working on is lost.',
        check: `See which container uses how much, and what its limit is. A step since a deployment is load, a steady slope is a leak.\n\n${look}\n\nSee in Prometheus which share of the working set is RSS. The nearer to 100%, the less cache there is to go. Where nothing comes, nobody tells RSS, and this is told by the working set alone.\n\n${held}`,
        action:
          'If it leaks, restart it for now and find the cause. If it is load, add replicas or raise the limit.',
      }),
    },
    proof: ({ limit }) => {
      const size = mebibytes(512).value;
      const example = exampleOf(own.workingSet, watched);
      /** RSS is not told: then the working set alone counts. */
      const takes = (share: number, labels = example.labels): readonly Behaviour[] => [
        holds(own.workingSet, labels, share * size),
        holds(own.memoryLimits, labels, size),
      ];
      const { over } = boundaryOf(limit, '>');
      const signal = heldMemoryRatio(own).expr;
      const resident = (share: number, labels = example.labels): Behaviour =>
        holds(own.residentSet, labels, share * over * size);
      const each = [example.labels, ...(example.others ?? [])];
      const cache = boundaryOf(mostlyCache, '>');
      return {
        reading: {
          at: takes,
          well: limit.value / 2,
          when: (value) => `the working set is ${value} of the limit`,
          ...example,
        },
        fires: [
          {
            when: `hardly more than ${cached} of the working set is RSS`,
            series: inParts(
              [...becoming(takes(limit.value / 2), takes(over)), resident(cache.over)],
              [signal],
            ),
            labels: example.labels,
            value: humanize(ratio(over)),
          },
        ],
        quiet: [
          {
            when: `${cached} of the working set is RSS, the rest page cache`,
            series: inParts([...takes(over), resident(mostlyCache.value)], [signal]),
          },
          {
            when: 'next to nothing of the working set is RSS, and all of it is of others',
            series: [
              ...each.flatMap((labels) => [...takes(1, labels), resident(0.01, labels)]),
              ...lookalikes([...takes(1), resident(1)], selectors(signal)),
            ],
          },
          ...namedAlike(own.workingSet, watched, (labels) => takes(1, labels)),
        ],
      };
    },
  });
};

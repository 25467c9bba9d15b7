import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import { kubectl } from '#alerts/place/kubectl.js';
import type { Kubernetes } from '#alerts/place/kubernetes.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { type Behaviour, grows, holds } from '#alerts/scenario/behaviour.js';
import { boundaryOf } from '#alerts/scenario/boundary.js';
import { scrapedTwice } from '#alerts/scenario/scraped-twice.js';
import { asAlerted, commands } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type ContainerLabel, type Watched, exampleOf, namedAlike, ofWatched } from './containers.js';
import { type CpuMetrics, cpuRatio } from './cpu.js';

export type CpuOptions = Watched & {
  /** Share of its CPU limit that a container may use. Without a limit nothing is too much. */
  readonly cpu: Limit<'ratio'>;
  /** Over how long its use is averaged; 5 minutes by default. */
  readonly window?: Duration;
};

/** A container that is about to be held back by its CPU limit. */
export const highCpuUsage = (
  subject: Subject<Kubernetes>,
  { cpuUsage, cpuLimits }: CpuMetrics,
  { cpu, window = '5m', ...watched }: CpuOptions,
): Alert<ContainerLabel, 'ratio'> => {
  const own = ofWatched({ cpuUsage, cpuLimits }, watched);
  const look = commands(
    asAlerted('pod'),
    kubectl(own.cpuUsage, 'top pod "$POD" --containers'),
    kubectl(own.cpuUsage, `get pod "$POD" -o jsonpath='{.spec.containers[*].resources}'`),
    kubectl(own.cpuUsage, 'get hpa'),
  );
  return alert('HighCpuUsage', {
    limit: cpu,
    window,
    for: '10m',
    severity: 'warning',
    when: ({ limit, window }) => above(cpuRatio(own, window), limit),
    says: {
      ko: ({ value, limit, labels: { pod, container }, window }) => ({
        summary: `${subject.ko}: ${pod} 파드가 CPU 한도의 ${value}를 쓰고 있습니다`,
        description: `${window} 평균으로 ${pod} 파드 ${container} 컨테이너가 CPU 한도의 ${value}를 쓰고 있습니다(기준 ${limit}). 한도에 닿으면 커널이 실행을 늦춰(스로틀링) 응답이 느려집니다. 요청이 늘었는지, 배포 뒤부터인지 대시보드에서 먼저 확인하세요.`,
        meaning: `${subject.ko} 컨테이너의 CPU 사용량이 한도의 ${withParticle(limit, '을/를')} 넘었습니다. 한도가 없는 컨테이너는 알리지 않습니다.`,
        impact:
          '한도에 닿으면 스로틀링으로 응답이 느려지고, 프로브가 시간 안에 답하지 못해 재시작될 수도 있습니다.',
        check: `어느 컨테이너가 얼마나 쓰는지, 한도가 얼마인지 봅니다. 같은 시각의 요청 수와 응답 시간을 대시보드에서 맞춰 봅니다.\n\n${look}`,
        action:
          '요청이 늘었으면 레플리카를 늘립니다. 요청이 그대로인데 배포 뒤부터라면 되돌리고 원인을 찾습니다. 한도가 너무 빠듯하면 올립니다.',
      }),
      en: ({ value, limit, labels: { pod, container }, window }) => ({
        summary: `${subject.en}: ${pod} uses ${value} of its CPU limit`,
        description: `Over the last ${window} container ${container} of pod ${pod} used ${value} of its CPU limit (limit ${limit}). At the limit the kernel holds it back (throttling), and it answers slowly. See on the dashboard first whether there are more requests, or whether it began with a deployment.`,
        meaning: `A container of ${subject.en} uses more than ${limit} of its CPU limit. A container without a limit is not reported.`,
        impact:
          'At the limit it is throttled and answers slowly; probes may time out, and then it is restarted.',
        check: `See which container uses how much, and what its limit is. Compare with requests and latency at the same time on the dashboard.\n\n${look}`,
        action:
          'If there are more requests, add replicas. If requests are as ever and it began with a deployment, roll back and find the cause. If the limit is too tight, raise it.',
      }),
    },
    proof: ({ limit }) => {
      const cores = 2;
      const uses = (
        share: number,
        labels: Readonly<Record<ContainerLabel, string>>,
      ): readonly Behaviour[] => [
        // On two CPUs, and in a life that has just ended.
        grows(own.cpuUsage, { ...labels, id: '/new', cpu: 'cpu0' }, share * cores * 0.5),
        grows(own.cpuUsage, { ...labels, id: '/new', cpu: 'cpu1' }, share * cores * 0.3),
        grows(own.cpuUsage, { ...labels, id: '/old', cpu: 'cpu0' }, share * cores * 0.2),
        holds(own.cpuLimits, labels, cores),
      ];
      const example = exampleOf(own.cpuUsage, watched);
      return {
        reading: {
          at: uses,
          well: limit.value / 2,
          when: (value) => `${value} of the limit is used`,
          ...example,
        },
        quiet: [
          {
            when: 'two Services of the kubelet have the same nodes scraped',
            series: scrapedTwice('service', uses(boundaryOf(limit, '>').under, example.labels)),
          },
          ...namedAlike(own.cpuUsage, watched, (labels) => uses(1, labels)),
        ],
      };
    },
  });
};

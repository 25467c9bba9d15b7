import type { Duration } from '../../ground/duration.js';
import { humanize } from '../../promql/unit/humanize.js';
import { type Limit } from '../../promql/unit/limit.js';
import { aroundRatio } from '../around.js';
import { asAlerted, commands } from '../command.js';
import { fixedLabel } from '../fixed-label.js';
import { withLabels } from '../grouped.js';
import { spoken } from '../../ground/spoken.js';
import { kubectl } from '../place/kubectl.js';
import type { Kubernetes } from '../place/kubernetes.js';
import { alert } from '../rule/alert.js';
import { grows, holds } from '../rule/behaviour.js';
import { above } from '../rule/condition.js';
import type { Proof } from '../rule/proof.js';
import type { Subject } from '../subject.js';
import { type CpuMetrics, cpuRatio } from './cpu.js';

const window: Duration = '5m';
const past = spoken(window);

/** A container that is about to be held back by its CPU limit. */
export const highCpuUsage = (
  subject: Subject<Kubernetes>,
  own: CpuMetrics,
  container: string,
  limit: Limit<'ratio'>,
) => {
  const look = commands(
    asAlerted('pod'),
    kubectl(own.cpuUsage, 'top pod "$POD" --containers'),
    kubectl(own.cpuUsage, `get pod "$POD" -o jsonpath='{.spec.containers[*].resources}'`),
    kubectl(own.cpuUsage, 'get hpa'),
  );
  return alert('HighCpuUsage', {
    when: above(cpuRatio(own, window), limit),
    for: '10m',
    severity: 'warning',
    texts: ({ value, limit, labels: { pod, container } }) => ({
      ko: {
        summary: `${subject.ko}: ${pod} 파드가 CPU 한도의 ${value}를 쓰고 있습니다`,
        description: `${past.ko} 평균으로 ${pod} 파드 ${container} 컨테이너가 CPU 한도의 ${value}를 쓰고 있습니다(기준 ${limit}). 한도에 닿으면 커널이 실행을 늦춰(스로틀링) 응답이 느려집니다. 요청이 늘었는지, 배포 뒤부터인지 대시보드에서 먼저 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: ${pod} uses ${value} of its CPU limit`,
        description: `Over the last ${past.en} container ${container} of pod ${pod} used ${value} of its CPU limit (limit ${limit}). At the limit the kernel holds it back (throttling), and it answers slowly. See on the dashboard first whether there are more requests, or whether it began with a deployment.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko} 컨테이너의 CPU 사용량이 한도의 ${humanize(limit)}를 넘었습니다. 한도가 없는 컨테이너는 알리지 않습니다.`,
        impact:
          '한도에 닿으면 스로틀링으로 응답이 느려지고, 프로브가 시간 안에 답하지 못해 재시작될 수도 있습니다.',
        check: `어느 컨테이너가 얼마나 쓰는지, 한도가 얼마인지 봅니다. 같은 시각의 요청 수와 응답 시간을 대시보드에서 맞춰 봅니다.\n\n${look}`,
        action:
          '요청이 늘었으면 레플리카를 늘립니다. 요청이 그대로인데 배포 뒤부터라면 되돌리고 원인을 찾습니다. 한도가 너무 빠듯하면 올립니다.',
      },
      en: {
        meaning: `A container of ${subject.en} uses more than ${humanize(limit)} of its CPU limit. A container without a limit is not reported.`,
        impact:
          'At the limit it is throttled and answers slowly; probes may time out, and then it is restarted.',
        check: `See which container uses how much, and what its limit is. Compare with requests and latency at the same time on the dashboard.\n\n${look}`,
        action:
          'If there are more requests, add replicas. If requests are as ever and it began with a deployment, roll back and find the cause. If the limit is too tight, raise it.',
      },
    },
    proof: proof(own, container, limit),
  });
};

const proof = (
  { cpuUsage, cpuLimits }: CpuMetrics,
  container: string,
  limit: Limit<'ratio'>,
): Proof<'namespace' | 'pod' | 'container'> => {
  const { over, under } = aroundRatio(limit);
  const namespace = fixedLabel(cpuUsage, 'namespace') ?? 'default';
  const labels = { namespace, pod: `${container}-0`, container };
  const most = 2;
  const uses = (share: number, cpu = 'total') =>
    withLabels({ cpu })(grows(cpuUsage, labels, { was: 0.1 * most, becomes: share * most }));
  const mayUse = (cores: number, of = labels) => holds(cpuLimits, of, cores);
  return {
    fires: [
      {
        when: `${humanize(over)} of the limit is used`,
        series: [uses(over.value), mayUse(most)],
        labels,
        value: humanize(over),
      },
      {
        when: `${humanize(over)} of the limit is used by two cores together`,
        series: [uses(over.value / 2, 'cpu00'), uses(over.value / 2, 'cpu01'), mayUse(most)],
        labels,
        value: humanize(over),
      },
    ],
    quiet: [
      { when: `${humanize(under)} of the limit is used`, series: [uses(under.value), mayUse(most)] },
      {
        when: `${humanize(over)} are used for five minutes`,
        series: [uses(over.value), mayUse(most)],
        lasts: '5m',
      },
      { when: 'the container has no limit', series: [uses(over.value)] },
      { when: 'the limit is 0', series: [uses(over.value), mayUse(0)] },
      {
        when: 'only another pod has a limit',
        series: [uses(over.value), mayUse(most, { ...labels, pod: `${container}-1` })],
      },
      { when: 'what is used is not exported', series: [mayUse(most)] },
    ],
  };
};

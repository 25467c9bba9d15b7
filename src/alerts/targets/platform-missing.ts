import type { AnyMetric } from '#promql/metric/metric.js';
import { yes } from '#promql/unit/limit.js';
import { max } from '#promql/vector/aggregate.js';
import { missing } from '#promql/vector/presence.js';
import { withLabel } from '#promql/vector/label-replace.js';
import { or } from '#promql/vector/set.js';
import type { Vector } from '#promql/vector/vector.js';
import type { Kubernetes } from '#alerts/place/kubernetes.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { equal } from '#alerts/rule/condition.js';
import { type Behaviour, type Course, exists } from '#alerts/scenario/behaviour.js';
import { elsewhere } from '#alerts/scenario/elsewhere.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';
import { commands } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';

/** Something of the platform that tells of Kubernetes, and a metric by which it is known that it does. */
export interface Teller {
  /** `kube-state-metrics`, `kubelet`, `cAdvisor`. */
  readonly name: string;
  readonly metric: AnyMetric;
}

/** 1 for each of these of which no series is there. */
const missingTellers = ([first, ...others]: NonEmpty<Teller>): Vector<'exporter', 'boolean'> => {
  const silent = ({ name, metric }: Teller) => withLabel(max(missing(metric)), 'exporter', name);
  return others.reduce<Vector<'exporter', 'boolean'>>(
    (either, each) => or(either, silent(each)),
    silent(first),
  );
};

/** Nothing is told of Kubernetes any more: alerts on its state are blind, and say nothing rather than what they do not know. */
export const platformMetricsMissing = (
  subject: Subject<Kubernetes>,
  tellers: NonEmpty<Teller>,
): Alert<'exporter', 'boolean'> => {
  const look = commands(
    'kubectl get pods -A -l app.kubernetes.io/name=kube-state-metrics',
    'kubectl get servicemonitor -A | grep -E "kube-state-metrics|kubelet"',
    'kubectl get nodes',
  );
  const read = tellers.map(({ metric }) => `\`${metric.info.name}\``).join(', ');
  return alert('PlatformMetricsMissing', {
    limit: yes,
    for: '5m',
    severity: 'warning',
    when: ({ limit }) => equal(missingTellers(tellers), limit),
    says: {
      ko: ({ for: pending, labels: { exporter } }) => ({
        summary: `${subject.ko}: ${exporter} 지표가 없습니다`,
        description: `${pending} 넘게 ${exporter} 지표가 하나도 수집되지 않습니다. 이 지표로 파드, 메모리, 볼륨을 보는 알림은 지금 아무것도 알려 주지 못합니다. ${exporter} 파드와 그 ServiceMonitor, Prometheus의 Targets 화면 순서로 확인하세요.`,
        meaning: `${subject.ko}의 알림이 읽는 플랫폼 지표(${read}) 가운데 하나가 ${pending} 넘게 없습니다. 내보내는 쪽이 멈췄거나, Prometheus가 수집하지 않거나, 애초에 이 클러스터에 없는 지표입니다.`,
        impact:
          '애플리케이션은 멀쩡할 수 있습니다. 다만 파드가 죽거나 볼륨이 차도 알림이 오지 않고, 그래프에는 빈 구간이 생깁니다.',
        check: `Prometheus의 Targets 화면에서 kube-state-metrics와 kubelet을 찾아 오류를 읽습니다. 타깃이 모두 정상인데 지표만 없으면 이 클러스터가 내지 않는 지표입니다(예: hostPath나 local-path 볼륨의 kubelet_volume_stats).\n\n${look}`,
        action:
          '멈춘 파드를 되살리고, ServiceMonitor가 지워졌으면 kube-prometheus-stack을 다시 동기화합니다. 이 클러스터가 내지 않는 지표라면 그것을 읽는 알림을 뺍니다.',
      }),
      en: ({ for: pending, labels: { exporter } }) => ({
        summary: `${subject.en}: there are no metrics of ${exporter}`,
        description: `For more than ${pending} no metric of ${exporter} has been scraped. Alerts that look at pods, memory or volumes by it are blind now. See whether the pods of ${exporter} live, whether its ServiceMonitor is there, and what the Targets page of Prometheus says.`,
        meaning: `One of the platform's metrics that alerts of ${subject.en} read (${read}) has been missing for more than ${pending}. What exports it has stopped, Prometheus does not scrape it, or this cluster never had it.`,
        impact:
          'The application may be well. But no alert comes if a pod dies or a volume fills, and graphs have a gap.',
        check: `Find kube-state-metrics and kubelet on the Targets page of Prometheus, and read the error. Where all targets are well and only the metric is missing, this cluster does not export it (kubelet_volume_stats of hostPath and local-path volumes, for one).\n\n${look}`,
        action:
          'Bring back the pods that have stopped; if the ServiceMonitor was deleted, sync kube-prometheus-stack again. If this cluster does not export the metric, leave out the alerts that read it.',
      }),
    },
    proof: () => ({
      fires: [
        {
          when: 'nothing is told of Kubernetes at all',
          series: tellers.flatMap((each) => [
            ...told(each, { was: 1, becomes: 'missing' }),
            ...elsewhere(each.metric),
          ]),
          labels: { exporter: tellers[0].name },
          value: '1',
          also: tellers.slice(1).map(({ name }) => ({ exporter: name })),
        },
        ...tellers.map((teller) => ({
          when: `nothing of ${teller.name} is there any more`,
          series: [
            ...told(teller, { was: 1, becomes: 'missing' }),
            ...tellers.filter((each) => each !== teller).flatMap((each) => told(each, 1)),
            ...elsewhere(teller.metric),
          ],
          labels: { exporter: teller.name },
          value: '1',
        })),
      ],
      quiet: [
        { when: 'all tell', series: tellers.flatMap((each) => told(each, 1)) },
        {
          when: 'all tell, and one scrape in ten fails',
          series: tellers.flatMap((each) => told(each, 1)),
          scrapesFail: true,
        },
        {
          when: 'kube-state-metrics is restarted',
          series: tellers.flatMap((each) => told(each, { was: 1, becomes: 'missing' })),
          lasts: '2m',
        },
      ],
    }),
  });
};

/** A series of a teller, of some node. */
const told = ({ metric }: Teller, course: Course): readonly Behaviour[] => [
  exists(metric, { instance: 'node-1' }, course),
];

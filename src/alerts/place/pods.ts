import type { AnyMetric } from '#promql/metric/metric.js';
import { asAlerted, filledIn } from '#alerts/text/command.js';
import { kubectl } from './kubectl.js';
import { type Kubernetes, kubernetes } from './kubernetes.js';

/** Labels by which pods are found. */
export type PodLabels = Readonly<Record<string, string>>;

/** `kubectl get pods -l app=celery`, of what has an alert's metrics. */
const list = (metric: AnyMetric, labels: PodLabels, options = ''): string => {
  const selector = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
  return kubectl(metric, `get pods -l ${selector.join(',')}${options}`);
};

/**
 * A cluster, looked at by pods that no Service stands before: a PodMonitor finds them by their labels, and so does a person.
 *
 * @param all the labels of each kind of them.
 */
export const podsOf = (all: readonly [PodLabels, ...PodLabels[]]): Kubernetes => {
  const lists = (metric: AnyMetric, options?: string): readonly string[] => [
    ...new Set(all.map((labels) => list(metric, labels, options))),
  ];
  const chosen: Kubernetes['chosen'] = (metric, which = 'a pod of the list') => ({
    find: [...lists(metric), filledIn('POD', which)],
    name: '"$POD"',
  });
  return {
    ...kubernetes,
    scraping: {
      unreachable: kubernetes.scraping.unreachable,
      pointer: { ko: 'PodMonitor', en: 'PodMonitor' },
      noTarget: {
        ko: 'PodMonitor의 레이블과 컨테이너의 포트 이름',
        en: 'the labels or the port name of the PodMonitor',
      },
      moved: {
        ko: '파드의 레이블이나 컨테이너의 포트 이름이 바뀌었으면 PodMonitor와 맞춥니다.',
        en: 'If labels of the pods or names of their containers’ ports have changed, bring the PodMonitor in line.',
      },
    },
    chosen,
    exporting: (metric, _, which) => chosen(metric, which),
    state: (metric) => [...lists(metric), kubectl(metric, 'get events --sort-by=.lastTimestamp')],
    scraped: (up) => [
      ...lists(up, ' --show-labels'),
      // A PodMonitor may live in another namespace than its targets.
      'kubectl get podmonitor --all-namespaces',
      asAlerted('job'),
      ...chosen(up).find.slice(-1),
      filledIn('PORT', 'the port of its container'),
      kubectl(up, 'describe pod "$POD" | grep -iE "state|reason|ports?:"'),
      kubectl(up, 'port-forward "$POD" "18080:$PORT" &'),
      'curl -sS --retry 5 --retry-connrefused http://localhost:18080/metrics | head',
    ],
  };
};

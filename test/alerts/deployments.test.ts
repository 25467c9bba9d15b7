import { describe, expect, test } from '@jest/globals';
import { deploymentAlerts, podCpuAlerts, podMemoryAlerts } from '../../alerts/workload.js';
import { called } from '../../alerts/text/subject.js';
import { cadvisorMetrics } from '../../metrics/cadvisor.js';
import { kubeStateMetrics } from '../../metrics/kube-state-metrics.js';
import { selectors } from '../../promql/expr/ast.js';
import { percent } from '../../promql/unit/limit.js';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';

const { podDown } = packs.deployments;
const { highCpuUsage } = packs.cpu;

test('a Deployment that is gone counts as one without a pod, under its name', () => {
  expect(oneLine(podDown)).toMatchInlineSnapshot(
    `"(max by (deployment) (kube_deployment_status_replicas_available{deployment=~"menu|till", namespace="canteen"}) or label_replace(vector(0), "deployment", "menu", "", "") or label_replace(vector(0), "deployment", "till", "", "")) < 1"`,
  );
});

test('CPU is divided by the limit of the same container, where it has one', () => {
  expect(oneLine(highCpuUsage)).toMatchInlineSnapshot(
    `"sum by (namespace, pod, container) (rate(container_cpu_usage_seconds_total{container="menu", namespace="canteen"}[5m])) / (max by (namespace, pod, container) (kube_pod_container_resource_limits{container="menu", namespace="canteen", resource="cpu"}) > 0) > 0.8"`,
  );
});

describe('of the pods of Deployments', () => {
  const metrics = { ...kubeStateMetrics, ...cadvisorMetrics };
  const deployments = ['menu', 'v1.till'] as const;
  const subject = called('Canteen');
  const alerts = [
    podMemoryAlerts(subject, metrics, { deployments, memory: percent(80) }).highMemoryUsage,
    podCpuAlerts(subject, metrics, { deployments, cpu: percent(80) }).highCpuUsage,
  ] as const;

  test.each(alerts.map(({ name, expr }) => [name, expr] as const))(
    '%s watches every container, but not what is added up for a pod',
    (_, expr) => {
      const read = selectors(expr).map(({ matchers }) =>
        matchers
          .filter(({ label }) => label === 'pod' || label === 'container')
          .map(({ label, operator, value }) => `${label}${operator}${value}`),
      );
      expect(read).toEqual([
        ['container!=', 'pod=~(menu|v1\\.till)-.+'],
        ['container!=', 'pod=~(menu|v1\\.till)-.+'],
      ]);
    },
  );

  test.each(alerts.map(({ name, fires }) => [name, fires] as const))(
    '%s is proven for one of them',
    (_, fires) => {
      expect(fires[0]?.labels).toEqual({ namespace: 'default', pod: 'menu-0', container: 'menu' });
    },
  );
});

test('the texts name the Deployment', () => {
  expect(podDown.texts.ko.summary).toContain('{{ $labels.deployment }} 디플로이먼트');
});

test('each Deployment is proven to be missed', () => {
  const deployments = ['a', 'b', 'c'] as const;
  const { podDown } = deploymentAlerts(called('Canteen'), kubeStateMetrics, { deployments });
  expect(podDown.fires.slice(1).map(({ labels }) => labels.deployment)).toEqual(deployments);
});

test('how long a Deployment may be without a pod is said in the texts and proven', () => {
  const { podDown } = deploymentAlerts(called('Canteen'), kubeStateMetrics, {
    deployments: ['a'],
    for: '5m',
  });
  expect([podDown.for, podDown.texts.en.description, podDown.quiet.map(({ lasts }) => lasts)]).toEqual([
    '5m',
    expect.stringMatching(/^For more than 5 minutes /),
    [undefined, '270s', '270s', undefined],
  ]);
});

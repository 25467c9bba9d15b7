import { expect, test } from '@jest/globals';
import { deploymentAlerts } from '../../alerts/workload.js';
import { called } from '../../alerts/subject.js';
import { kubeStateMetrics } from '../../metrics/kube-state-metrics.js';
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

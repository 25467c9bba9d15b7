import { describe, expect, test } from '@jest/globals';
import { called } from '../../alerts/text/subject.js';
import { highCpuUsage as cpuOf } from '../../alerts/workload/high-cpu-usage.js';
import { highMemoryUsage as memoryOf } from '../../alerts/workload/high-memory-usage.js';
import { podDown as downOf } from '../../alerts/workload/pod-down.js';
import { cadvisorMetrics } from '../../metrics/cadvisor.js';
import { kubeStateMetrics } from '../../metrics/kube-state-metrics.js';
import { selectors } from '../../promql/expr/ast.js';
import { narrowed } from '../../promql/metric/catalog.js';
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
  const metrics = narrowed({ ...kubeStateMetrics, ...cadvisorMetrics }, { namespace: 'canteen' });
  const deployments = ['menu', 'v1.till'] as const;
  const subject = called('Canteen');
  const alerts = [
    memoryOf(subject, metrics, { deployments, memory: percent(80) }),
    cpuOf(subject, metrics, { deployments, cpu: percent(80) }),
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

  test.each(alerts.map((each) => [each.name, each] as const))(
    '%s is proven for one of them',
    (_, { scenarios }) => {
      const labels = scenarios().fires.map(({ tells: [told] }) => told.labels);
      expect(labels[0]).toEqual({ namespace: 'canteen', pod: 'menu-0', container: 'menu' });
    },
  );
});

test('the texts name the Deployment', () => {
  expect(podDown.texts.ko.summary).toContain('{{ $labels.deployment }} 디플로이먼트');
});

test('the commands of its runbook leave out a namespace that is not known', () => {
  const { runbook } = downOf(called('Canteen'), kubeStateMetrics, { deployments: ['a'] });
  expect(runbook.en.check).toContain('kubectl describe deployment');
});

test('each Deployment is proven to be missed', () => {
  const deployments = ['a', 'b', 'c'] as const;
  const { fires } = downOf(called('Canteen'), kubeStateMetrics, { deployments }).scenarios();
  const missed = fires.flatMap(({ tells }) => tells.map(({ labels }) => labels['deployment']));
  expect(new Set(missed)).toEqual(new Set(deployments));
});

test('how long a Deployment may be without a pod is said in the texts and proven', () => {
  const down = downOf(called('Canteen'), kubeStateMetrics, { deployments: ['a'], for: '5m' });
  const lengths = down.scenarios().quiet.flatMap(({ lasts }) => lasts ?? []);
  expect([down.for, down.texts.en.description, new Set(lengths)]).toEqual([
    '5m',
    expect.stringMatching(/^For more than 5 minutes /),
    new Set(['270s']),
  ]);
});

import { describe, expect, test } from '@jest/globals';
import { override } from '#alerts/rule/pack.js';
import { called } from '#alerts/text/subject.js';
import { highCpuUsage as highCpuUsageOf } from '#alerts/workload/high-cpu-usage.js';
import { highMemoryUsage } from '#alerts/workload/high-memory-usage.js';
import { podDown as podDownOf } from '#alerts/workload/pod-down.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { selectors } from '#promql/expr/ast.js';
import { narrowed } from '#promql/metric/catalog.js';
import { count, percent } from '#promql/unit/limit.js';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';
import { toldIn } from './told-in.js';

const { podDown } = packs.deployments;
const { highCpuUsage } = packs.cpu;

test('a Deployment that is gone counts as one without a pod, under its name', () => {
  expect(oneLine(podDown)).toMatchInlineSnapshot(
    `"(max by (deployment) (last_over_time(kube_deployment_status_replicas_available{deployment=~"menu|till", namespace="canteen"}[2m])) or label_replace(vector(0), "deployment", "menu", "", "") or label_replace(vector(0), "deployment", "till", "", "")) < 1 and on () group(last_over_time(kube_deployment_status_replicas_available[2m]))"`,
  );
});

test('CPU is divided by the limit of the same container, where it has one', () => {
  expect(oneLine(highCpuUsage)).toMatchInlineSnapshot(
    `"sum by (namespace, pod, container) (max by (namespace, pod, container, id, cpu) (rate(container_cpu_usage_seconds_total{container="menu", namespace="canteen"}[5m]))) / (max by (namespace, pod, container) (last_over_time(kube_pod_container_resource_limits{container="menu", namespace="canteen", resource="cpu"}[2m])) > 0) > 0.8"`,
  );
});

describe('of the pods of Deployments', () => {
  const metrics = narrowed({ ...kubeStateMetrics, ...cadvisorMetrics }, { namespace: 'prod' });
  const deployments = ['menu', 'v1.till'] as const;
  const subject = called('Canteen');
  const alerts = [
    highMemoryUsage(subject, metrics, { deployments, memory: percent(80) }),
    highCpuUsageOf(subject, metrics, { deployments, cpu: percent(80) }),
  ] as const;

  test.each(alerts.map(({ name, expr }) => [name, expr] as const))(
    '%s watches every container, but not what is added up for a pod',
    (_, expr) => {
      const read = selectors(expr).map(({ matchers }) =>
        matchers
          .filter(({ label }) => label === 'pod' || label === 'container')
          .map(({ label, operator, value }) => `${label}${operator}${value}`),
      );
      const pods = String.raw`pod=~(menu|v1\.till)-[4-9b-df-hj-np-tv-xz][24-9b-df-hj-np-tv-xz]{0,9}-[a-z0-9]{5}`;
      expect(new Set(read.map((matchers) => matchers.join(' ')))).toEqual(new Set([`container!= ${pods}`]));
    },
  );

  test.each(alerts.map((alert) => [alert.name, alert] as const))(
    '%s is proven for a sidecar, and for each of them',
    (_, alert) => {
      const told = new Set(toldIn(alert).map(({ pod, container }) => `${pod} ${container}`));
      expect(told).toEqual(
        new Set(
          ['menu menu', 'menu sidecar', 'v1.till v1.till'].map((each) =>
            each.replace(' ', '-7d4b9c8f65-x2kqz '),
          ),
        ),
      );
    },
  );
});

test('the texts name the Deployment', () => {
  expect(podDown.texts.ko?.summary).toContain('{{ $labels.deployment }} 디플로이먼트');
});

test('each Deployment is proven to be missed', () => {
  const deployments = ['a', 'b', 'c'] as const;
  const alert = podDownOf(called('Canteen'), kubeStateMetrics, { deployments });
  const gone = alert.scenarios().fires.filter(({ when }) => when.includes('is gone'));
  const told = gone.flatMap(({ tells }) => tells.map(({ labels }) => labels['deployment']));
  expect(new Set(told)).toEqual(new Set(deployments));
});

describe('how long a Deployment may be without a pod', () => {
  const alert = podDownOf(called('Canteen'), kubeStateMetrics, { deployments: ['a'], for: '5m' });

  test('is waited for', () => {
    expect(alert.for).toBe('5m');
  });

  test('is said in the texts', () => {
    expect(alert.texts.en?.description).toMatch(/^For more than 5 minutes /);
  });

  test('is proven by one that is without for hardly less', () => {
    const brief = alert.scenarios().quiet.flatMap(({ lasts }) => lasts ?? []);
    expect(brief).toEqual(['270s', '270s']);
  });
});

test('where more than one pod is asked for, the texts do not say that there is none', () => {
  const alert = override(podDownOf(called('Canteen'), kubeStateMetrics, { deployments: ['a'] }), {
    limit: count(3),
  });
  expect(alert.texts.en?.description).toContain('had fewer than 3 available pods');
});

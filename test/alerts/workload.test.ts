import { describe, expect, test } from '@jest/globals';
import { override } from '#alerts/rule/pack.js';
import { called } from '#alerts/text/subject.js';
import { workloadAlerts } from '#alerts/workload.js';
import { podPhase } from '#alerts/workload/pods.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { count, percent } from '#promql/unit/limit.js';
import { narrowed } from '#promql/metric/catalog.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';
import { toldIn } from './told-in.js';

const { podRestarting, highMemoryUsage } = packs.workload;
const here = narrowed({ ...kubeStateMetrics, ...cadvisorMetrics }, { namespace: 'prod' });

test('restarts are counted per container, without the fraction of extrapolation', () => {
  expect(oneLine(podRestarting)).toMatchInlineSnapshot(
    `"floor(max by (namespace, pod, container) (increase(kube_pod_container_status_restarts_total{container="shop", namespace="shop-prod"}[15m]))) >= 2"`,
  );
});

test('memory is divided by the limit of the same container, where it has one', () => {
  expect(oneLine(highMemoryUsage)).toMatchInlineSnapshot(
    `"(max by (namespace, pod, container) (last_over_time(container_memory_working_set_bytes{container="shop", namespace="shop-prod"}[2m])) / (max by (namespace, pod, container) (last_over_time(kube_pod_container_resource_limits{container="shop", namespace="shop-prod", resource="memory"}[2m])) > 0) unless max by (namespace, pod, container) (last_over_time(container_memory_rss{container="shop", namespace="shop-prod"}[2m])) <= max by (namespace, pod, container) (last_over_time(container_memory_working_set_bytes{container="shop", namespace="shop-prod"}[2m])) * 0.5) > 0.9"`,
  );
});

test('the phase of a pod is that of its series with the value 1', () => {
  expect(oneLine(podPhase(kubeStateMetrics))).toMatchInlineSnapshot(
    `"max by (namespace, pod, phase) (kube_pod_status_phase) == 1"`,
  );
});

test('the alerts name the pod and the container', () => {
  expect([podRestarting, highMemoryUsage].map(({ texts }) => texts.en?.description)).toEqual([
    expect.stringMatching(/\$labels\.container.*\$labels\.pod/),
    expect.stringMatching(/\$labels\.container.*\$labels\.pod/),
  ]);
});

describe('of several containers', () => {
  const both = workloadAlerts(called('Shop'), here, {
    containers: ['web', 'worker'],
    memory: percent(80),
    restarts: count(3),
  });

  test('each is watched', () => {
    expect(oneLine(both.podRestarting)).toContain('{container=~"web|worker", namespace="prod"}');
  });

  test('each is proven to be told of', () => {
    expect(new Set(toldIn(both.podRestarting).map(({ container }) => container))).toEqual(
      new Set(['web', 'worker']),
    );
  });
});

test('of all namespaces at once they are refused, for the rule says one', () => {
  const everywhere = { ...kubeStateMetrics, ...cadvisorMetrics };
  expect(() =>
    workloadAlerts(called('Shop'), everywhere, { containers: ['web'], memory: percent(80) }),
  ).toThrow('namespace');
});

describe('with another limit and another window', () => {
  const { podRestarting } = override(
    workloadAlerts(called('Shop'), here, { containers: ['web'], memory: percent(80) }),
    { podRestarting: { limit: count(1), window: '1h' } },
  );

  test('the texts tell of that window', () => {
    expect(podRestarting.texts.ko?.description).toMatch(/^최근 1시간 동안 /);
  });

  test('the runbook does not promise that a single restart is not told of', () => {
    expect(podRestarting.runbook.en?.meaning).toMatch(/at least 1 times within 1 hour\.$/);
  });
});

test('the commands of a runbook name the namespace', () => {
  expect(podRestarting.runbook.ko?.check).toContain(
    'kubectl -n shop-prod logs "$POD" -c "$CONTAINER" --previous',
  );
});

import { describe, expect, test } from '@jest/globals';
import { called } from '../../alerts/text/subject.js';
import { podPhase, workloadAlerts } from '../../alerts/workload.js';
import { cadvisorMetrics } from '../../metrics/cadvisor.js';
import { kubeStateMetrics } from '../../metrics/kube-state-metrics.js';
import { count, percent } from '../../promql/unit/limit.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

const { podRestarting, highMemoryUsage } = packs.workload;

test('restarts are counted per container, without the fraction of extrapolation', () => {
  expect(oneLine(podRestarting)).toMatchInlineSnapshot(
    `"floor(max by (namespace, pod, container) (increase(kube_pod_container_status_restarts_total{container="shop", namespace="shop-prod"}[15m]))) >= 2"`,
  );
});

test('memory is divided by the limit of the same container, where it has one', () => {
  expect(oneLine(highMemoryUsage)).toMatchInlineSnapshot(
    `"max by (namespace, pod, container) (container_memory_working_set_bytes{container="shop", namespace="shop-prod"}) / (max by (namespace, pod, container) (kube_pod_container_resource_limits{container="shop", namespace="shop-prod", resource="memory"}) > 0) > 0.9"`,
  );
});

test('the phase of a pod is that of its series with the value 1', () => {
  expect(oneLine(podPhase(kubeStateMetrics))).toMatchInlineSnapshot(
    `"max by (namespace, pod, phase) (kube_pod_status_phase) == 1"`,
  );
});

test('the alerts name the pod and the container', () => {
  expect([podRestarting, highMemoryUsage].map(({ texts }) => texts.en.description)).toEqual([
    expect.stringMatching(/\$labels\.container.*\$labels\.pod/),
    expect.stringMatching(/\$labels\.container.*\$labels\.pod/),
  ]);
});

describe('of several containers', () => {
  const both = workloadAlerts(
    called('Shop'),
    { ...kubeStateMetrics, ...cadvisorMetrics },
    { containers: ['web', 'worker'], memory: percent(80), restarts: count(3) },
  );

  test('each is watched', () => {
    expect(oneLine(both.podRestarting)).toContain('{container=~"web|worker"}');
  });

  test('the commands of a runbook leave out what is not known', () => {
    expect(both.podRestarting.runbook.en.check).toContain('kubectl describe pod "$POD"');
  });
});

test('the commands of a runbook name the namespace', () => {
  expect(podRestarting.runbook.ko.check).toContain(
    'kubectl -n shop-prod logs "$POD" -c "$CONTAINER" --previous',
  );
});

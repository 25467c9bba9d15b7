import { describe, expect, test } from '@jest/globals';
import { called } from '../../alerts/subject.js';
import { podPhase, workloadAlerts } from '../../alerts/workload.js';
import { cadvisorMetrics } from '../../metrics/cadvisor.js';
import { kubeStateMetrics } from '../../metrics/kube-state-metrics.js';
import { print } from '../../promql/expr/print.js';
import { count, percent } from '../../promql/unit/limit.js';
import { packs } from './packs.js';

const { podRestarting, highMemoryUsage } = packs.workload;

test('restarts are counted per container, without the fraction of extrapolation', () => {
  expect(print(podRestarting.expr)).toMatchInlineSnapshot();
});

test('memory is divided by the limit of the same container, where it has one', () => {
  expect(print(highMemoryUsage.expr)).toMatchInlineSnapshot();
});

test('the phase of a pod is that of its series with the value 1', () => {
  expect(String(podPhase(kubeStateMetrics))).toMatchInlineSnapshot();
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
    expect(print(both.podRestarting.expr)).toContain('{container=~"web|worker"}');
  });

  test('the commands of a runbook leave out what is not known', () => {
    expect(both.podRestarting.runbook.en.check).toContain('kubectl -n <namespace> describe pod <pod>');
  });
});

test('the commands of a runbook name the namespace', () => {
  expect(podRestarting.runbook.ko.check).toContain('kubectl -n shop-prod logs <pod> -c shop --previous');
});

import { describe, expect, test } from '@jest/globals';
import { agentNotRunning } from '#alerts/agents/agent-not-running.js';
import { called } from '#alerts/text/subject.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { narrowed } from '#promql/metric/catalog.js';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';

const both = packs.agents.agentNotRunning;

test('an agent that is gone counts as one that runs nowhere, under its name', () => {
  expect(oneLine(both)).toMatchInlineSnapshot(
    `"(max by (daemonset) (last_over_time(kube_daemonset_status_number_ready{daemonset=~"canteen-fluent-bit|node-exporter", namespace="canteen-agents"}[2m])) / (max by (daemonset) (last_over_time(kube_daemonset_status_desired_number_scheduled{daemonset=~"canteen-fluent-bit|node-exporter", namespace="canteen-agents"}[2m])) > 0) or label_replace(vector(0), "daemonset", "canteen-fluent-bit", "", "") or label_replace(vector(0), "daemonset", "node-exporter", "", "")) < 1 and on () group(last_over_time(kube_deployment_status_replicas_available[2m]))"`,
  );
});

test('it is proven for an agent that is gone, each of them', () => {
  const gone = both.scenarios().fires.filter(({ when }) => when.includes('is gone'));
  const told = gone.flatMap(({ tells }) => tells.map(({ labels }) => labels['daemonset']));
  expect(new Set(told)).toEqual(new Set(['canteen-fluent-bit', 'node-exporter']));
});

describe('its runbook', () => {
  const agents = narrowed(kubeStateMetrics, { namespace: 'shop-agents' });
  const one = agentNotRunning(called('Shop'), agents, { daemonSets: ['shop-fluent-bit'] });

  test('asks in the namespace of agents, and for the label by which Pod Security lets them in', () => {
    expect([
      one.runbook.en?.check.includes('kubectl get namespace shop-agents --show-labels'),
      one.runbook.en?.check.includes('kubectl -n shop-agents describe daemonset/shop-fluent-bit'),
      one.runbook.en?.action.includes('`pod-security.kubernetes.io/enforce: privileged`'),
    ]).toEqual([true, true, true]);
  });

  test('has the DaemonSet filled in where there are several', () => {
    expect(both.runbook.en?.check).toContain('describe "daemonset/$DAEMONSET"');
  });
});

describe('the runbook of an agent for traces', () => {
  const { runbook, texts: said } = agentNotRunning(
    called('Shop'),
    narrowed(kubeStateMetrics, { namespace: 'shop' }),
    { daemonSets: ['shop-trace-agent'], of: 'traces' },
  );
  const texts = [...Object.values(runbook), said].map((each) => JSON.stringify(each));

  test('lifts Pod Security from nobody', () => {
    expect([
      texts.filter((text) => /privileged|violates PodSecurity/.test(text)),
      runbook.en?.action.includes('Never loosen Pod Security'),
      runbook.ko?.action.includes('Pod Security를 절대 느슨하게 하지 않습니다'),
    ]).toEqual([[], true, true]);
  });

  test('tells of spans that are lost, and that logs go on', () => {
    expect(runbook.en?.impact).toMatch(/logs go on\. .*lose their spans/);
  });

  test('says which agent it is', () => {
    expect(runbook.en?.meaning).toContain('(the one for traces)');
  });
});

import { describe, expect, test } from '@jest/globals';
import { alike, podNamed, podNames } from '#alerts/workload/pod-names.js';
import { highMemoryUsage } from '#alerts/workload/high-memory-usage.js';
import { called } from '#alerts/text/subject.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { narrowed } from '#promql/metric/catalog.js';
import { matchesWhole } from '#promql/metric/re2.js';
import { percent } from '#promql/unit/limit.js';
import { firesOver, isQuietOver } from './over-series.js';

const owners = ['deployments', 'statefulSets', 'daemonSets'] as const;

describe('the pods of a Deployment', () => {
  const { source } = podNames('deployments', ['shop', 'v1.till']);

  test.each(['shop-7d4b9c8f65-x2kqz', 'shop-6b5f-abcde', 'shop-5f-2vwxz', 'v1.till-66b6c48dd5-7gl6h'])(
    'are such as %s',
    (pod) => {
      expect(matchesWhole(source, pod)).toBe(true);
    },
  );

  test.each([
    ['a CronJob whose name begins alike', 'shop-nightly-report-29384750-qwert'],
    ['a CronJob of its own name', 'shop-29384750-qwert'],
    ['a CronJob of its own name, in a minute that might be a hash', 'shop-29452567-qwert'],
    ['the same in 2045', 'shop-39452567-qwert'],
    ['another Deployment', 'shop-gateway-7d4b9c8f65-x2kqz'],
    ['a StatefulSet', 'shop-db-0'],
    ['a StatefulSet of its own name', 'shop-0'],
    ['a DaemonSet', 'shop-agent-x2kqz'],
    ['a Job', 'shop-migrate-x2kqz'],
    ['one that ends alike', 'web-shop-7d4b9c8f65-x2kqz'],
    ['a name in which a dot is a dot', 'v1-till-66b6c48dd5-7gl6h'],
  ])('are not those of %s (mistake 43)', (_, pod) => {
    expect(matchesWhole(source, pod)).toBe(false);
  });
});

test.each([
  ['statefulSets', 'shop-0', true],
  ['statefulSets', 'shop-12', true],
  ['statefulSets', 'shop-db-0', false],
  ['statefulSets', 'shop-x2kqz', false],
  ['daemonSets', 'shop-x2kqz', true],
  ['daemonSets', 'shop-agent-x2kqz', false],
  ['daemonSets', 'shop-7d4b9c8f65-x2kqz', false],
] as const)('that of %s called shop has a pod %s: %s', (owner, pod, its) => {
  expect(matchesWhole(podNames(owner, ['shop']).source, pod)).toBe(its);
});

describe.each(owners)('of %s', (owner) => {
  test('a proof has a pod that is theirs', () => {
    expect(matchesWhole(podNames(owner, ['shop']).source, podNamed(owner, 'shop'))).toBe(true);
  });

  test('a proof has pods of others, those of other kinds that are called the same among them', () => {
    expect(alike(owner, ['shop'])).toHaveLength(5 + 2);
  });

  test('what is watched too is no other', () => {
    const others = alike(owner, ['shop', 'shop-gateway', 'shop-queue', 'shop-agent']);
    expect(others).toHaveLength(5 + 2 - 1);
  });

  test('a name is refused that is too long for its pods to be called after it', () => {
    const longest = { deployments: 46, statefulSets: 52, daemonSets: 57 }[owner];
    expect(podNames(owner, ['s'.repeat(longest)])).toBeInstanceOf(RegExp);
    expect(() => podNames(owner, ['s'.repeat(longest + 1)])).toThrow(
      `has more than ${longest} characters, and Kubernetes calls no pods after it in full; name the containers of the`,
    );
  });
});

describe('the memory of a Deployment shop', () => {
  const metrics = narrowed({ ...kubeStateMetrics, ...cadvisorMetrics }, { namespace: 'shop' });
  const alert = highMemoryUsage(called('Shop'), metrics, { deployments: ['shop'], memory: percent(80) });
  const pod = (name: string, container: string, used: number) => {
    const labels = `namespace="shop",pod="${name}",container="${container}"`;
    return {
      [`container_memory_working_set_bytes{${labels}}`]: used,
      [`kube_pod_container_resource_limits{${labels},resource="memory",unit="byte"}`]: 100,
    };
  };

  test('is not that of its nightly report (mistake 43)', async () => {
    await isQuietOver(alert, {
      ...pod('shop-6b5f-abcde', 'shop', 10),
      ...pod('shop-nightly-report-29384750-qwert', 'report', 95),
    });
  });

  test('is its own', async () => {
    await firesOver(alert, {
      ...pod('shop-6b5f-abcde', 'shop', 95),
      ...pod('shop-nightly-report-29384750-qwert', 'report', 10),
    });
  });
});

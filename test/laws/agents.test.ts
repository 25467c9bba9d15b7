import { describe, expect, test } from '@jest/globals';
import { agentNotRunning } from '#alerts/agents/agent-not-running.js';
import { group } from '#alerts/rule/group.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { called } from '#alerts/text/subject.js';
import { alertsOf } from '#application/application.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { nodeExporter } from '#application/exporter/node.js';
import { kubernetes } from '#application/platform.js';
import { everyMetricIsScraped } from '#laws/scraped.js';
import { nodeNetworkMetrics } from '#metrics/node-exporter.js';
import { selectors } from '#promql/expr/ast.js';
import { narrowed } from '#promql/metric/catalog.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate } from '#promql/vector/select.js';
import { alerting, shop, tooMany } from '../synth/estate/shop.js';

const logs = fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki', port: 3100 } });
const exporters = [nodeExporter('node-exporter', { namespace: 'shop-prod' })];
const agents = { logs, exporters };

const watching = (namespace: string, daemonSets: readonly [string, ...string[]]) => [
  group('agents', {
    interval: '30s',
    packs: [{ agent: agentNotRunning(called('Shop'), narrowed(kubernetes, { namespace }), { daemonSets }) }],
  }),
];
/** The DaemonSets of which an alert tells where they do not run, and where it looks for them. */
const watched = (spec: Parameters<typeof shop>[0]) =>
  alertsOf(shop({ groups: [], ...spec }))
    .flatMap(({ expr }) => selectors(expr))
    .filter(({ metric }) => metric.name === 'kube_daemonset_status_number_ready')
    .map(({ matchers }) => matchers.map(({ label, value }) => `${label} ${value}`).sort());

test('that kube-state-metrics is silent is told by what is in every cluster, not by a DaemonSet that may be the only one', () => {
  const missing = alertsOf(shop({ ...agents, groups: [] })).find(
    ({ name }) => name === 'PlatformMetricsMissing',
  );
  expect(missing && selectors(missing.expr).map(({ metric }) => metric.name)).toEqual([
    'kube_deployment_status_replicas_available',
  ]);
});

describe('every agent on Kubernetes is watched (mistake 62)', () => {
  test('by itself', () => {
    expect(watched(agents)).toEqual([['daemonset shop-fluent-bit|node-exporter', 'namespace shop-agents']]);
  });

  test('in the namespace that the platform names', () => {
    expect(watched({ logs, exporters: [], agentNamespace: 'monitoring-agents' })).toEqual([
      ['daemonset shop-fluent-bit', 'namespace monitoring-agents'],
    ]);
  });

  test('by what is scraped, though the application names no platform', () => {
    expect(
      everyMetricIsScraped({ applications: [shop({ ...agents, groups: [], dashboards: [] })], objects: [] }),
    ).toEqual([]);
  });

  test('once, where an alert tells already', () => {
    const groups = watching('shop-agents', ['shop-fluent-bit', 'node-exporter']);
    expect(watched({ ...agents, groups, platform: [kubernetes] })).toHaveLength(1);
  });

  test('also of which an alert tells in another namespace, or of another', () => {
    const elsewhere = watching('shop-prod', ['shop-fluent-bit', 'node-exporter']);
    const another = watching('shop-agents', ['shop-filebeat', 'node-exporter']);
    const added = (groups: typeof elsewhere) => watched({ ...agents, groups }).at(-1);
    expect([added(elsewhere), added(another)]).toEqual([
      ['daemonset shop-fluent-bit|node-exporter', 'namespace shop-agents'],
      ['daemonset shop-fluent-bit', 'namespace shop-agents'],
    ]);
  });

  test('by nothing where Prometheus enforces a namespace, of which no rule could ask for theirs', () => {
    expect(watched({ ...agents, enforcedNamespaceLabel: 'namespace' })).toEqual([]);
  });

  test('by what watches containers where it runs by Docker Compose', () => {
    expect(watched({ ...agents, place: dockerCompose('shop') })).toEqual([]);
  });
});

test('the network that node_exporter sees, its own, is not read as that of the machine (mistake 43)', () => {
  const { networkReceived } = narrowed(nodeNetworkMetrics, { namespace: 'shop-prod' });
  const groups = alerting(tooMany('TooMuchTraffic', sum(rate(networkReceived, '5m'))));
  const law = everyMetricIsScraped({
    applications: [shop({ exporters, groups, dashboards: [] })],
    objects: [],
  });
  expect(law).toMatchObject([
    {
      code: 'no-such-metric',
      why: 'TooMuchTraffic reads node_network_receive_bytes_total, which nothing that shop scrapes exports',
    },
  ]);
});

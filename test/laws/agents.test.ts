import { describe, expect, test } from '@jest/globals';
import { agentNotRunning } from '../../alerts/agents/agent-not-running.js';
import { group } from '../../alerts/rule/group.js';
import { dockerCompose } from '../../alerts/place/compose.js';
import { called } from '../../alerts/text/subject.js';
import { alertsOf } from '../../application/application.js';
import { fluentBit } from '../../application/agent/fluent-bit.js';
import { nodeExporter } from '../../application/exporter/node.js';
import { kubernetes } from '../../application/platform.js';
import { everyAgentIsWatched } from '../../laws/agents.js';
import { everyMetricIsScraped } from '../../laws/scraped.js';
import { nodeNetworkMetrics } from '../../metrics/node-exporter.js';
import { selectors } from '../../promql/expr/ast.js';
import { narrowed } from '../../promql/metric/catalog.js';
import { sum } from '../../promql/vector/aggregate.js';
import { rate } from '../../promql/vector/select.js';
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
const faults = (spec: Parameters<typeof shop>[0]) =>
  everyAgentIsWatched({ applications: [shop({ groups: [], ...spec })], objects: [] });

describe('every agent on Kubernetes is watched (mistake 62)', () => {
  test('where an alert asks for its DaemonSet among agents', () => {
    expect(
      faults({ ...agents, groups: watching('shop-agents', ['shop-fluent-bit', 'node-exporter']) }),
    ).toEqual([]);
  });

  test('by itself, where the platform says how DaemonSets are', () => {
    const watched = shop({ ...agents, groups: [], platform: [kubernetes] });
    expect([
      everyAgentIsWatched({ applications: [watched], objects: [] }),
      alertsOf(watched)
        .filter(({ name }) => name === 'AgentNotRunning')
        .flatMap(({ expr }) => selectors(expr))
        .flatMap(({ matchers }) => matchers.filter(({ label }) => label === 'daemonset'))
        .map(({ value }) => value),
    ]).toEqual([[], expect.arrayContaining(['shop-fluent-bit|node-exporter'])]);
  });

  test('by itself once, where an alert tells already', () => {
    const groups = watching('shop-agents', ['shop-fluent-bit', 'node-exporter']);
    const names = alertsOf(shop({ ...agents, groups, platform: [kubernetes] })).map(({ name }) => name);
    expect(names.filter((name) => name === 'AgentNotRunning')).toHaveLength(1);
  });

  test('not where none does', () => {
    expect(faults({ logs, exporters: [] })).toEqual([
      {
        where: 'shop/rules',
        what: 'shop-fluent-bit',
        why: 'no alert tells where DaemonSet shop-fluent-bit does not run, and nobody hears of pods that Pod Security refuses in shop-agents',
        cure: 'name what its platform scrapes, platform: [kubernetes], and one is added',
      },
    ]);
  });

  test('not where it asks for another DaemonSet, or in another namespace', () => {
    const elsewhere = { ...agents, groups: watching('shop-prod', ['shop-fluent-bit', 'node-exporter']) };
    const another = { ...agents, groups: watching('shop-agents', ['shop-filebeat', 'node-exporter']) };
    expect([faults(elsewhere), faults(another)].map((told) => told.map(({ what }) => what))).toEqual([
      ['shop-fluent-bit', 'node-exporter'],
      ['shop-fluent-bit'],
    ]);
  });

  test('where it runs by Docker Compose, by what watches containers there', () => {
    expect(faults({ ...agents, place: dockerCompose('shop') })).toEqual([]);
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
      why: 'TooMuchTraffic reads node_network_receive_bytes_total, which nothing that shop scrapes exports',
    },
  ]);
});

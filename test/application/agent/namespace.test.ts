import { describe, expect, test } from '@jest/globals';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { nodeExporter } from '#application/exporter/node.js';
import { targetsOf } from '#application/target.js';
import { host } from '#application/host/host.js';
import { everyServiceMonitorFindsItsService } from '#laws/service-monitor.js';
import { contentOf, render } from '../../hosts/rendered.js';
import { at, objectsOf, only } from '../../synth/estate/objects.js';
import { shop, stockExporter } from '../../synth/estate/shop.js';

const logs = fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki', port: 3100 } });
const node = nodeExporter('node-exporter', { namespace: 'shop-prod', job: 'node' });
const spec = { logs, exporters: [stockExporter, node] };
const objects = objectsOf(shop(spec));

/** The namespaces of what mounts the node's files. */
const withHostPath = (of = objects) =>
  of
    .filter((object) => JSON.stringify(object).includes('"hostPath"'))
    .map(({ metadata }) => metadata.namespace);

describe('agents', () => {
  test('stand in a namespace of their own, and with them all that mounts files of the node (mistake 62)', () => {
    expect(withHostPath()).toEqual(['shop-agents', 'shop-agents']);
  });

  test('stand in that of the platform where it has one for all', () => {
    expect(withHostPath(objectsOf(shop({ ...spec, agentNamespace: 'monitoring-agents' })))).toEqual([
      'monitoring-agents',
      'monitoring-agents',
    ]);
  });

  test('leave other exporters where they are', () => {
    expect(only(objects, 'Deployment', 'stock-exporter').metadata.namespace).toBe('shop-prod');
  });

  test('find their configuration and their Service beside them', () => {
    const beside = [
      only(objects, 'ConfigMap', 'shop-fluent-bit'),
      only(objects, 'Service', 'node-exporter'),
    ].map(({ metadata }) => metadata.namespace);
    expect(beside).toEqual(['shop-agents', 'shop-agents']);
  });

  test('find by a name what the application finds by it', () => {
    const pod = at(only(objects, 'DaemonSet', 'shop-fluent-bit'), 'spec', 'template', 'spec', 'dnsConfig');
    expect(pod).toEqual({ searches: ['shop-prod.svc.cluster.local'] });
  });

  test.each([
    ['that of the application', 'shop-prod'],
    ['that of one of its Services', 'shop-staging'],
  ])(
    'are refused a namespace that is %s, which would have to be privileged (mistake 62)',
    (_, agentNamespace) => {
      expect(() => shop({ ...spec, agentNamespace })).toThrow(
        `application 'shop': agentNamespace: the application itself is in ${agentNamespace}, and agents take a namespace whose Pod Security is privileged; name one in which there are agents only, e.g. 'monitoring-agents'`,
      );
    },
  );

  test('are asked for none where there are none', () => {
    expect(() => shop({ agentNamespace: 'shop-prod' })).not.toThrow();
  });
});

describe('what node_exporter tells', () => {
  test('is scraped among agents, by a ServiceMonitor beside the others', () => {
    const monitor = only(objects, 'ServiceMonitor', 'node-exporter');
    expect([monitor.metadata.namespace, at(monitor, 'spec', 'namespaceSelector')]).toEqual([
      'shop-prod',
      { matchNames: ['shop-agents'] },
    ]);
  });

  test('is called by the namespace of its application, in which rules look for it', () => {
    const monitor = only(objects, 'ServiceMonitor', 'node-exporter');
    expect([
      targetsOf(shop(spec).exporters[1]?.scrape ?? node.scrape).map(({ namespace }) => namespace),
      at(monitor, 'spec', 'endpoints', 0, 'relabelings'),
    ]).toEqual([
      ['shop-prod'],
      expect.arrayContaining([
        expect.objectContaining({ targetLabel: 'namespace', replacement: 'shop-prod' }),
      ]),
    ]);
  });

  test('is found by its ServiceMonitor', () => {
    expect(everyServiceMonitorFindsItsService({ applications: [shop(spec)], objects: [] })).toEqual([]);
  });

  test('is called alike on a host', () => {
    const { files } = render(host(shop(spec)));
    const { scrape_configs } = contentOf<{ scrape_configs: readonly object[] }>(files, 'prometheus.yml');
    expect(scrape_configs).toContainEqual(
      expect.objectContaining({
        job_name: 'node',
        static_configs: [
          { targets: ['node-exporter:9100'], labels: expect.objectContaining({ namespace: 'shop-prod' }) },
        ],
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { sogangcomputerclub } from '../../apps/sogangcomputerclub/index.js';
import { hostFiles } from '#hosts/hosts.js';
import { host } from '#application/host/host.js';
import { valueAt } from '#ground/field.js';
import { at, objectsOf, only } from '../synth/estate/objects.js';

/** The rules of the first group, as both renderers write them. */
const rules = (of: unknown) => valueAt(of, ['groups', 0, 'rules']);

describe('sogangcomputerclub, which lives on a host, as manifests', () => {
  const objects = objectsOf(sogangcomputerclub);

  test('has all that an application has', () => {
    expect([...new Set(objects.map(({ kind }) => kind))].sort()).toEqual([
      'AlertmanagerConfig',
      'ConfigMap',
      'DaemonSet',
      'Deployment',
      'NetworkPolicy',
      'PrometheusRule',
      'Service',
      'ServiceMonitor',
    ]);
  });

  test('has the same rules as on its host', () => {
    const files = hostFiles(host(sogangcomputerclub));
    const onHost: unknown = parse(files['rules/sogangcomputerclub.yml'] ?? '');
    const inCluster = only(objects, 'PrometheusRule', 'sogangcomputerclub')['spec'];
    expect(rules(onHost)).toEqual(rules(inCluster));
  });

  test('calls its jobs as on its host', () => {
    const monitor = only(objects, 'ServiceMonitor', 'redis-exporter');
    expect(at(monitor, 'spec', 'endpoints', 0, 'relabelings')).toEqual([
      { action: 'replace', targetLabel: 'job', replacement: 'redis' },
    ]);
  });
});

describe('what is told of a machine names the machine', () => {
  test('in a cluster the node of the pod', () => {
    const monitor = only(objectsOf(sogangcomputerclub), 'ServiceMonitor', 'node-exporter');
    expect(at(monitor, 'spec', 'endpoints', 0, 'relabelings')).toContainEqual({
      action: 'replace',
      sourceLabels: ['__meta_kubernetes_pod_node_name'],
      targetLabel: 'instance',
    });
  });

  test('on a host what the host is called', () => {
    const files = hostFiles(host(sogangcomputerclub));
    const jobs = valueAt(parse(files['prometheus.yml'] ?? ''), ['scrape_configs']);
    expect(jobs).toContainEqual(
      expect.objectContaining({
        job_name: 'node',
        static_configs: [
          {
            targets: ['node-exporter:9100'],
            labels: expect.objectContaining({ instance: 'sogangcomputerclub' }),
          },
        ],
      }),
    );
  });
});

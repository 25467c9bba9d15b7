import { describe, expect, test } from '@jest/globals';
import { type Cluster, type PlatformSpec, cluster, fluentBit, kubePrometheusStack } from 'cheomseong';
import { everyLogIsReadWhereItIsSent } from '#laws/logs.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { shop } from '../synth/estate/shop.js';

const loki = { host: 'loki.monitoring.svc', port: 3100 };
const logs = fluentBit({ namespaces: ['shop'], loki });
const asking = (url: string): PlatformSpec => ({
  grafana: { datasources: [{ type: 'loki', uid: 'loki', name: 'Loki', url }] },
});
const inCluster = (spec?: PlatformSpec): Cluster =>
  cluster('production', {
    ...(spec && { platform: kubePrometheusStack(spec) }),
    applications: [shop({ logs, agentNamespace: 'shop-agents' })],
  });
const there = 'http://loki.monitoring.svc:3100';
const written = (place: Cluster): readonly string[] => {
  const { charts } = synthesisOf({ places: [place] });
  return [...synthesize(charts).keys()].filter((path) => path.endsWith('ConfigMap.shop-loki.yaml'));
};

describe('logs of an application', () => {
  test('are asked for where they are sent', () => {
    const place = inCluster(asking(there));
    expect(everyLogIsReadWhereItIsSent({ ...place, objects: [], cluster: place })).toEqual([]);
  });

  test('are refused where the platform asks another Loki (mistake 22)', () => {
    const place = inCluster(asking('http://loki.logging.svc:3100'));
    expect(everyLogIsReadWhereItIsSent({ ...place, objects: [], cluster: place })).toMatchObject([
      { where: 'shop/logs', what: there, code: 'logs-sent-elsewhere' },
    ]);
  });

  test('bring their data source where the platform has none', () => {
    expect(written(inCluster())).toEqual(['production/shop/ConfigMap.shop-loki.yaml']);
  });

  test('bring none where it has, so that each stands once', () => {
    expect(written(inCluster(asking(there)))).toEqual([]);
  });
});

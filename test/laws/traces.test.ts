import { describe, expect, test } from '@jest/globals';
import { type Cluster, type PlatformSpec, argocd, cluster, kubePrometheusStack, tempo } from 'cheomseong';
import { seconds } from '#promql/unit/limit.js';
import { tracing } from '#application/tracing/tracing.js';
import { everyExemplarIsKept } from '#laws/platform/exemplars.js';
import { everyTraceIsReadWhereItIsSent } from '#laws/traces.js';
import { laws } from '#laws/laws.js';
import { dashboard } from '#dashboards/dashboard.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { spanMetrics } from '#metrics/span-metrics.js';
import { narrowed } from '#promql/metric/catalog.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { shop } from '../synth/estate/shop.js';

const store = tempo({ host: 'tempo.monitoring.svc' });
const { duration } = narrowed(spanMetrics, { namespace: 'shop-prod' });
const traced = shop({
  tracing: tracing({ store, slow: seconds(2) }),
  dashboards: [
    (about) =>
      dashboard('Latency', {
        ...about,
        description: 'How long spans take.',
        panels: [timeseries('P95', { signal: histogramQuantile(0.95, duration, '$__rate_interval') })],
      }),
  ],
});
const inCluster = (spec: PlatformSpec = {}, applications: readonly (typeof traced)[] = [traced]): Cluster =>
  cluster('production', {
    platform: kubePrometheusStack(spec),
    argocd: argocd({ repository: 'https://github.com/shop/monitoring.git' }),
    applications,
  });
const judged = (place: Cluster) => ({ ...place, objects: [], cluster: place });
const asking = (url: string): PlatformSpec => ({
  grafana: { datasources: [{ type: 'tempo', uid: 'tempo', name: 'Tempo', url }] },
});
const there = 'http://tempo.monitoring.svc:3200';

describe('traces of an application', () => {
  test('are asked for where they are kept', () => {
    expect(everyTraceIsReadWhereItIsSent(judged(inCluster(asking(there))))).toEqual([]);
  });

  test('are refused where the platform asks another Tempo', () => {
    expect(
      everyTraceIsReadWhereItIsSent(judged(inCluster(asking('http://tempo.other.svc:3200')))),
    ).toMatchObject([{ where: 'shop/tracing', what: there, code: 'traces-sent-elsewhere' }]);
  });

  const written = (spec: PlatformSpec): readonly string[] => {
    const features = { prometheus: { features: ['exemplar-storage'] as const } };
    const { charts } = synthesisOf({ places: [inCluster({ ...features, ...spec })] });
    return [...synthesize(charts).keys()].filter((path) => path.endsWith('ConfigMap.shop-tempo.yaml'));
  };

  test('bring their data source where the platform has none', () => {
    expect(written({})).toEqual(['production/shop/ConfigMap.shop-tempo.yaml']);
  });

  test('bring none where it has', () => {
    expect(written(asking(there))).toEqual([]);
  });
});

describe('exemplars', () => {
  test('are refused that the platform’s Prometheus does not keep', () => {
    expect(everyExemplarIsKept(judged(inCluster()))).toMatchObject([
      { where: 'shop/dashboards', what: 'Latency / P95', code: 'feature-not-enabled' },
    ]);
  });

  test('are kept where it is told to', () => {
    const place = inCluster({ prometheus: { features: ['exemplar-storage'] } });
    expect(everyExemplarIsKept(judged(place))).toEqual([]);
  });

  test('are asked for by nobody without traces', () => {
    expect(everyExemplarIsKept(judged(inCluster({}, [shop()])))).toEqual([]);
  });
});

test('both are laws that each place is held to', () => {
  expect(laws).toEqual(expect.arrayContaining([everyTraceIsReadWhereItIsSent, everyExemplarIsKept]));
});

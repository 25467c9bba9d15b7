import { describe, expect, test } from '@jest/globals';
import { group } from '#alerts/rule/group.js';
import { record } from '#alerts/rule/recording.js';
import { type ClusterSpec, cluster } from '#cluster/cluster.js';
import { helmValues } from '#delivery/values/values.js';
import { objectAt } from '#ground/json.js';
import type { Engine } from '#platform/engine.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import { victoriaMetrics } from '#platform/engine/victoriametrics.js';
import { remoteWrite } from '#platform/remote-write/remote-write.js';
import { estate } from '#synth/estate/home.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { alerting, requestRate, shop, tooMany } from '../synth/estate/shop.js';
import { shopsMimir } from './somewhere.js';

/** The paths of what is written of a shop in a cluster with this engine, and the text of each. */
const written = (engine: Engine, spec: Partial<ClusterSpec> = {}) => {
  const seoul = cluster('seoul', {
    platform: kubePrometheusStack({
      engine,
      // Other labels than the chart's own, which whoever evaluates instead must not have either.
      selects: { rules: { labels: { monitored: 'seoul' } } },
    }),
    applications: [shop()],
    ...spec,
  });
  const { charts, laws, files } = synthesisOf(estate({ places: [seoul] }));
  return new Map([...synthesize(charts, laws), ...files]);
};
const sold = group('sold', {
  interval: '1m',
  on: 'clusters',
  packs: [],
  records: [record('shop:requests:rate5m', requestRate)],
});

describe('an estate whose rules Mimir evaluates', () => {
  test('has no rules as objects where their files are loaded', () => {
    const paths = [...written(shopsMimir({ rulesBy: 'mimirtool' })).keys()];
    expect(paths.filter((path) => /PrometheusRule|\/mimir\//.test(path))).toEqual([
      'seoul/mimir/load.sh',
      'seoul/mimir/rules/shop.yaml',
    ]);
  });

  test('has rules that carry the label of Alloy, and none of those of its Prometheus', () => {
    const text = written(shopsMimir({ rulesBy: 'alloy' })).get('seoul/shop/PrometheusRule.shop.yaml') ?? '';
    expect(text).toContain('evaluated-by: mimir');
    expect(text).not.toMatch(/^ {4}(release|monitored):/m);
  });

  test('has rules over clusters apart, with the tenants that they read', () => {
    const engine = shopsMimir({
      rulesBy: 'alloy',
      evaluates: 'all',
      sourceTenants: ['shop', 'bakery'],
    });
    const groups = [...alerting(tooMany('TooManyRequests', requestRate)), sold];
    const texts = written(engine, { applications: [shop({ groups })] });
    expect(texts.get('seoul/shop/PrometheusRule.shop-over-clusters.yaml')).toContain(
      'monitoring.grafana.com/source_tenants: shop,bakery',
    );
  });
});

test('an estate that is kept in a VictoriaMetrics has its kinds', () => {
  const engine = victoriaMetrics({ url: 'http://vmsingle.monitoring.svc:8428', retention: '52w' });
  const kinds = [...written(engine).keys()].flatMap(
    (path) => /^seoul\/shop\/(VM\w+)\./.exec(path)?.[1] ?? [],
  );
  expect(new Set(kinds)).toEqual(new Set(['VMRule', 'VMServiceScrape']));
});

describe('the values of a platform', () => {
  const spec = (further: Parameters<typeof kubePrometheusStack>[0]) =>
    objectAt(
      helmValues(cluster('seoul', { platform: kubePrometheusStack(further), applications: [shop()] })),
      'prometheus',
      'prometheusSpec',
    );

  test('name the replica by the label that Mimir knows it by', () => {
    expect(spec({ engine: shopsMimir() })['replicaExternalLabelName']).toBe('__replica__');
  });

  test('say of each place where it is written to, the engine first', () => {
    const more = remoteWrite({ name: 'archive', url: 'https://archive.example.org/api/v1/write' });
    const values = spec({ engine: shopsMimir(), remoteWrites: [more] });
    expect(values['remoteWrite']).toMatchObject([
      { name: 'mimir', url: 'https://mimir.example.org/api/v1/push', headers: { 'X-Scope-OrgID': 'shop' } },
      { name: 'archive', url: 'https://archive.example.org/api/v1/write' },
    ]);
  });

  test('say nothing of it where nothing is written', () => {
    expect(spec({})['remoteWrite']).toBeUndefined();
  });

  test('are refused with two places of one name', () => {
    const again = remoteWrite({ name: 'mimir', url: 'https://archive.example.org/api/v1/write' });
    expect(() => spec({ engine: shopsMimir(), remoteWrites: [again] })).toThrow(
      'two remote writes are called mimir',
    );
  });
});

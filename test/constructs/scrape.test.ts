import { describe, expect, test } from '@jest/globals';
import { nothingSecret } from '#laws/secret.js';
import { nothingIsLeftToTheServer } from '#laws/served.js';
import { guardedShop } from '../synth/estate/asked.js';
import { at, objectsOf, only } from '../synth/estate/objects.js';
import { shop } from '../synth/estate/shop.js';

const objects = objectsOf(guardedShop());
const guarded = only(objects, 'ServiceMonitor', 'shop');
const endpoint = (field: string, monitor = guarded) => at(monitor, 'spec', 'endpoints', 0, field);

describe('a ServiceMonitor asks', () => {
  test('over TLS, by certificates of Secrets', () => {
    expect([endpoint('scheme'), endpoint('tlsConfig')]).toEqual([
      'https',
      {
        ca: { secret: { name: 'shop-tls', key: 'ca.crt' } },
        cert: { secret: { name: 'shop-tls', key: 'tls.crt' } },
        keySecret: { name: 'shop-tls', key: 'tls.key' },
        serverName: 'shop.example',
      },
    ]);
  });

  test('with a token of a Secret', () => {
    expect(endpoint('authorization')).toEqual({ credentials: { name: 'shop-metrics', key: 'token' } });
  });

  test('with a name and a password of Secrets', () => {
    expect(endpoint('basicAuth', only(objects, 'ServiceMonitor', 'shop-admin'))).toEqual({
      username: { name: 'shop-metrics', key: 'user' },
      password: { name: 'shop-metrics', key: 'password' },
    });
  });

  test('for a path and what is asked beside it (mistake 67)', () => {
    expect([endpoint('path'), endpoint('params')]).toEqual([
      '/metrics/detailed',
      { family: ['queue_coarse_metrics', 'queue_metrics'] },
    ]);
  });
});

describe('a ServiceMonitor takes', () => {
  test('what has no format for the one it is given, within its limits', () => {
    expect(guarded['spec']).toMatchObject({
      fallbackScrapeProtocol: 'PrometheusText0.0.4',
      sampleLimit: 1000,
      labelLimit: 30,
    });
  });

  test('the labels that a target sets', () => {
    expect(endpoint('honorLabels')).toBe(true);
  });

  test('nothing of what is dropped', () => {
    expect(endpoint('metricRelabelings')).toEqual([
      { action: 'drop', sourceLabels: ['__name__'], regex: 'go_.*' },
      { action: 'drop', sourceLabels: ['__name__'], regex: 'shop_debug' },
      { action: 'replace', sourceLabels: ['exported_endpoint'], regex: '(.+)', targetLabel: 'endpoint' },
      { action: 'labeldrop', regex: 'exported_endpoint' },
      { action: 'labeldrop', regex: 'request_id' },
    ]);
  });
});

test('a scrape of which none of this is said writes none of it', () => {
  const monitor = only(objectsOf(shop()), 'ServiceMonitor', 'stock-exporter');
  expect(monitor['spec']).toMatchObject({
    endpoints: [{ port: 'metrics', path: '/metrics', interval: '30s', scrapeTimeout: '10s' }],
  });
  expect(Object.keys(monitor['spec'] ?? {}).sort()).toEqual(['endpoints', 'namespaceSelector', 'selector']);
});

test.each([
  ['holds no secret (mistake 19)', nothingSecret],
  ['leaves nothing to the server (mistake 60)', nothingIsLeftToTheServer],
])('what is written of it %s', (_, law) => {
  const rendered = objects.map((manifest) => ({
    place: '',
    application: 'shop',
    path: 'shop/scrape',
    file: 'shop/ServiceMonitor.shop.yaml',
    manifest,
  }));
  expect(law({ applications: [], objects: rendered })).toEqual([]);
});

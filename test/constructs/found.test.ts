import { describe, expect, test } from '@jest/globals';
import { everyObjectIsSelected } from '#laws/selected.js';
import { nothingIsLeftToTheServer } from '#laws/served.js';
import { nothingSecret } from '#laws/secret.js';
import { scatteredShop } from '../synth/estate/found.js';
import { at, objectsOf, only } from '../synth/estate/objects.js';

const shop = scatteredShop();
const objects = objectsOf(shop);
const workers = only(objects, 'PodMonitor', 'worker');
const tills = only(objects, 'ScrapeConfig', 'tills');
const shown = {
  tlsConfig: { ca: { secret: { name: 'shop-tls', key: 'ca.crt' } }, serverName: 'shop.example' },
  authorization: { credentials: { name: 'shop-metrics', key: 'token' } },
};

describe('a PodMonitor', () => {
  test('finds pods by all of their labels, in their namespaces', () => {
    expect(workers['spec']).toMatchObject({
      selector: { matchLabels: { app: 'worker', tier: 'back' } },
      namespaceSelector: { matchNames: ['shop-prod', 'shop-staging'] },
      podTargetLabels: ['tier'],
    });
  });

  test('asks as a ServiceMonitor does', () => {
    expect(at(workers, 'spec', 'podMetricsEndpoints', 0)).toMatchObject({
      port: 'metrics',
      scheme: 'https',
      ...shown,
      path: '/metrics/detailed',
      params: { family: ['jobs'] },
      interval: '15s',
      scrapeTimeout: '5s',
      honorLabels: true,
    });
  });

  test('takes of an answer what it is to, within its limits', () => {
    expect(workers['spec']).toMatchObject({
      fallbackScrapeProtocol: 'PrometheusText0.0.4',
      sampleLimit: 1000,
      labelLimit: 30,
    });
  });

  test('gives back the label that its target has too', () => {
    expect(at(workers, 'spec', 'podMetricsEndpoints', 0, 'metricRelabelings')).toEqual([
      { action: 'drop', sourceLabels: ['__name__'], regex: 'go_.*' },
      { action: 'replace', sourceLabels: ['exported_endpoint'], regex: '(.+)', targetLabel: 'endpoint' },
      { action: 'labeldrop', regex: 'exported_endpoint' },
    ]);
  });
});

test('a ScrapeConfig asks what is written down as a ServiceMonitor would, and calls it by job and namespace', () => {
  expect(tills['spec']).toEqual({
    jobName: 'tills',
    staticConfigs: [
      { targets: ['till-1.example:9100'], labels: { floor: '1', namespace: 'shop-prod' } },
      { targets: ['10.0.0.2:9100'], labels: { floor: '2', instance: 'till-2', namespace: 'shop-prod' } },
    ],
    scheme: 'HTTPS',
    ...shown,
    metricsPath: '/metrics/detailed',
    params: { family: ['jobs'] },
    scrapeInterval: '15s',
    scrapeTimeout: '5s',
    fallbackScrapeProtocol: 'PrometheusText0.0.4',
    sampleLimit: 1000,
    labelLimit: 30,
    honorLabels: true,
    metricRelabelings: [{ action: 'drop', sourceLabels: ['__name__'], regex: 'go_.*' }],
  });
});

const rendered = objects.map((manifest) => ({
  place: '',
  application: 'shop',
  path: `shop/scrape-${manifest.metadata.name}`,
  file: `shop/${manifest.kind}.${manifest.metadata.name}.yaml`,
  manifest,
}));

test.each([
  ['holds no secret (mistake 19)', nothingSecret],
  ['leaves nothing to the server (mistake 60)', nothingIsLeftToTheServer],
  ['is selected by its release', everyObjectIsSelected],
])('what is written of all of them %s', (_, law) => {
  expect(law({ applications: [shop], objects: rendered })).toEqual([]);
});

test.each(['PodMonitor', 'ScrapeConfig'])(
  'a %s without the label of its release is refused (mistake 11)',
  (kind) => {
    const unlabelled = rendered
      .filter(({ manifest }) => manifest.kind === kind)
      .map((each) => ({
        ...each,
        manifest: { ...each.manifest, metadata: { name: each.manifest.metadata.name } },
      }));
    expect(everyObjectIsSelected({ applications: [shop], objects: unlabelled }).length).toBeGreaterThan(0);
  },
);

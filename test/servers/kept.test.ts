import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { application } from '#application/application.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { settled } from '#cost/settled.js';
import { prometheusFiles } from '#hosts/prometheus/prometheus.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate, value } from '#promql/vector/select.js';
import { countOf } from '#promql/metric/parts.js';
import { metricRelabelConfigs } from '../operator/relabelings.js';
import { scraped, type RelabelConfig } from '../scraped.js';
import { at, objectsOf, only } from '../synth/estate/objects.js';
import { alerting, toSlack, tooMany } from '../synth/estate/shop.js';

const metrics = catalog({
  requests: counter('shop_requests_total', { help: 'Requests', labels: ['status'] }),
  baskets: gauge('shop_baskets', { help: 'Baskets' }),
  visits: counter('shop_visits_total', { help: 'Visits' }),
  duration: histogram('shop_duration_seconds', { help: 'Time', buckets: [1] }),
});
const own = narrowed(metrics, { namespace: 'shop' });
const web = service('shop', { namespaces: ['shop'], labels: { app: 'shop' }, ports: { http: 8000 } });
const described = application('shop', {
  title: 'Shop',
  language: 'en',
  namespace: 'shop',
  services: [web],
  scrapes: [
    scrape(web, {
      port: 'http',
      interval: '30s',
      keep: 'used',
      sampleLimit: 'derived',
      expects: { values: { status: 5 } },
      metrics: [metrics],
    }),
  ],
  groups: alerting(
    tooMany('TooManyRequests', sum(rate(own.requests, '5m'))),
    tooMany('TooManyBaskets', sum(value(own.baskets))),
    tooMany('TooManyMeasured', sum(rate(countOf(own.duration), '5m'))),
  ),
  routing: toSlack(),
  runbook: (alert) => `https://runbooks.example/shop/${alert}.md`,
});
const [shop = described] = settled([described]);
const monitor = only(objectsOf(shop), 'ServiceMonitor', 'shop');

interface Job {
  readonly job_name: string;
  readonly sample_limit?: number;
  readonly metric_relabel_configs?: readonly RelabelConfig[];
}
const config: { readonly scrape_configs: readonly Job[] } = parse(
  prometheusFiles(shop)['prometheus.yml'] ?? '',
);
const job = config.scrape_configs.find(({ job_name }) => job_name === 'shop');

/** What is read, what is declared and not read, and what nobody declares; of so many statuses. */
const exposition = (statuses: number): string =>
  [
    '# TYPE shop_requests_total counter',
    ...Array.from({ length: statuses }, (_, i) => `shop_requests_total{status="${200 + i}"} 1`),
    'shop_baskets 3',
    'shop_visits_total 5',
    'shop_duration_seconds_bucket{le="1"} 1',
    'shop_duration_seconds_bucket{le="+Inf"} 2',
    'shop_duration_seconds_sum 3',
    'shop_duration_seconds_count 2',
    'go_goroutines 7',
    'shop_requests_created{status="200"} 1.7e+09',
    '',
  ].join('\n');

describe('a scrape that keeps what is used, on a real Prometheus', () => {
  const stored = new Map<string, readonly string[]>();
  beforeAll(async () => {
    const operator = metricRelabelConfigs(at(monitor, 'spec', 'endpoints', 0, 'metricRelabelings'));
    const targets = {
      all: { exposition: exposition(2), labels: {}, metricRelabelings: [] },
      operator: { exposition: exposition(2), labels: {}, metricRelabelings: operator },
      host: { exposition: exposition(2), labels: {}, metricRelabelings: job?.metric_relabel_configs ?? [] },
    };
    await scraped(targets, async (ask) => {
      for (const name of Object.keys(targets)) {
        const found = await ask(`{job="${name}"}`);
        stored.set(name, [...new Set(found.map(({ labels }) => labels['__name__'] ?? ''))].sort());
      }
    });
  }, 20_000);

  const dropped = (name: string) =>
    (stored.get('all') ?? []).filter((each) => !stored.get(name)?.includes(each));

  test.each(['operator', 'host'])('drops exactly what nobody reads, as the %s has it', (name) => {
    expect(dropped(name)).toEqual(['go_goroutines', 'shop_requests_created', 'shop_visits_total']);
  });

  test('leaves what Prometheus says of the scrape itself', () => {
    expect(stored.get('operator')).toEqual(expect.arrayContaining(['up', 'scrape_samples_scraped']));
  });
});

describe('a limit that is derived, on a real Prometheus', () => {
  test('is written for the operator', () => {
    expect(at(monitor, 'spec', 'sampleLimit')).toBe(100);
  });

  test('is written for a host', () => {
    expect(job?.sample_limit).toBe(100);
  });

  const up = new Map<string, number | undefined>();
  beforeAll(async () => {
    const target = (statuses: number) => ({
      exposition: exposition(statuses),
      labels: {},
      metricRelabelings: job?.metric_relabel_configs ?? [],
      sampleLimit: job?.sample_limit ?? 0,
    });
    await scraped(
      { normal: target(5), exploded: target(500) },
      async (ask) => {
        for (const { labels, value: is } of await ask('up')) up.set(labels['job'] ?? '', is);
      },
      (ups) => ups.length === 2,
    );
  }, 20_000);

  test('lets what is expected pass', () => {
    expect(up.get('normal')).toBe(1);
  });

  test('takes nothing of a target whose labels have multiplied: it is down, as TargetDown tells', () => {
    expect(up.get('exploded')).toBe(0);
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { group } from '#alerts/rule/group.js';
import { override } from '#alerts/rule/pack.js';
import { application } from '#application/application.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { prometheusFiles } from '#hosts/prometheus/prometheus.js';
import { newestPrometheus } from '#proof/tools/tool.js';
import { narrowed } from '#promql/metric/catalog.js';
import { bistro, bistroMetrics } from '../alerts/stored.js';
import { toSlack } from '../synth/estate/shop.js';
import { eventually } from '#servers/eventually.js';
import { query } from './query.js';
import { withServer } from '#servers/server.js';

const edges = [0.1, 0.5, 1, 2.5, 5, Infinity];
const duration = 'bistro_request_duration_seconds';

/** Every request takes two seconds, and there are three more at each scrape: as a client without native histograms tells it. */
const exposition = (requests: number): string =>
  [
    `# HELP ${duration} Time to answer`,
    `# TYPE ${duration} histogram`,
    ...edges.map((edge) => {
      const le = edge === Infinity ? '+Inf' : String(edge);
      return `${duration}_bucket{path="/menu",le="${le}"} ${edge < 2 ? 0 : requests}`;
    }),
    `${duration}_sum{path="/menu"} ${2 * requests}`,
    `${duration}_count{path="/menu"} ${requests}`,
    '',
  ].join('\n');

const quickly = { window: '10s', for: '1s' } as const;
const metrics = bistroMetrics('native with custom buckets');
const slow = {
  native: override(bistro('native with custom buckets').slow, { highLatency: quickly }),
  classic: override(bistro('classic').slow, { highLatency: { ...quickly, name: 'ClassicHighLatency' } }),
};
const web = service('bistro', {
  namespaces: ['bistro'],
  labels: { app: 'bistro' },
  ports: { http: 8000 },
});
const app = application('bistro', {
  title: 'Bistro',
  language: 'en',
  namespace: 'bistro',
  services: [web],
  scrapes: [
    scrape(web, {
      port: 'http',
      interval: '1s',
      convertClassicHistogramsToNHCB: true,
      metrics: [narrowed(metrics, {})],
    }),
  ],
  groups: [
    group('native', { interval: '1s', packs: [slow.native] }),
    group('classic', { interval: '1s', packs: [slow.classic] }),
  ],
  routing: toSlack(),
  runbook: (alert) => `https://runbooks.example/bistro/${alert}.md`,
});

/** The configuration that a host of it has, with one target: this one. */
const configOf = (target: string): string => {
  const { scrape_configs: jobs, global }: Config = parse(prometheusFiles(app)['prometheus.yml'] ?? '');
  const asked = jobs
    .filter(({ job_name }) => job_name === 'bistro')
    .map((job) => ({
      ...job,
      static_configs: job.static_configs.map((each) => ({ ...each, targets: [target] })),
    }));
  return JSON.stringify({ global, rule_files: ['*.rules.yml'], scrape_configs: asked });
};
interface Config {
  readonly global: object;
  readonly scrape_configs: readonly {
    readonly job_name: string;
    readonly static_configs: readonly object[];
  }[];
}

const rules = (name: string): string => prometheusFiles(app)[`rules/${name}.yml`] ?? '';

describe('a real Prometheus that converts classic histograms as the scrape says', () => {
  const seen = new Map<string, readonly string[]>();

  beforeAll(async () => {
    let requests = 0;
    const target = createServer((_, response) => {
      requests += 3;
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(exposition(requests));
    });
    await new Promise<void>((listening) => target.listen(0, '127.0.0.1', listening));
    // A server that listens on a port has an AddressInfo; a string is for one that listens on a pipe.
    const { port } = target.address() as AddressInfo;
    const { path } = await newestPrometheus();
    const files = {
      config: configOf(`127.0.0.1:${port}`),
      beside: { 'native.rules.yml': rules('native'), 'classic.rules.yml': rules('classic') },
      // Needed before 3.8, and without effect since.
      flags: ['--enable-feature=native-histograms'],
      program: path,
    };
    try {
      await withServer('prometheus', files, async (url) => {
        const names = async (promql: string) =>
          (await query(url, promql)).map(({ labels }) => labels['alertname'] ?? '');
        const firing = await eventually(
          'an alert to fire',
          async () => {
            const alerts = await names('ALERTS{alertstate="firing"}');
            return alerts.length > 0 ? alerts : undefined;
          },
          30_000,
        );
        seen.set('firing', firing);
        seen.set('buckets', await names(`${duration}_bucket`));
        seen.set('read', await names('ALERTS{alertname="ClassicHighLatency"}'));
        seen.set(
          'scraped',
          await names(`histogram_count(${duration}{namespace="bistro", service="bistro"})`),
        );
      });
    } finally {
      target.close();
      target.closeAllConnections();
    }
  }, 120_000);

  test('stores one series, without _bucket (mistake 95)', () => {
    expect([seen.get('scraped'), seen.get('buckets')]).toEqual([[''], []]);
  });

  test('fires the alert that reads it as it is stored', () => {
    expect(seen.get('firing')).toEqual(['HighLatency']);
  });

  test('is silent of the one that reads its buckets, which the law refuses (mistake 95)', () => {
    expect(seen.get('read')).toEqual([]);
  });
});

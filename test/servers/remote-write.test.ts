import { once } from 'node:events';
import { createServer } from 'node:http';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { remoteWrite } from '#delivery/values/remote-write.js';
import { listAt } from '#ground/json.js';
import { secret } from '#ground/secret.js';
import type { Engine } from '#platform/engine.js';
import { mimir } from '#platform/engine/mimir.js';
import { victoriaMetrics } from '#platform/engine/victoriametrics.js';
import { newestPrometheus } from '#proof/tools/tool.js';
import { seoul } from '../delivery/somewhere.js';
import { remoteWriteConfig } from '../operator/remote-write.js';
import { eventually } from '#servers/eventually.js';
import { type Gate, withGate } from './gate.js';
import { type Sample, query } from './query.js';
import { withServer } from '#servers/server.js';
import { withVictoriaMetrics } from './victoria-metrics.js';

const exposition = [
  '# TYPE shop_requests_total counter',
  'shop_requests_total{status="200"} 42',
  'shop_requests_total{status="500"} 7',
  '# TYPE go_goroutines gauge',
  'go_goroutines 9',
  '',
].join('\n');

const withExporter = async <T>(use: (address: string) => Promise<T>): Promise<T> => {
  const exporter = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/plain; version=0.0.4').end(exposition);
  }).listen(0, '127.0.0.1');
  await once(exporter, 'listening');
  const address = exporter.address();
  if (address === null || typeof address === 'string') throw new Error('the exporter listens on no port');
  try {
    return await use(`127.0.0.1:${address.port}`);
  } finally {
    exporter.closeAllConnections();
    exporter.close();
  }
};

const secrets = { 'mimir/username': 'shop', 'mimir/password': 'hunter2' };

/** A real Prometheus, as new as there is, for Debian 12's sends no headers, that scrapes the shop and writes as the values of a platform with this engine say, until something has arrived. */
const writing = <T>(engine: Engine, arrived: () => Promise<T | undefined>): Promise<T> =>
  withExporter(async (address) => {
    const { labels, ...here } = seoul(engine);
    const writes = listAt(remoteWrite({ labels, ...here }), 'prometheus', 'prometheusSpec', 'remoteWrite');
    const config = {
      global: { scrape_interval: '500ms', scrape_timeout: '500ms', external_labels: labels },
      scrape_configs: [{ job_name: 'shop', static_configs: [{ targets: [address] }] }],
      remote_write: writes.map((each) => remoteWriteConfig(each, secrets)),
    };
    const { path: program } = await newestPrometheus();
    return withServer('prometheus', { config: JSON.stringify(config), program }, () =>
      eventually('what is written to arrive', arrived, 40_000),
    );
  });

/** What stands where it was written, once all of it does. */
const arriving = (url: string, promql: string, count: number) => async () => {
  const found = await query(url, promql);
  return found.length >= count ? found : undefined;
};

const login = { username: secret('mimir', 'username'), password: secret('mimir', 'password') };
const write = { keep: ['shop_.*', 'go_.*', 'up'], drop: ['go_.*', { __name__: 'shop_.*', status: '5..' }] };
// At once, that nobody waits.
const queue = { batchSendDeadline: '1s' } as const;

describe('a Prometheus that writes to another as to a Mimir', () => {
  let found: readonly Sample[] = [];
  let dropped: readonly Sample[] = [];
  let seen: Gate['seen'] = [];
  beforeAll(async () => {
    await withServer(
      'prometheus',
      { config: '{}', flags: ['--web.enable-remote-write-receiver'] },
      (receiver) =>
        withGate(receiver, async (gate) => {
          // Mimir takes at /api/v1/push what a Prometheus takes at /api/v1/write.
          const engine = mimir({
            ...{ url: gate.url, tenant: 'shop', retention: '52w' },
            write: { login, queue, ...write },
          });
          const there = { ...engine, write: { ...engine.write, url: `${gate.url}/api/v1/write` } };
          found = await writing(there, arriving(receiver, '{job="shop", __name__=~"shop_.*|up"}', 2));
          dropped = await query(
            receiver,
            '{__name__=~"go_.*|scrape_.*"} or shop_requests_total{status="500"}',
          );
          ({ seen } = gate);
        }),
    );
  }, 240_000);

  test('writes what is kept, with the labels of its cluster', () => {
    const [written] = found.filter(({ labels }) => labels['__name__'] === 'shop_requests_total');
    expect(written).toMatchObject({
      labels: { status: '200', cluster: 'seoul', environment: 'seoul' },
      value: 42,
    });
  });

  test('writes nothing of what is dropped or not kept', () => {
    expect(dropped).toEqual([]);
  });

  test('says whose it is, and who it is', () => {
    expect(seen[0]).toMatchObject({
      'x-scope-orgid': 'shop',
      authorization: `Basic ${Buffer.from('shop:hunter2').toString('base64')}`,
    });
  });
});

test('a Prometheus that writes to a real VictoriaMetrics is read there', async () => {
  const found = await withVictoriaMetrics((url) =>
    writing(
      victoriaMetrics({ url, retention: '52w', scrapesBy: 'prometheus', write: { queue, ...write } }),
      arriving(url, '{job="shop", __name__=~"shop_.*"}', 1),
    ),
  );
  expect(found).toEqual([
    {
      labels: expect.objectContaining({
        ...{ __name__: 'shop_requests_total', status: '200', job: 'shop' },
        ...{ cluster: 'seoul', environment: 'seoul' },
      }),
      value: 42,
    },
  ]);
}, 240_000);

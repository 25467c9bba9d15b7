import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { host } from '#application/host/host.js';
import { generatedJob } from '../operator/scrape-config.js';
import { contentOf, render } from '../hosts/rendered.js';
import { scatteredShop } from '../synth/estate/found.js';
import { objectsOf, only } from '../synth/estate/objects.js';
import { eventually } from '#servers/eventually.js';
import { type Sample, query } from './query.js';
import { withServer } from '#servers/server.js';

/** An exporter that is asked about caches: the first answers, the second does not. Of another it answers with an error. */
const answers: Readonly<Record<string, string>> = {
  'redis://cache-1:6379': 'cache_up 1\n',
  'redis://cache-2:6379': 'cache_up 0\n',
};

const asked: string[] = [];
const exporter = createServer(({ url = '' }, response) => {
  asked.push(url);
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const answer = answers[searchParams.get('target') ?? ''];
  if (pathname !== '/probe' || searchParams.get('module') !== 'redis' || answer === undefined)
    response.writeHead(400).end();
  else response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8').end(answer);
});

/** The job with the exporter where it listens here. */
const listening = (job: object, port: number): object =>
  JSON.parse(JSON.stringify(job).replace(/"cache-exporter[^"]*:9121"/, `"127.0.0.1:${port}"`)) as object;

const shop = scatteredShop();
const { scrape_configs } = contentOf<{ readonly scrape_configs: readonly { readonly job_name: string }[] }>(
  render(host(shop)).files,
  'prometheus.yml',
);
const jobs = {
  'a host': scrape_configs.find(({ job_name }) => job_name === 'caches') ?? {},
  'the operator': generatedJob(only(objectsOf(shop), 'ScrapeConfig', 'caches')),
};

describe.each(Object.entries(jobs))('a real Prometheus, configured as by %s,', (_, job) => {
  let samples: Readonly<Record<'up' | 'cache_up', readonly Sample[]>>;
  beforeAll(async () => {
    if (!exporter.listening) await once(exporter.listen(0, '127.0.0.1'), 'listening');
    const address = exporter.address();
    if (address === null || typeof address === 'string') throw new Error('the exporter listens on no port');
    const config = JSON.stringify({
      scrape_configs: [
        { ...listening(job, address.port), scrape_interval: '200ms', scrape_timeout: '200ms' },
      ],
    });
    samples = await withServer('prometheus', { config }, async (url) => {
      const both = async () => (await query(url, 'cache_up')).length === 2 || undefined;
      await eventually('a scrape of every target', both, 15_000);
      return { up: await query(url, 'up'), cache_up: await query(url, 'cache_up') };
    });
  }, 30_000);
  afterAll(() => {
    exporter.closeAllConnections();
    exporter.close();
  });

  const of = (name: keyof typeof samples) =>
    Object.fromEntries(samples[name].map(({ labels, value }) => [labels['instance'], value]));

  test('asks an exporter about each target, by its module', () => {
    expect(new Set(asked)).toEqual(
      new Set([1, 2].map((n) => `/probe?module=redis&target=redis%3A%2F%2Fcache-${n}%3A6379`)),
    );
  });

  test('calls by its target what an exporter tells (mistake 92)', () => {
    expect(of('cache_up')).toEqual({ 'redis://cache-1:6379': 1, 'redis://cache-2:6379': 0 });
  });

  test('takes for up that the exporter answers, whatever of', () => {
    expect(of('up')).toEqual({ 'redis://cache-1:6379': 1, 'redis://cache-2:6379': 1 });
  });

  test('gives each target the labels that were written down, the namespace and the job', () => {
    expect(samples.up.map(({ labels }) => labels)).toContainEqual({
      __name__: 'up',
      job: 'caches',
      instance: 'redis://cache-2:6379',
      namespace: 'shop-prod',
      rack: 'b',
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { host } from '#application/host/host.js';
import { hostFiles } from '#hosts/hosts.js';
import { guardedShop } from '../synth/estate/asked.js';
import { textOf } from '../hosts/rendered.js';
import { certificateOf } from './certificate.js';
import { eventually } from '#servers/eventually.js';
import { type Guarded, guarding } from './guarded.js';
import { type Sample, query } from './query.js';
import { withServer } from '#servers/server.js';

interface Job {
  readonly job_name: string;
  readonly basic_auth?: { readonly username_file: string; readonly password_file: string };
  readonly static_configs: readonly { readonly targets: readonly string[] }[];
}

const wellKnown = [
  '# TYPE shop_requests_total counter',
  'shop_requests_total{endpoint="/orders",status="200",request_id="a1",job="pushed"} 42',
  'shop_baskets 2',
  'shop_debug 1',
  'go_goroutines 12',
  '',
].join('\n');

/**
 * A job of a host as the Prometheus of the tests takes it, which may be 2.42: it reads a name from no file, and knows no format to fall back
 * to. Files of secrets lie beside its configuration.
 */
const jobAt = (job: Job, address: string): object => {
  const { fallback_scrape_protocol: _, basic_auth, ...rest } = { fallback_scrape_protocol: '', ...job };
  return {
    ...rest,
    ...(basic_auth && { basic_auth: { username: 'scraper', password_file: basic_auth.password_file } }),
    static_configs: job.static_configs.map((each) => ({ ...each, targets: [address] })),
  };
};

describe('a real Prometheus, configured as on a host,', () => {
  type Query = 'up' | 'requests' | 'others';
  let answers: Readonly<Record<Query, readonly Sample[]>>;
  let targets: Readonly<Record<'shop' | 'shop-admin' | 'naive', Guarded>>;

  beforeAll(async () => {
    const certificate = await certificateOf('shop.example');
    const family = 'family=queue_coarse_metrics&family=queue_metrics';
    const detailed = {
      url: `/metrics/detailed?${family}`,
      authorization: 'Bearer t0ken',
      exposition: wellKnown,
    };
    targets = {
      shop: await guarding({ ...detailed, certificate }),
      'shop-admin': await guarding({
        url: '/metrics',
        authorization: `Basic ${Buffer.from('scraper:pa55').toString('base64')}`,
        exposition: 'shop_admins 3\n',
      }),
      naive: await guarding(detailed),
    };
    // The project's own prometheus.yml.
    const written = parse(textOf(hostFiles(host(guardedShop())), 'prometheus.yml')) as {
      readonly scrape_configs: readonly Job[];
    };
    const jobs = (['shop', 'shop-admin'] as const).flatMap((name) =>
      written.scrape_configs
        .filter(({ job_name }) => job_name === name)
        .map((job) => jobAt(job, targets[name].address)),
    );
    const [shop] = jobs;
    const config = JSON.stringify({
      global: { scrape_interval: '200ms', scrape_timeout: '200ms' },
      scrape_configs: [
        ...jobs,
        { ...shop, job_name: 'crowded', sample_limit: 1 },
        { ...shop, job_name: 'wide', label_limit: 6 },
        { ...shop, job_name: 'wide enough', label_limit: 7 },
        {
          job_name: 'naive',
          metrics_path: `/metrics/detailed?${family}`,
          static_configs: [{ targets: [targets.naive.address] }],
        },
      ],
    }).replaceAll(/\/etc\/prometheus\/secrets\/([-\w]+)\//g, '$1-');
    const beside = {
      'shop-tls-ca.crt': certificate.cert,
      'shop-tls-tls.crt': certificate.cert,
      'shop-tls-tls.key': certificate.key,
      'shop-metrics-token': 't0ken',
      'shop-metrics-password': 'pa55',
    };
    answers = await withServer('prometheus', { config, beside }, async (url) => {
      const ask = (promql: string) => query(url, promql);
      const allAsked = async () => (await ask('up')).length === 6 || undefined;
      await eventually('a scrape of every target', allAsked, 15_000);
      return {
        up: await ask('up'),
        requests: await ask('shop_requests_total{service="shop"}'),
        others: await ask('{__name__=~"shop_debug|go_.*"}'),
      };
    });
  }, 30_000);
  afterAll(() => Object.values(targets ?? {}).forEach(({ close }) => close()));

  const up = (job: string) => answers.up.find(({ labels }) => labels['job'] === job)?.value;

  test('is let in by a certificate and a token, and knows its target by a name that is not its address', () => {
    expect(up('shop')).toBe(1);
  });

  test('is let in by a name and a password', () => {
    expect(up('shop-admin')).toBe(1);
  });

  test('asks for what stands in params', () => {
    expect(targets.shop.asked[0]?.url).toBe(
      '/metrics/detailed?family=queue_coarse_metrics&family=queue_metrics',
    );
  });

  test('would ask for another address by a path with a query (mistake 67)', () => {
    expect([targets.naive.asked[0]?.url, up('naive')]).toEqual([
      '/metrics/detailed%3Ffamily=queue_coarse_metrics&family=queue_metrics',
      0,
    ]);
  });

  test('takes nothing of a target that has more series than its limit', () => {
    expect(up('crowded')).toBe(0);
  });

  test('counts the name and the labels of the target as labels, and none that is dropped', () => {
    expect([up('wide'), up('wide enough')]).toEqual([0, 1]);
  });

  test('keeps the labels that a target sets, but for those that are dropped', () => {
    expect(answers.requests.map(({ labels }) => labels)).toEqual([
      {
        __name__: 'shop_requests_total',
        job: 'pushed',
        instance: targets.shop.address,
        namespace: 'shop-prod',
        service: 'shop',
        endpoint: '/orders',
        status: '200',
      },
    ]);
  });

  test('stores no metric that is dropped', () => {
    expect(answers.others).toEqual([]);
  });
});

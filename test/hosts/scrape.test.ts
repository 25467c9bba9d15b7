import { describe, expect, test } from '@jest/globals';
import { host } from '#application/host/host.js';
import { nothingSecretIn } from '#laws/secret-file.js';
import { run } from '#proof/tools/run.js';
import { newestPromtool } from '#proof/tools/tool.js';
import { isAtLeast } from '#proof/tools/version.js';
import { guardedShop } from '../synth/estate/asked.js';
import { shop } from '../synth/estate/shop.js';
import { composeOf, mountsOf } from './compose/compose-file.js';
import { withFolder } from './folder.js';
import { pasted } from './pasted.js';
import { contentOf, render, textOf } from './rendered.js';

const { files } = render(host(guardedShop()));
const jobs = contentOf<{ readonly scrape_configs: readonly object[] }>(
  files,
  'prometheus.yml',
).scrape_configs;
const job = (name: string) => jobs.find((each) => 'job_name' in each && each.job_name === name);
const secrets = '/etc/prometheus/secrets';
const named = [
  ...['shop-tls/ca.crt', 'shop-tls/tls.crt', 'shop-tls/tls.key'],
  ...['shop-metrics/token', 'shop-metrics/user', 'shop-metrics/password'],
];

describe('on a host Prometheus asks', () => {
  test('over TLS, by certificates of files', () => {
    expect(job('shop')).toMatchObject({
      scheme: 'https',
      tls_config: {
        ca_file: `${secrets}/shop-tls/ca.crt`,
        cert_file: `${secrets}/shop-tls/tls.crt`,
        key_file: `${secrets}/shop-tls/tls.key`,
        server_name: 'shop.example',
      },
    });
  });

  test('with a token of a file', () => {
    expect(job('shop')).toMatchObject({
      authorization: { credentials_file: `${secrets}/shop-metrics/token` },
    });
  });

  test('with a name and a password of files', () => {
    expect(job('shop-admin')).toMatchObject({
      basic_auth: {
        username_file: `${secrets}/shop-metrics/user`,
        password_file: `${secrets}/shop-metrics/password`,
      },
    });
  });

  test('for a path and what is asked beside it (mistake 67)', () => {
    expect(job('shop')).toMatchObject({
      metrics_path: '/metrics/detailed',
      params: { family: ['queue_coarse_metrics', 'queue_metrics'] },
    });
  });
});

test('on a host Prometheus takes of an answer what it is to, within its limits', () => {
  expect(job('shop')).toMatchObject({
    honor_labels: true,
    fallback_scrape_protocol: 'PrometheusText0.0.4',
    sample_limit: 1000,
    label_limit: 30,
    metric_relabel_configs: [
      { action: 'drop', source_labels: ['__name__'], regex: 'go_.*' },
      { action: 'drop', source_labels: ['__name__'], regex: 'shop_debug' },
      { source_labels: ['exported_endpoint'], regex: '(.+)', target_label: 'endpoint' },
      { action: 'labeldrop', regex: 'exported_endpoint' },
      { action: 'labeldrop', regex: 'request_id' },
    ],
  });
});

describe('the secrets by which a host scrapes', () => {
  const mounted = (of = files) => {
    const { prometheus } = composeOf(of, 'production').services;
    const mounts = prometheus ? mountsOf(prometheus) : [];
    return mounts.filter(([source]) => source.startsWith('./secrets'));
  };

  test('are mounted one by one: Prometheus reads no other', () => {
    expect(mounted()).toEqual(named.map((file) => [`./secrets/${file}`, `${secrets}/${file}`]));
  });

  test('are none where no scrape has one', () => {
    expect(mounted(render(host(shop())).files)).toEqual([]);
  });

  test('are made by what the README has pasted, to be filled in', async () => {
    const [, first = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(textOf(files, 'README.md')) ?? [];
    const made = Object.keys((await pasted(first, files)).secrets);
    expect(made).toEqual(expect.arrayContaining(named.map((file) => `secrets/${file}`)));
  });

  test('are said to be what they are', () => {
    expect(textOf(files, 'README.md')).toContain('a URL, a certificate, its key, a token or a password');
  });

  test('are said to be read anew when Prometheus is started anew', () => {
    expect(textOf(files, 'README.md')).toContain(
      'By which Prometheus scrapes: the same, then `docker compose restart prometheus`',
    );
  });

  test('are not said to be changed where there are none', () => {
    expect(textOf(render(host(shop())).files, 'README.md')).not.toContain('By which Prometheus scrapes');
  });

  test('stand in no file that is delivered (mistake 19)', () => {
    expect(nothingSecretIn(new Map(Object.entries(files)))).toEqual([]);
  });
});

/** Words that a Prometheus before 3, which no host runs, does not know: names from files since 2.47, and formats to fall back to. */
const newWords = ['fallback_scrape_protocol', 'username_file'];

test('Prometheus 3, which hosts run, knows each word of it; one before 3 all but two', async () => {
  const newest = await newestPromtool();
  const { stdout, stderr } = await withFolder(files, (cwd) =>
    run(newest.path, ['check', 'config', '--syntax-only', 'prometheus.yml'], { cwd }),
  );
  const unknown = [...`${stdout}${stderr}`.matchAll(/field (\w+) not found/g)].map(([, word]) => word);
  const failed = /FAILED/.test(`${stdout}${stderr}`) && unknown.length === 0;
  const isOld = !isAtLeast(newest.version, '3.0');
  expect([failed, unknown.filter((word) => !(isOld && newWords.includes(word ?? '')))]).toEqual([false, []]);
});

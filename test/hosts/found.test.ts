import { describe, expect, test } from '@jest/globals';
import { host } from '#application/host/host.js';
import { run } from '#proof/tools/run.js';
import { newestPromtool } from '#proof/tools/tool.js';
import { isAtLeast } from '#proof/tools/version.js';
import { ofWorkers, scatteredShop } from '../synth/estate/found.js';
import { withFolder } from './folder.js';
import { contentOf, render, textOf } from './rendered.js';

const { files } = render(host(scatteredShop()));
const jobs = contentOf<{ readonly scrape_configs: readonly { readonly job_name: string }[] }>(
  files,
  'prometheus.yml',
).scrape_configs;
const job = (name: string) => jobs.find(({ job_name }) => job_name === name);
const asked = {
  scheme: 'https',
  tls_config: { ca_file: '/etc/prometheus/secrets/shop-tls/ca.crt', server_name: 'shop.example' },
  authorization: { credentials_file: '/etc/prometheus/secrets/shop-metrics/token' },
  metrics_path: '/metrics/detailed',
  params: { family: ['jobs'] },
  honor_labels: true,
  fallback_scrape_protocol: 'PrometheusText0.0.4',
  sample_limit: 1000,
  label_limit: 30,
};

describe('on a host Prometheus asks', () => {
  test('a container in the place of pods, as they would be asked', () => {
    expect(job('worker')).toMatchObject({
      ...asked,
      static_configs: [
        {
          targets: ['worker:9808'],
          labels: { tier: 'back', namespace: 'shop-prod', endpoint: 'metrics' },
        },
      ],
    });
  });

  test('what is written down, where it is', () => {
    expect(job('tills')).toMatchObject({
      ...asked,
      static_configs: [
        { targets: ['till-1.example:9100'], labels: { floor: '1', namespace: 'shop-prod' } },
        { targets: ['10.0.0.2:9100'], labels: { floor: '2', instance: 'till-2', namespace: 'shop-prod' } },
      ],
    });
  });

  test('an exporter by its name about what is written down', () => {
    expect(job('caches')).toMatchObject({
      relabel_configs: [
        { source_labels: ['__address__'], target_label: '__param_target' },
        { source_labels: ['__param_target'], target_label: 'instance' },
        { target_label: '__address__', replacement: 'cache-exporter:9121' },
      ],
    });
  });
});

test('pods without the port that is scraped are refused, where the compiler cannot see it', () => {
  const scrapes = [{ ...ofWorkers, port: 'http' }];
  expect(() => render(host(scatteredShop({ scrapes, exporters: [] })))).toThrow(
    'scrape worker: a pod of worker has no port http; name one that it has: metrics',
  );
});

test.each([
  'a container called `worker` that answers at 9808',
  '`till-1.example:9100` and `10.0.0.2:9100`, which Prometheus reaches from its container',
  '`redis://cache-1:6379` and `redis://cache-2:6379`, which `cache-exporter` reaches from its container',
])('the README of a host says that there must be %s', (needed) => {
  expect(textOf(files, 'README.md')).toContain(needed);
});

test('the newest promtool finds nothing wrong with what is written of all of them', async () => {
  const { path, version } = await newestPromtool();
  // A Prometheus before 3, which no host runs, knows no format to fall back to.
  const known = Object.entries(files).map(([file, text]) => [
    file,
    isAtLeast(version, '3.0') ? text : text.replaceAll(/^ *fallback_scrape_protocol:.*\n/gm, ''),
  ]);
  const { exitCode, stderr } = await withFolder(Object.fromEntries(known), (cwd) =>
    run(path, ['check', 'config', '--syntax-only', 'prometheus.yml'], { cwd }),
  );
  expect([exitCode, stderr]).toEqual([0, '']);
});

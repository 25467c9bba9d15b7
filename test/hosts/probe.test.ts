import { describe, expect, test } from '@jest/globals';
import { host } from '#application/host/host.js';
import { nothingSecretIn } from '#laws/secret-file.js';
import { runTool } from '#proof/tools/tool.js';
import { probingShop } from '../synth/estate/probing.js';
import { composeOf } from './compose/compose-file.js';
import { withFolder } from './folder.js';
import { contentOf, render, textOf } from './rendered.js';

const { files } = render(host(probingShop()));
const jobs = contentOf<{ readonly scrape_configs: readonly { readonly job_name: string }[] }>(
  files,
  'prometheus.yml',
).scrape_configs;

describe('on a host endpoints are asked', () => {
  test('by a job that calls them as the operator does', () => {
    const labels = { region: 'seoul', namespace: 'shop-prod' };
    expect(jobs.find(({ job_name }) => job_name === 'probe/shop-prod/site')).toEqual({
      job_name: 'probe/shop-prod/site',
      metrics_path: '/probe',
      params: { module: ['site'] },
      static_configs: [
        { targets: ['https://shop.example/health'], labels },
        { targets: ['https://shop.example/orders'], labels },
      ],
      relabel_configs: [
        { source_labels: ['__address__'], target_label: '__param_target' },
        { source_labels: ['__param_target'], target_label: 'instance' },
        { replacement: 'blackbox:9115', target_label: '__address__' },
      ],
    });
  });

  test('by a service of Compose, which reads its modules and their secrets from files', () => {
    expect(composeOf(files, 'production').services['blackbox']?.volumes).toEqual([
      './blackbox.yml:/etc/blackbox/blackbox.yml:ro',
      './secrets/shop-tls/ca.crt:/etc/secrets/shop-tls/ca.crt:ro',
      './secrets/shop-prober/password:/etc/secrets/shop-prober/password:ro',
      './secrets/shop-prober/token:/etc/secrets/shop-prober/token:ro',
      './secrets/shop-tls/tls.crt:/etc/secrets/shop-tls/tls.crt:ro',
      './secrets/shop-tls/tls.key:/etc/secrets/shop-tls/tls.key:ro',
    ]);
  });

  test('in ways that the real blackbox_exporter takes', async () => {
    const args = ['--config.file=blackbox.yml', '--config.check'];
    const { exitCode } = await withFolder(files, (cwd) => runTool('blackbox_exporter', args, { cwd }));
    expect(exitCode).toBe(0);
  });

  test('without a secret in any file that is delivered (mistake 19)', () => {
    expect(nothingSecretIn(new Map(Object.entries(files)))).toEqual([]);
  });
});

describe('the README of a host', () => {
  const readme = textOf(files, 'README.md');

  test('has the files of the modules made', () => {
    expect(readme).toContain('secrets/shop-prober/password secrets/shop-prober/token');
  });

  test('says what they hold', () => {
    expect(readme).toContain('a URL, a certificate, its key, a token or a password');
  });

  test('has the exporter started anew where its modules have changed', () => {
    expect(readme).toMatch(/docker compose restart .*\bblackbox\b/);
  });
});

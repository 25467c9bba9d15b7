import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { group } from '#alerts/rule/group.js';
import { record } from '#alerts/rule/recording.js';
import { type Cluster, cluster } from '#cluster/cluster.js';
import { mimir } from '#delivery/mimir.js';
import { listAt, objectAt, textAt } from '#ground/json.js';
import { Refusal } from '#ground/fault.js';
import { secret } from '#ground/secret.js';
import type { MimirSpec } from '#platform/engine/mimir.js';
import { runTool } from '#proof/tools/tool.js';
import { run } from '#proof/tools/run.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { estate } from '../estate.js';
import { withFolder } from '../hosts/folder.js';
import { checkConfig, routesTest, withFile } from '../routing/amtool.js';
import { alerting, bakery, requestRate, shop, tooMany } from '../synth/estate/shop.js';
import { engined, seoul, shopsMimir } from './somewhere.js';

const filesOf = (of: Cluster) => mimir.files?.(of) ?? {};
const loadedBy = (rulesBy: 'alloy' | 'mimirtool', spec: Partial<MimirSpec> = {}) =>
  shopsMimir({ rulesBy, ...spec });
const sold = group('sold', {
  interval: '1m',
  on: 'clusters',
  packs: [],
  records: [record('shop:requests:rate5m', requestRate)],
});
const twoApplications = {
  applications: [shop({ groups: [...alerting(tooMany('TooManyRequests', requestRate)), sold] }), bakery()],
};
const production = cluster('production', {
  platform: engined(loadedBy('mimirtool', { alertmanager: 'mimirtool' })),
  applications: estate,
});

/** A namespace file as promtool reads rule files: without what is Mimir's. */
const plain = (text: string): string => {
  const { groups } = objectAt(parse(text));
  const without = listAt({ groups }, 'groups').map((each) => {
    const { source_tenants: _, ...rest } = objectAt(each);
    return rest;
  });
  return stringify({ groups: without }, { aliasDuplicateObjects: false });
};

const check = (text: string) =>
  withFile('rules.yaml', text, (path) => runTool('promtool', ['check', 'rules', path]));

describe('the namespace files of Mimir', () => {
  const files = filesOf(production);
  const rules = Object.entries(files).filter(([path]) => path.startsWith('mimir/rules/'));

  test('are one for each application, called after its cluster and itself', () => {
    expect(rules.map(([path, text]) => [path, textAt(parse(text), 'namespace')])).toEqual(
      estate.map(({ name }) => [`mimir/rules/${name}.yaml`, `production.${name}`]),
    );
  });

  test.each(rules)('are taken by promtool: %s', async (_, text) => {
    expect(await check(plain(text))).toMatchObject({ exitCode: 0 });
  });

  test('say of whose series rules over clusters read, and of no others', () => {
    const engine = loadedBy('mimirtool', { evaluates: 'all', sourceTenants: ['shop', 'bakery'] });
    const text = filesOf(seoul(engine, twoApplications))['mimir/rules/shop.yaml'] ?? '';
    expect(
      listAt(parse(text), 'groups').map((each) => [textAt(each, 'name'), objectAt(each)['source_tenants']]),
    ).toEqual([
      ['shop', undefined],
      ['sold', ['shop', 'bakery']],
      ['shop-scrapes', undefined],
    ]);
  });
});

describe('rules that Mimir evaluates of one cluster, where several write to its tenant,', () => {
  const [, text = ''] =
    Object.entries(filesOf(seoul(loadedBy('mimirtool')))).find(([path]) => path.endsWith('shop.yaml')) ?? [];
  const series = (cluster: string, each: number) => ({
    series: `shop_requests_total{namespace="shop-prod", cluster="${cluster}", environment="${cluster}"}`,
    values: `0+${each}x20`,
  });
  const tested = (alerts: readonly object[], input: readonly object[]) =>
    withFolder(
      {
        'rules.yaml': plain(text),
        'test.yaml': stringify({
          rule_files: ['rules.yaml'],
          evaluation_interval: '30s',
          tests: [
            {
              interval: '1m',
              input_series: input,
              alert_rule_test: [{ alertname: 'TooManyRequests', eval_time: '15m', exp_alerts: alerts }],
            },
          ],
        }),
      },
      (folder) => runTool('promtool', ['test', 'rules', 'test.yaml'], { cwd: folder }),
    );

  test('see nothing of another', async () => {
    expect(await tested([], [series('busan', 60_000), series('seoul', 60)])).toMatchObject({ exitCode: 0 });
  });

  test('fire with the labels of their own', async () => {
    const labels = {
      ...{ cluster: 'seoul', environment: 'seoul', namespace: 'shop-prod' },
      ...{ application: 'shop', component: 'shop', severity: 'warning' },
    };
    const annotations = {
      summary: 'Too many.',
      description: 'Too many.',
      runbook_url: 'https://runbooks.example/shop/TooManyRequests.md',
    };
    const outcome = await tested(
      [{ exp_labels: labels, exp_annotations: annotations }],
      [series('busan', 60), series('seoul', 60_000)],
    );
    expect(outcome).toMatchObject({ exitCode: 0 });
  });
});

/** What stands for mimirtool: it writes down how it was called, and keeps the file that it was given. */
const recorder = [
  '#!/bin/sh',
  'echo "$@" >>"$CALLS/calls"',
  'for each in "$@"; do case "$each" in /*) cp "$each" "$CALLS/given";; esac; done',
].join('\n');

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/: secret:\/\/(\S+)$/gm)].map(([, file = '']) => file);

/** What load.sh of a cluster did, with a secret in each file that it asks for, or in these. */
const loaded = (of: Cluster, only?: readonly string[]) => {
  const files = filesOf(of);
  const asked = only ?? placeholders(files['mimir/alertmanager.yaml'] ?? '');
  const secrets = Object.fromEntries(
    asked.map((file, i) => [`secrets/${file}`, `https://hooks.example.org/it's-${i}\n`]),
  );
  return withFolder({ ...files, ...secrets, 'bin/mimirtool': recorder, calls: '' }, async (folder) => {
    await chmod(join(folder, 'bin', 'mimirtool'), 0o755);
    const env = {
      PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      ...{ CALLS: folder, SECRETS: join(folder, 'secrets') },
    };
    const outcome = await run('/bin/sh', [join(folder, 'mimir', 'load.sh')], { env });
    const read = (file: string) => readFile(join(folder, file), 'utf8').catch(() => '');
    return { ...outcome, calls: await read('calls'), given: await read('given') };
  });
};

describe('the configuration of the Alertmanager of a tenant', () => {
  test('is loaded with its secrets in it, and is one to amtool', async () => {
    const { given, ...outcome } = await loaded(production);
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
    expect(given).toContain("https://hooks.example.org/it''s-0'");
    await expect(checkConfig(given)).resolves.toContain('SUCCESS');
  });

  test('is loaded as its tenant, after the rules of this cluster alone', async () => {
    const { calls } = await loaded(production);
    expect(calls.split('\n').map((each) => each.replace(/\/\S+\/tmp\S*|\/tmp\S*/, 'FILE'))).toEqual([
      'rules sync --address=https://mimir.example.org --id=shop --namespaces-regex=^production\\. --rule-dirs=rules',
      'alertmanager load FILE --address=https://mimir.example.org --id=shop',
      '',
    ]);
  });

  test('is not loaded while a secret is missing', async () => {
    const { exitCode, stderr, calls } = await loaded(production, []);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('there is no secret in');
    expect(calls).not.toContain('alertmanager load');
  });

  test('names no file, which Mimir would refuse', () => {
    expect(filesOf(production)['mimir/alertmanager.yaml']).not.toMatch(/_file:/);
  });

  test('tells of each alert whom its application tells, and of those of others nobody', async () => {
    const both = cluster('seoul', {
      platform: engined(loadedBy('mimirtool', { alertmanager: 'mimirtool' })),
      ...twoApplications,
    });
    const { given } = await loaded(both);
    const told = await withFile('alertmanager.yaml', given, (path) =>
      Promise.all(
        ['shop-prod', 'bakery-prod', 'elsewhere'].map((namespace) =>
          routesTest(path, { namespace, alertname: 'A' }),
        ),
      ),
    );
    expect(told).toEqual([['shop-prod/shop/slack'], ['bakery-prod/bakery/slack'], ['null']]);
  });

  test('is refused with a proxy, which Mimir takes of no tenant', () => {
    const proxied = slack({
      url: secret('shop-slack', 'url'),
      channel: '#shop',
      http: { proxy: 'http://proxy.example.org:3128' },
    });
    const of = cluster('seoul', {
      platform: engined(loadedBy('mimirtool', { alertmanager: 'mimirtool' })),
      applications: [
        shop({
          routing: routing({ language: 'en', receivers: { proxied }, route: { receiver: 'proxied' } }),
        }),
      ],
    });
    const refused = () => {
      try {
        return filesOf(of);
      } catch (error) {
        return error instanceof Refusal ? error.faults.map(({ where, code }) => [where, code]) : error;
      }
    };
    expect(refused()).toEqual([['shop.receivers.proxied', 'not-for-mimir']]);
  });
});

describe('what Alloy is configured with', () => {
  test('finds rules and routes by their label, and shows who it is as the remote write does', () => {
    const engine = loadedBy('alloy', {
      alertmanager: 'alloy',
      write: { login: { username: secret('mimir', 'username'), password: secret('mimir', 'password') } },
    });
    expect(filesOf(seoul(engine))['mimir/config.alloy']).toMatchInlineSnapshot(`
      "// What Alloy loads of cluster seoul into tenant shop of Mimir.
      remote.kubernetes.secret "mimir" {
        namespace = "monitoring"
        name      = "mimir"
      }

      mimir.rules.kubernetes "seoul" {
        address   = "https://mimir.example.org"
        tenant_id = "shop"
        // What other clusters have loaded into the tenant is left alone.
        mimir_namespace_prefix = "seoul"

        basic_auth {
          username = convert.nonsensitive(remote.kubernetes.secret.mimir.data["username"])
          password = remote.kubernetes.secret.mimir.data["password"]
        }

        rule_selector {
          match_labels = {
            "evaluated-by" = "mimir",
          }
        }
      }

      mimir.alerts.kubernetes "seoul" {
        address       = "https://mimir.example.org"
        http_headers  = { "X-Scope-OrgID" = ["shop"] }
        // What nobody takes goes nowhere.
        global_config = "route:\\n  receiver: \\"null\\"\\nreceivers:\\n  - name: \\"null\\"\\n"

        basic_auth {
          username = convert.nonsensitive(remote.kubernetes.secret.mimir.data["username"])
          password = remote.kubernetes.secret.mimir.data["password"]
        }

        alertmanagerconfig_selector {
          match_labels = {
            "evaluated-by" = "mimir",
          }
        }

        alertmanagerconfig_matcher {
          strategy = "OnNamespace"
        }
      }
      "
    `);
  });

  test('is all that there is where it loads both', () => {
    const engine = loadedBy('alloy', { alertmanager: 'alloy' });
    expect(Object.keys(filesOf(seoul(engine)))).toEqual(['mimir/config.alloy']);
  });
});

test('nothing is loaded into a Mimir that only keeps', () => {
  expect(filesOf(seoul(shopsMimir()))).toEqual({});
});

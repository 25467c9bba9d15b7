import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Application } from '#application/application.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { filebeat } from '#application/agent/filebeat.js';
import { postgresExporter } from '#application/exporter/postgres.js';
import { scrape } from '#application/scrape.js';
import { isObject } from '#ground/field.js';
import { secret } from '#ground/secret.js';
import { clusters, estate, places } from '../estate.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { readFiles } from '#synth/folder.js';
import { type NeededKey, type NeededSecret, neededBy, neededIn } from '#secrets/needed.js';
import { secretsPage } from '#secrets/page.js';
import type { Form } from '#secrets/reference.js';
import { guardedShop } from '../synth/estate/asked.js';
import { scatteredShop } from '../synth/estate/found.js';
import { probingShop } from '../synth/estate/probing.js';
import { shop, web } from '../synth/estate/shop.js';

const keysOf = (needed: readonly NeededSecret[]): readonly string[] =>
  needed.flatMap(({ namespace, name, keys }) => keys.map(({ key }) => `${namespace} ${name} ${key}`));
const namesOf = (application: Application): readonly string[] => keysOf(neededBy([application]));

/** Every reference to a Secret below a value of a manifest: `{ name, key }`, and volumes of one. */
const referred = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(referred);
  if (!isObject(value)) return [];
  const { name, key, secretName, items } = value;
  const ofVolume = typeof secretName === 'string' && Array.isArray(items) ? items : [];
  return [
    ...(typeof name === 'string' && typeof key === 'string' ? [`${name} ${key}`] : []),
    ...ofVolume.flatMap((item: unknown) =>
      isObject(item) ? [`${String(secretName)} ${String(item.key)}`] : [],
    ),
    ...Object.values(value).flatMap(referred),
  ];
};

const made = (made: NeededKey['made']) => (key: string, form: Form) =>
  expect.objectContaining({ key, made, forms: [form] });
const typed = made('typed');
const file = made('file');
const tls = [file('ca.crt', 'certificate'), file('tls.crt', 'certificate'), file('tls.key', 'private key')];

/** The manifests that stand in the folder of a cluster. */
const manifestsOf = (cluster: string): readonly unknown[] =>
  [...readFiles(`dist/${cluster}`)]
    .filter(([path]) => path.endsWith('.yaml'))
    .map(([, text]): unknown => parse(text));

describe.each(clusters.map((each) => [each.name, each] as const))('docs/secrets/%s.md', (name, cluster) => {
  test('is what the code makes', () => {
    expect(readFileSync(`docs/secrets/${name}.md`, 'utf8')).toBe(
      synthesisOf({ places }).pages['docs/secrets']?.get(`${name}.md`),
    );
  });

  test('names every Secret to which a manifest of it refers, in its namespace, and no other (mistake 52)', () => {
    const inDist = manifestsOf(name).flatMap((manifest) => {
      const metadata = isObject(manifest) ? manifest.metadata : undefined;
      const namespace = isObject(metadata) ? String(metadata.namespace) : '';
      return referred(manifest).map((each) => `${namespace} ${each}`);
    });
    const known = new Set(keysOf(neededIn(cluster)));
    expect([...new Set(inDist)].filter((each) => !known.has(each))).toEqual([]);
    expect(keysOf(neededBy(cluster.applications)).filter((each) => !inDist.includes(each))).toEqual([]);
  });
});

test('tells of what Prometheus scrapes with, and what is not scraped without it', () => {
  expect(neededBy([guardedShop()]).slice(1)).toEqual([
    {
      name: 'shop-tls',
      namespace: 'shop-prod',
      by: ['shop'],
      keys: tls,
      uses: ['TLS of the scrape `shop`'],
      without: ['the operator leaves out ServiceMonitor `shop`: alerts on what it scrapes are blind'],
    },
    {
      name: 'shop-metrics',
      namespace: 'shop-prod',
      by: ['shop'],
      keys: [typed('token', 'word'), typed('user', 'text'), typed('password', 'text')],
      uses: ['login of the scrape `shop`', 'login of the scrape `shop-admin`'],
      without: [
        'the operator leaves out ServiceMonitor `shop`: alerts on what it scrapes are blind',
        'the operator leaves out ServiceMonitor `shop-admin`: alerts on what it scrapes are blind',
      ],
    },
  ]);
});

test('one Secret of a certificate and of passwords is made at once', () => {
  const together = secret('shop-metrics', 'ca.crt');
  const both = scrape(web, {
    port: 'admin',
    interval: '30s',
    scheme: 'https',
    tls: { ca: together },
    bearerToken: secret('shop-metrics', 'token'),
    metrics: [],
  });
  expect(secretsPage([shop({ scrapes: [both], exporters: [], groups: [], dashboards: [] })])).toContain(
    `\nread -rsp 'token: ' && printf %s "$REPLY" | kubectl -n shop-prod create secret generic shop-metrics --from-file=token=/dev/stdin --from-file=ca.crt=ca.crt\n`,
  );
});

const login = { username: secret('elastic', 'user'), password: secret('elastic', 'password') };
const rich = shop({
  exporters: [
    postgresExporter('postgres', {
      namespace: 'shop-db',
      database: 'db:5432/shop',
      user: secret('db', 'user'),
      password: secret('db', 'password'),
      sslMode: 'verify-full',
      ca: secret('db-ca', 'ca.crt'),
      imagePullSecrets: ['mirror'],
    }),
  ],
  logs: filebeat({
    inputs: [{ service: 'till', paths: ['/var/log/till/*.log'] }],
    elasticsearch: { hosts: ['http://elasticsearch:9200'], login },
  }),
});

describe('of an application it knows', () => {
  test('what people are told by, what exporters log in, are pulled and check with, and what agents log in with, where each runs', () => {
    expect(namesOf(rich)).toEqual([
      'shop-prod shop-slack url',
      'shop-db db user',
      'shop-db db password',
      'shop-db db-ca ca.crt',
      'shop-db mirror .dockerconfigjson',
      'shop-agents elastic user',
      'shop-agents elastic password',
    ]);
  });

  test('who is told of nothing while one is missing: nobody but those who are told by that', () => {
    const both = [
      slack({ url: secret('shop-slack', 'url'), channel: '#shop' }),
      pagerduty({ routingKey: secret('shop-pagerduty', 'key') }),
    ];
    const told = routing({ language: 'en', receivers: { all: both }, route: { receiver: 'all' } });
    expect(neededBy([shop({ exporters: [], routing: told })]).map(({ without }) => without)).toEqual([
      ['the operator leaves out AlertmanagerConfig `shop`: nobody is told by Slack #shop'],
      ['the operator leaves out AlertmanagerConfig `shop-pagerduty`: nobody is told by PagerDuty'],
    ]);
  });

  test('nothing of an agent that logs in nowhere', () => {
    const logs = fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki', port: 3100 } });
    expect(namesOf(shop({ exporters: [], logs }))).toEqual(['shop-prod shop-slack url']);
  });
});

describe('each command of the page', () => {
  const commands = secretsPage([...estate, rich])
    .split('\n')
    .filter((line) => line.startsWith('read '))
    .map((line) => [/generic (\S+)/.exec(line)?.[1], line] as const);

  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    // In the place of kubectl: each key as it would be kept, in hexadecimal digits.
    const kubectl = [
      '#!/usr/bin/env bash',
      'for each; do case $each in --from-file=*)',
      '  file=${each#--from-file=}; printf "%s=%s\\n" "${file%%=*}" "$(od -An -tx1 "${file#*=}" | tr -d " \\n")"',
      'esac; done',
    ];
    writeFileSync(join(folder, 'kubectl'), `${kubectl.join('\n')}\n`, { mode: 0o755 });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each(commands)(
    'keeps what is typed for %s, without the newline that ends it (mistake 52)',
    (_, command) => {
      const keys = [...command.matchAll(/--from-file=([^=]+)=/g)].map(([, key]) => key);
      const typed = keys.map((_key, i) => `s3cr3t %s\\n-${i}`);
      const { stdout, stderr } = spawnSync('bash', ['-c', command], {
        encoding: 'utf8',
        env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
        input: typed.map((text) => `${text}\n`).join(''),
      });
      const kept = keys.map((key, i) => `${key}=${Buffer.from(typed[i] ?? '').toString('hex')}\n`);
      expect([stdout, stderr]).toEqual([kept.join(''), '']);
    },
  );
});

test.each(['PodMonitor `worker`', 'ScrapeConfig `tills`'])(
  'a Secret by which pods or addresses are scraped says that without it the operator leaves out %s',
  (monitor) => {
    const without = neededBy([scatteredShop()]).flatMap((each) => each.without);
    expect(without).toContain(`the operator leaves out ${monitor}: alerts on what it scrapes are blind`);
  },
);

test('tells of the files that the configuration of an exporter names', () => {
  const without = ['`blackbox` does not start: alerts on what it exports are blind'];
  const own = { namespace: 'shop-prod', by: ['shop'], without };
  expect(neededBy([probingShop()]).slice(1)).toEqual([
    {
      ...own,
      name: 'shop-tls',
      keys: tls,
      uses: ['TLS of `blackbox`'],
    },
    {
      ...own,
      name: 'shop-prober',
      keys: [typed('password', 'text'), typed('token', 'text')],
      uses: ['login of `blackbox`'],
    },
  ]);
});

import { describe, expect, test } from '@jest/globals';
import { blackboxExporter } from '#application/exporter/blackbox.js';
import { celeryExporter } from '#application/exporter/celery.js';
import { elasticsearchExporter } from '#application/exporter/elasticsearch.js';
import { nginxExporter } from '#application/exporter/nginx.js';
import { nodeExporter } from '#application/exporter/node.js';
import { postgresExporter } from '#application/exporter/postgres.js';
import { redisExporter } from '#application/exporter/redis.js';
import { filebeat } from '#application/agent/filebeat.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { watchedFluentBit } from '#application/agent/fluent-bit/watched.js';
import type { ApplicationSpec } from '#application/application.js';
import type { Exporter } from '#application/exporter/exporter.js';
import type { NetworkSpec } from '#application/network/network.js';
import { probe } from '#application/scrape/probe.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { secret } from '#ground/secret.js';
import { scatteredShop } from '../synth/estate/found.js';
import { at, objectsOf, only } from '../synth/estate/objects.js';
import { scraped, shop, shopMetrics, stockExporter, web } from '../synth/estate/shop.js';

const here = { namespace: 'shop-prod' } as const;
const prometheus = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
  podSelector: {
    matchLabels: {
      'app.kubernetes.io/managed-by': 'prometheus-operator',
      'app.kubernetes.io/name': 'prometheus',
    },
  },
};
const names = {
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};
const tcp = (port: number) => [{ port, protocol: 'TCP' }];
const inside = (port: number) => ({ to: [{ podSelector: {} }], ports: tcp(port) });
const inNamespace = (namespace: string, port: number) => ({
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }],
  ports: tcp(port),
});

const policiesOf = (spec: Partial<ApplicationSpec>) =>
  objectsOf(shop({ exporters: [], groups: [], dashboards: [], ...spec })).filter(
    ({ kind }) => kind === 'NetworkPolicy',
  );
const policyOf = (exporter: Exporter, spec: Partial<ApplicationSpec> = {}) =>
  only(policiesOf({ exporters: [exporter], ...spec }), 'NetworkPolicy', exporter.name);
/** Where the pods of an exporter may go beside asking for names. */
const waysOut = (exporter: Exporter, spec: Partial<ApplicationSpec> = {}) =>
  at(policyOf(exporter, spec), 'spec', 'egress');

const redis = (address: `${string}:${number}`, spec: Partial<Parameters<typeof redisExporter>[1]> = {}) =>
  redisExporter('redis-exporter', { ...here, address, ...spec });

test('an exporter is reached by who scrapes it, at the port that is scraped, and reaches what it watches', () => {
  expect(at(policyOf(redis('cache:6379')), 'spec')).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'redis-exporter' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [prometheus], ports: tcp(9121) }],
    egress: [names, inside(6379)],
  });
});

describe('an exporter is let out to', () => {
  test.each([
    ['a Service of its namespace', 'cache:6379', [names, inside(6379)]],
    ['a Service of another', 'cache.caches.svc:6380', [names, inNamespace('caches', 6380)]],
    [
      'a pod of a StatefulSet of another',
      'cache-0.cache.caches.svc.cluster.local:6379',
      [names, inNamespace('caches', 6379)],
    ],
    ['an address', '10.0.0.5:6379', [{ to: [{ ipBlock: { cidr: '10.0.0.5/32' } }], ports: tcp(6379) }]],
    ['a name outside, by its port alone', 'cache.example.org:6379', [names, { ports: tcp(6379) }]],
    ['what may be inside or outside, by its port alone', 'cache.caches:6379', [names, { ports: tcp(6379) }]],
  ] as const)('%s', (_, address, egress) => {
    expect(waysOut(redis(address))).toEqual(egress);
  });

  test('nothing where it watches its own pod', () => {
    expect(waysOut(redis('localhost:6379'))).toBeUndefined();
  });

  test('the pods of a declared Service, at the port that they have', () => {
    const cache = service('cache', {
      ...{ namespaces: ['shop-prod'], labels: { app: 'cache' }, selector: { app: 'redis' } },
      ports: { redis: { port: 6379, targetPort: 16_379 } },
    });
    expect(waysOut(redis('cache:6379'), { services: [web, cache] })).toEqual([
      names,
      { to: [{ podSelector: { matchLabels: { app: 'redis' } } }], ports: tcp(16_379) },
    ]);
  });

  test('the port of pods whose labels nobody knows, where their Service is declared', () => {
    const cache = service('cache', {
      ...{ namespaces: ['shop-prod'], labels: { app: 'cache' } },
      ports: { redis: { port: 6379, targetPort: 16_379 } },
    });
    expect(waysOut(redis('cache:6379'), { services: [web, cache] })).toEqual([names, inside(16_379)]);
  });

  test('what it says itself, in the place of its address', () => {
    const reaches = [{ host: '10.1.0.0/16', port: 6379 }, { host: 'fd00::5', port: 6379 }, { port: 26_379 }];
    expect(waysOut(redis('cache:6379', { reaches }))).toEqual([
      names,
      { to: [{ ipBlock: { cidr: '10.1.0.0/16' } }], ports: tcp(6379) },
      { to: [{ ipBlock: { cidr: 'fd00::5/128' } }], ports: tcp(6379) },
      { ports: tcp(26_379) },
    ]);
  });

  test('a port of its cluster for names', () => {
    expect(waysOut(redis('cache:6379'), { network: { dns: [5353] } })).toEqual([
      {
        ports: [
          { port: 5353, protocol: 'UDP' },
          { port: 5353, protocol: 'TCP' },
        ],
      },
      inside(6379),
    ]);
  });
});

const login = { user: secret('shop-db', 'user'), password: secret('shop-db', 'password') };

describe('each exporter that we have is let out to what it watches:', () => {
  test.each<[string, Exporter, object[]]>([
    [
      'PostgreSQL',
      postgresExporter('e', { ...here, ...login, database: 'db:5432/shop', sslMode: 'disable' }),
      [names, inside(5432)],
    ],
    [
      'Redis over TLS',
      redisExporter('e', { ...here, address: 'cache:6380', tls: true }),
      [names, inside(6380)],
    ],
    [
      'Elasticsearch',
      elasticsearchExporter('e', { ...here, address: 'http://elasticsearch:9200' }),
      [names, inside(9200)],
    ],
    ['nginx', nginxExporter('e', { ...here, status: 'http://nginx/stub_status' }), [names, inside(80)]],
    [
      'nginx over TLS',
      nginxExporter('e', { ...here, status: 'https://nginx.web.svc/stub_status' }),
      [names, inNamespace('web', 443)],
    ],
  ])('%s', (_, exporter, egress) => {
    expect(waysOut(exporter)).toEqual(egress);
  });

  test('nowhere, of one that reads its machine', () => {
    const policy = policyOf(nodeExporter('node-exporter', here));
    expect([policy.metadata.namespace, at(policy, 'spec')]).toEqual([
      'shop-agents',
      {
        podSelector: { matchLabels: { 'app.kubernetes.io/name': 'node-exporter' } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [prometheus], ports: tcp(9100) }],
      },
    ]);
  });

  test('unlimited, where a Secret alone knows its broker', () => {
    const celery = celeryExporter('celery-exporter', {
      ...here,
      broker: 'redis',
      url: secret('shop-celery', 'url'),
      queues: ['celery'],
    });
    expect(at(policyOf(celery), 'spec')).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'celery-exporter' } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [prometheus], ports: tcp(9808) }],
    });
  });
});

describe('who asks endpoints is let out to them:', () => {
  const prober = blackboxExporter('prober', {
    ...here,
    modules: {
      site: { prober: 'http' },
      still: { prober: 'http', stopAtRedirect: true },
      open: { prober: 'tcp' },
      name: { prober: 'dns', query: 'shop.example' },
      slowName: { prober: 'dns', query: 'shop.example', over: 'tcp' },
    },
  });
  type Module = keyof (typeof prober)['modules'];
  const asking = (module: Module, ...targets: [string, ...string[]]) =>
    waysOut(prober, { services: [], scrapes: [probe('probe', { through: prober, module, targets })] });
  const udp = (port: number) => [{ port, protocol: 'UDP' }];

  test.each<[string, Module, [string, ...string[]], object[]]>([
    ['over TLS', 'site', ['https://shop.example/health'], [names, { ports: tcp(443) }]],
    ['in the cluster', 'site', ['https://web.shop.svc:8443/'], [names, inNamespace('shop', 8443)]],
    [
      'by plain http, and where that leads on',
      'site',
      ['http://shop.example/'],
      [names, { ports: [...tcp(80), ...tcp(443)] }],
    ],
    ['by plain http, which must not lead on', 'still', ['http://shop.example/'], [names, { ports: tcp(80) }]],
    ['by a port', 'open', ['db.shop.example:5432'], [names, { ports: tcp(5432) }]],
    ['for a name', 'name', ['1.1.1.1'], [{ to: [{ ipBlock: { cidr: '1.1.1.1/32' } }], ports: udp(53) }]],
    [
      'for a name over TCP',
      'slowName',
      ['1.1.1.1:5353'],
      [{ to: [{ ipBlock: { cidr: '1.1.1.1/32' } }], ports: tcp(5353) }],
    ],
  ])('%s', (_, module, targets, egress) => {
    expect(asking(module, ...targets)).toEqual(egress);
  });

  test('nowhere where it is asked about nothing', () => {
    expect(waysOut(prober)).toBeUndefined();
  });
});

describe('an exporter that is asked about others', () => {
  const asked = scatteredShop({ exporters: [] });
  const through = (spec: Partial<Exporter>) => {
    const [own] = scatteredShop().exporters;
    if (own === undefined) throw new Error('there is no exporter');
    return waysOut({ ...own, ...spec }, { services: [], scrapes: asked.scrapes });
  };

  test('is let out to them too', () => {
    expect(through({ reaches: [{ host: 'registry', port: 80 }] })).toEqual([
      names,
      { to: [{ podSelector: {} }], ports: [...tcp(80), ...tcp(6379)] },
    ]);
  });

  test('is not limited where it does not say what it watches itself', () => {
    expect(through({})).toBeUndefined();
  });
});

describe('an agent', () => {
  const ofLogs = (logs: NonNullable<ApplicationSpec['logs']>, spec: Partial<ApplicationSpec> = {}) =>
    policiesOf({ logs, ...spec }).map(({ metadata: { name, namespace }, spec: rules }) => ({
      name,
      namespace,
      rules,
    }));
  const loki = { host: 'loki.monitoring.svc', port: 3100 };
  const toLoki = fluentBit({ namespaces: ['shop-prod'], loki });

  test('is reached by nobody where nobody scrapes it, and reaches where it sends to', () => {
    expect(ofLogs(toLoki)).toEqual([
      {
        name: 'shop-fluent-bit',
        namespace: 'shop-agents',
        rules: {
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'shop-fluent-bit' } },
          policyTypes: ['Ingress', 'Egress'],
          egress: [names, inNamespace('monitoring', 3100)],
        },
      },
    ]);
  });

  test('is reached by who scrapes it', () => {
    const watched = watchedFluentBit('shop', 'shop-agents');
    expect(
      ofLogs(toLoki, { services: [web, watched.service], scrapes: [scraped, watched.scrape] }),
    ).toMatchObject([{ rules: { ingress: [{ from: [prometheus], ports: tcp(2020) }] } }]);
  });

  test('finds a Service of its application by its name alone', () => {
    const logs = filebeat({
      inputs: [{ service: 'shop', paths: ['/var/log/shop/*.log'] }],
      elasticsearch: { hosts: ['http://elasticsearch:9200', 'https://10.0.0.9:9200'] },
    });
    expect(ofLogs(logs)).toMatchObject([
      {
        rules: {
          egress: [
            names,
            inNamespace('shop-prod', 9200),
            { to: [{ ipBlock: { cidr: '10.0.0.9/32' } }], ports: tcp(9200) },
          ],
        },
      },
    ]);
  });
});

describe('pods of others', () => {
  const denying = (network: NetworkSpec, spec: Partial<ApplicationSpec> = {}) =>
    policiesOf({ network, ...spec }).map(({ metadata: { name, namespace }, spec: rules }) => ({
      name,
      namespace,
      rules,
    }));

  test('have no policy, which would shut out whoever it does not name', () => {
    expect(policiesOf({})).toEqual([]);
  });

  test('let Prometheus in at the port that is scraped, where their namespace denies by default', () => {
    expect(denying({ denying: ['shop-prod'] })).toEqual([
      {
        name: 'shop-let-in',
        namespace: 'shop-prod',
        rules: {
          podSelector: {},
          policyTypes: ['Ingress'],
          ingress: [{ from: [prometheus], ports: tcp(8000) }],
        },
      },
    ]);
  });

  test('are not our own, which have policies already', () => {
    expect(denying({ denying: ['shop-prod'] }, { exporters: [stockExporter] }).at(-1)).toMatchObject({
      name: 'shop-let-in',
      rules: {
        podSelector: {
          matchExpressions: [
            { key: 'app.kubernetes.io/name', operator: 'NotIn', values: ['stock-exporter'] },
          ],
        },
      },
    });
  });

  test('are found by their labels where these are known', () => {
    const own = service('shop', {
      ...{ namespaces: ['shop-prod'], labels: { app: 'shop' }, selector: { app: 'web' } },
      ports: { http: { port: 80, targetPort: 8000 } },
    });
    const scrapes = [scrape(own, { port: 'http', interval: '30s', metrics: [shopMetrics] })];
    expect(denying({ denying: ['shop-prod'] }, { services: [own], scrapes })).toMatchObject([
      {
        rules: {
          podSelector: { matchLabels: { app: 'web' } },
          ingress: [{ from: [prometheus], ports: tcp(8000) }],
        },
      },
    ]);
  });

  test('let in the exporter that watches them', () => {
    const exporters = [redis('cache.caches.svc:6379')];
    expect(
      denying({ denying: ['caches'] }, { exporters }).filter(({ namespace }) => namespace === 'caches'),
    ).toEqual([
      {
        name: 'redis-exporter-let-in',
        namespace: 'caches',
        rules: {
          podSelector: {},
          policyTypes: ['Ingress'],
          ingress: [
            {
              from: [
                {
                  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop-prod' } },
                  podSelector: { matchLabels: { 'app.kubernetes.io/name': 'redis-exporter' } },
                },
              ],
              ports: tcp(6379),
            },
          ],
        },
      },
    ]);
  });
});

test('an application that wants none has none', () => {
  expect(policiesOf({ network: false, exporters: [stockExporter] })).toEqual([]);
});

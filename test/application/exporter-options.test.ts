import { describe, expect, test } from '@jest/globals';
import { elasticsearchExporter } from '#application/exporter/elasticsearch.js';
import { exporter } from '#application/exporter/exporter.js';
import { nginxExporter } from '#application/exporter/nginx.js';
import { nodeExporter } from '#application/exporter/node.js';
import { postgresExporter } from '#application/exporter/postgres.js';
import { redisExporter } from '#application/exporter/redis.js';
import { host } from '#application/host/host.js';
import { secret } from '#ground/secret.js';
import { catalog } from '#promql/metric/catalog.js';
import { gauge } from '#promql/metric/declare.js';
import { composeOf } from '../hosts/compose/compose-file.js';
import { render, textOf } from '../hosts/rendered.js';
import { at, objectsOf, only } from '../synth/estate/objects.js';
import { shop } from '../synth/estate/shop.js';

const namespace = 'shop-prod';
const ca = secret('shop-ca', 'root.pem');
const postgres = {
  namespace,
  database: 'shop-db:5432/shop',
  user: secret('shop-db', 'user'),
  password: secret('shop-db', 'password'),
} as const;
const stock = {
  namespace,
  image: 'registry.example/stock-exporter:v1.2.3',
  port: 9200,
  environment: {},
  metrics: [],
} as const;

describe('files of metrics that node_exporter tells', () => {
  const measured = catalog({ measured: gauge('shop_measured', { help: 'Measured by somebody else' }) });
  const directory = '/var/lib/node_exporter/textfile';
  const told = nodeExporter('node', { namespace, textfiles: { directory, metrics: [measured] } });

  test('are read where the root of the machine stands inside', () => {
    expect(told.args).toContain('--collector.textfile.directory=/host/var/lib/node_exporter/textfile');
  });

  test('are scraped with its own', () => {
    expect(told.scrape.metrics).toContain(measured);
  });

  test('are asked of who runs the machine', () => {
    expect(told.needs).toEqual([expect.stringContaining(`${directory}/*.prom`)]);
  });

  test('lie in a directory of the machine', () => {
    const textfiles = { directory: '/var/lib/node exporter', metrics: [measured] } as const;
    expect(() => nodeExporter('node', { namespace, textfiles })).toThrow('is no directory of the machine');
  });
});

const mirrored = { registry: 'mirror.example:5000/public' } as const;

test.each([
  ['quay.io', nodeExporter('node', { namespace, ...mirrored }), 'prometheus/node-exporter:v1.9.1'],
  [
    'Docker Hub, which its name does not say',
    nginxExporter('nginx', { namespace, status: 'http://nginx:8080/stub_status', ...mirrored }),
    'nginx/nginx-prometheus-exporter:1.4.2',
  ],
])('an image of %s is pulled from the registry that is given', (_, { image }, path) => {
  expect(image).toBe(`mirror.example:5000/public/${path}`);
});

test('another image is taken in place of the usual one', () => {
  const image = 'registry.example/own/node-exporter:1.9.1-3';
  expect(nodeExporter('node', { namespace, image }).image).toBe(image);
});

test('an image may be named by its digest', () => {
  const image = `registry.example/node-exporter@sha256:${'0'.repeat(64)}`;
  expect(nodeExporter('node', { namespace, image }).image).toBe(image);
});

test('what an exporter tells may be held back, and be no more than a limit', () => {
  const drop = { metrics: [/node_scrape_collector_.*/] };
  const { scrape } = nodeExporter('node', { namespace, sampleLimit: 2000, labelLimit: 20, drop });
  expect([scrape.intake, scrape.drop.metrics]).toEqual([
    { sampleLimit: 2000, labelLimit: 20 },
    ['node_scrape_collector_.*'],
  ]);
});

test('all that is wrong is told at once: no version, no registry, resources that Kubernetes refuses', () => {
  expect(() =>
    exporter('stock', {
      ...stock,
      image: 'stock-exporter',
      registry: 'https://mirror.example',
      resources: { cpu: { limit: 0.5 }, memory: { request: 128 } },
    }),
  ).toThrow(
    [
      'exporter stock: 4 faults',
      "  image: 'https://mirror.example/stock-exporter' names no version, so a restart may change it; write e.g. 'https://mirror.example/stock-exporter:v1.2.3'",
      "  registry: 'https://mirror.example' is no registry; write its host, and the path below which it holds images: 'registry.example/mirror'",
      '  resources.cpu.limit: 0.5 is no number of thousandths of a core; write a whole number over 0',
      '  resources.memory: it asks for 128 MiB and may use 64: Kubernetes refuses the pod; ask for no more than it may use',
    ].join('\n'),
  );
});

test('the exporter of Elasticsearch has room for the answer about a thousand indices, which took 80 MB', () => {
  const { resources } = elasticsearchExporter('elastic', { namespace, address: 'http://elastic:9200' });
  expect(resources.memory.limit).toBeGreaterThanOrEqual(2 * 80);
});

describe('the certificate of who signed the server’s is a file of', () => {
  const inside = '/etc/exporter/ca.crt';
  const elastic = { namespace, ca, address: 'https://elastic:9200' } as const;
  const nginx = { namespace, ca, status: 'https://nginx:8443/stub_status' } as const;
  const redis = { namespace, ca, address: 'redis:6379', tls: true } as const;

  test.each(['verify-ca', 'verify-full'] as const)('PostgreSQL’s, which checks by it: %s', (sslMode) => {
    const { environment } = postgresExporter('postgres', { ...postgres, sslMode, ca });
    expect(environment['DATA_SOURCE_URI']).toBe(`shop-db:5432/shop?sslmode=${sslMode}&sslrootcert=${inside}`);
  });

  test('Elasticsearch’s', () => {
    expect(elasticsearchExporter('elastic', elastic).args).toContain(`--es.ca=${inside}`);
  });

  test('nginx’s', () => {
    expect(nginxExporter('nginx', nginx).args).toContain(`--nginx.ssl-ca-cert=${inside}`);
  });

  test('Redis’s', () => {
    expect(redisExporter('redis', redis).environment['REDIS_EXPORTER_TLS_CA_CERT_FILE']).toBe(inside);
  });

  test.each([
    ['Elasticsearch', () => elasticsearchExporter('it', { ...elastic, address: 'http://elastic:9200' })],
    ['nginx', () => nginxExporter('it', { ...nginx, status: 'http://nginx:8080/stub_status' })],
    ['Redis', () => redisExporter('it', { ...redis, tls: false })],
  ])('no exporter of a server that is asked without TLS: %s', (_, make) => {
    expect(make).toThrow('exporter it: ca: its server is not asked over TLS, so this checks nothing; write ');
  });
});

const rich = postgresExporter('stock-exporter', {
  ...postgres,
  sslMode: 'verify-full',
  ca,
  imagePullSecrets: ['mirror-login'],
  placement: {
    nodeSelector: { 'kubernetes.io/hostname': 'watch' },
    tolerations: [{ key: 'dedicated', operator: 'Exists' }],
  },
  resources: { cpu: { limit: 2000 }, memory: { request: 96, limit: 192 } },
});

describe('on Kubernetes', () => {
  const pod = (...field: readonly (string | number)[]) =>
    at(
      only(objectsOf(shop({ exporters: [rich] })), 'Deployment', 'stock-exporter'),
      'spec',
      'template',
      'spec',
      ...field,
    );

  test('the key of the Secret is mounted as that file', () => {
    expect([pod('volumes'), pod('containers', 0, 'volumeMounts')]).toEqual([
      [{ name: 'ca', secret: { secretName: 'shop-ca', items: [{ key: 'root.pem', path: 'ca.crt' }] } }],
      [{ name: 'ca', mountPath: '/etc/exporter', readOnly: true }],
    ]);
  });

  test('its image is pulled with the Secrets that are named', () => {
    expect(pod('imagePullSecrets')).toEqual([{ name: 'mirror-login' }]);
  });

  test('it runs on the nodes that are named, where others are kept away', () => {
    expect([pod('nodeSelector'), pod('tolerations')]).toEqual([
      { 'kubernetes.io/hostname': 'watch' },
      [{ key: 'dedicated', operator: 'Exists' }],
    ]);
  });

  test('one of each machine is on the nodes that are named, and tolerates what it always does', () => {
    const placed = nodeExporter('machines', {
      namespace: 'shop',
      placement: { nodeSelector: { disk: 'ssd' } },
    });
    const daemons = only(objectsOf(shop({ exporters: [placed] })), 'DaemonSet', 'machines');
    expect(at(daemons, 'spec', 'template', 'spec')).toMatchObject({
      nodeSelector: { disk: 'ssd' },
      tolerations: [{ operator: 'Exists' }],
    });
  });

  test('a toleration that Kubernetes does not know is refused', () => {
    const tolerations = [{ key: 'dedicated', effect: 'Never' }];
    expect(() =>
      postgresExporter('it', { ...postgres, sslMode: 'disable', placement: { tolerations } }),
    ).toThrow("placement.tolerations[0].effect: 'Never' is none of NoSchedule, PreferNoSchedule, NoExecute");
  });

  test('it asks for what is given, and of the rest what is usual', () => {
    expect(pod('containers', 0, 'resources')).toEqual({
      requests: { cpu: '10m', memory: '96Mi' },
      limits: { cpu: '2', memory: '192Mi' },
    });
  });
});

describe('on a host', () => {
  const { files } = render(host(shop({ exporters: [rich] })));
  const service = composeOf(files, 'production').services['stock-exporter'];

  test('the secret’s file is mounted as that file', () => {
    expect(service?.volumes).toEqual(['./secrets/shop-ca/root.pem:/etc/exporter/ca.crt:ro']);
  });

  test('its README has the file made', () => {
    expect(textOf(files, 'README.md')).toContain('touch secrets/shop-slack/url secrets/shop-ca/root.pem');
  });

  test('memory is limited alike', () => {
    expect(service?.mem_limit).toBe('192m');
  });
});

import { transformSync } from 'esbuild';
import { describe, expect, test } from '@jest/globals';
import * as words from 'cheomseong';
import { scrapesSource } from '#incoming/scrapes/source.js';

const sourceOf = (text: string, ...others: readonly string[]) =>
  scrapesSource(
    [text, ...others].map((each, i) => ({ file: `file-${i}.yaml`, text: each })),
    'shop',
    'shop',
  );

/** What the text makes, with the public words. */
const madeOf = (text: string): unknown => {
  const plain = text.replace(/^import[\s\S]*?;\n/gm, '').replaceAll('export const', 'var');
  const { code } = transformSync(plain, { loader: 'ts' });
  return Function(...Object.keys(words), `${code}\nreturn { services, scrapes };`)(...Object.values(words));
};

const leftOf = (source: ReturnType<typeof sourceOf>): readonly string[] =>
  source.leftOut.map(({ what, place, why }) => `${what}, line ${place.line}: ${why}`);

const monitor = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: node-exporter, namespace: monitoring }
spec:
  jobLabel: app.kubernetes.io/name
  targetLabels: [team]
  sampleLimit: 5000
  selector:
    matchLabels: { app.kubernetes.io/name: node-exporter }
  endpoints:
    - port: https
      interval: 15s
      scrapeTimeout: 10s
      scheme: https
      bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token
      tlsConfig: { insecureSkipVerify: true, ca: { secret: { name: node, key: ca.crt } } }
      relabelings:
        - { action: replace, regex: (.*), replacement: $1, sourceLabels: [__meta_kubernetes_pod_node_name], targetLabel: instance }
        - { sourceLabels: [__meta_kubernetes_pod_ip], targetLabel: ip }
      metricRelabelings:
        - { action: drop, sourceLabels: [__name__], regex: go_gc_duration_seconds|go_info }
        - { action: labeldrop, regex: device_.+ }
        - { action: keep, sourceLabels: [mode], regex: idle }
`;

const service = `apiVersion: v1
kind: Service
metadata:
  name: node-exporter
  namespace: monitoring
  labels: { app.kubernetes.io/name: node-exporter, app.kubernetes.io/version: 1.8.0, team: infra }
spec:
  ports: [{ name: https, port: 9100, targetPort: https }]
`;

describe('a ServiceMonitor is written as a scrape', () => {
  const source = sourceOf(`${monitor}---\n${service}`);

  test('of the Services that it finds', () => {
    expect(source.text).toMatchInlineSnapshot(`
      "import { scrape, secret, service } from 'cheomseong';

      export const nodeExporter = service('node-exporter', {
        namespaces: ['monitoring'],
        labels: { 'app.kubernetes.io/name': 'node-exporter', team: 'infra' },
        ports: { https: 9100 },
      });

      export const services = [nodeExporter];

      export const scrapes = [
        scrape(nodeExporter, {
          port: 'https',
          ofMachine: true,
          copiedLabels: ['team'],
          scheme: 'https',
          tls: { ca: secret('node', 'ca.crt') },
          unverified: 'It was not checked in file-0.yaml either.',
          serviceAccount: 'token',
          interval: '15s',
          timeout: '10s',
          sampleLimit: 5000,
          drop: { metrics: ['go_gc_duration_seconds', 'go_info'], labels: [/device_.+/] },
          metrics: [],
        }),
      ];
      "
    `);
  });

  test('that the text makes again', () => {
    expect(madeOf(source.text)).toEqual({ services: source.services, scrapes: source.scrapes });
  });

  test('less what no word says, each with its line', () => {
    expect(leftOf(source)).toEqual([
      'ServiceMonitor node-exporter: relabeling replace of __meta_kubernetes_pod_ip to ip, line 19: no word of ours says it',
      'ServiceMonitor node-exporter: relabeling keep of mode by idle, line 23: no word of ours says it',
    ]);
  });

  test('with a Service that is called like it, where none came along, which is told', () => {
    const { services, changed } = sourceOf(monitor.replace('targetLabels: [team]', 'podTargetLabels: []'));
    expect([services.map(({ name, ports }) => [name, ports]), changed.map(({ what }) => what)]).toEqual([
      [['node-exporter', { https: { port: 8080, targetPort: 8080 } }]],
      ['ServiceMonitor node-exporter'],
    ]);
  });

  test('and several of its endpoints are told apart by their ports and paths', () => {
    const { scrapes } = sourceOf(`kind: ServiceMonitor
metadata: { name: kubelet, namespace: shop }
spec:
  selector: { matchLabels: { app: kubelet } }
  endpoints:
    - { port: https }
    - { port: https, path: /metrics/cadvisor }
    - { port: https, path: /metrics/probes }
`);
    expect(scrapes.map(({ name }) => name)).toEqual([
      'kubelet',
      'kubelet-https-cadvisor',
      'kubelet-https-probes',
    ]);
  });

  test('and not at all where its endpoint has no name', () => {
    const { scrapes, leftOut } = sourceOf(monitor.replace('port: https', 'targetPort: 9100'));
    expect([scrapes, leftOut[0]?.why]).toEqual([
      [],
      'an endpoint is named by a port of its Service here, and this one is not',
    ]);
  });
});

test('A PodMonitor is written as a scrape of pods', () => {
  const source = sourceOf(`kind: PodMonitor
metadata: { name: workers, namespace: shop }
spec:
  selector: { matchLabels: { app: worker } }
  podTargetLabels: [app]
  podMetricsEndpoints: [{ port: metrics, interval: 1m, path: /stats, params: { family: [a, b] } }]
`);
  expect(source.text).toMatchInlineSnapshot(`
    "import { podScrape, pods } from 'cheomseong';

    export const services = [];

    export const scrapes = [
      podScrape(
        pods('workers', { namespaces: ['shop'], labels: { app: 'worker' }, ports: { metrics: 8080 } }),
        {
          port: 'metrics',
          copiedLabels: ['app'],
          path: '/stats',
          params: { family: ['a', 'b'] },
          interval: '1m',
          metrics: [],
        },
      ),
    ];
    "
  `);
});

describe('a prometheus.yml is written as scrapes of its targets', () => {
  const source = sourceOf(`global: { scrape_interval: 20s }
scrape_configs:
  - job_name: db
    basic_auth: { username: prometheus, password: hunter2 }
    static_configs:
      - targets: ['db-1.example:9187', 'db-2.example:9187']
        labels: { env: prod }
  - job_name: Web Pages
    metrics_path: /probe
    params: { module: [http_2xx] }
    static_configs: [{ targets: ['https://shop.example'] }]
    relabel_configs:
      - { source_labels: [__address__], target_label: __param_target }
      - { source_labels: [__param_target], target_label: instance }
      - { target_label: __address__, replacement: 'blackbox:9115' }
  - job_name: pods
    kubernetes_sd_configs: [{ role: pod }]
`);

  test('with our words', () => {
    expect(source.text).toMatchInlineSnapshot(`
      "import { scrape, secret, service, staticScrape } from 'cheomseong';

      export const blackbox = service('blackbox', {
        namespaces: ['shop'],
        labels: { 'app.kubernetes.io/name': 'blackbox' },
        ports: { http: 9115 },
      });

      export const services = [blackbox];

      export const scrapes = [
        staticScrape('db', {
          namespace: 'shop',
          targets: [
            { address: 'db-1.example:9187', labels: { env: 'prod' } },
            { address: 'db-2.example:9187', labels: { env: 'prod' } },
          ],
          basicAuth: { username: secret('shop-db', 'username'), password: secret('shop-db', 'password') },
          interval: '20s',
          metrics: [],
        }),
        staticScrape('web-pages', {
          namespace: 'shop',
          job: 'Web Pages',
          through: { exporter: blackbox, port: 'http' },
          targets: [{ address: 'https://shop.example' }],
          params: { module: ['http_2xx'] },
          interval: '20s',
          metrics: [],
        }),
        scrape(blackbox, { port: 'http', interval: '30s', metrics: [] }),
      ];
      "
    `);
  });

  test('that the text makes again', () => {
    expect(madeOf(source.text)).toEqual({ services: source.services, scrapes: source.scrapes });
  });

  test('without a secret in it', () => {
    expect(source.text + JSON.stringify(source.secrets)).not.toContain('hunter2');
  });

  test('less jobs whose targets are found', () => {
    expect(leftOf(source)).toEqual([
      'job pods, line 16: its targets are not written down: write scrape(service(…), …) or podScrape(pods(…), …)',
    ]);
  });
});

test('A Probe is written as a scrape through its exporter', () => {
  const source = sourceOf(`kind: Probe
metadata: { name: pages, namespace: shop }
spec:
  module: http_2xx
  interval: 1m
  prober: { url: blackbox.monitoring.svc:9115 }
  targets: { staticConfig: { static: ['https://shop.example'], labels: { region: kr } } }
`);
  expect([source.text, source.changed.map(({ why }) => why)]).toMatchInlineSnapshot(`
    [
      "import { scrape, service, staticScrape } from 'cheomseong';

    export const blackbox = service('blackbox', {
      namespaces: ['monitoring'],
      labels: { 'app.kubernetes.io/name': 'blackbox' },
      ports: { http: 9115 },
    });

    export const services = [blackbox];

    export const scrapes = [
      staticScrape('pages', {
        namespace: 'shop',
        job: 'probe/shop/pages',
        through: { exporter: blackbox, port: 'http' },
        targets: [{ address: 'https://shop.example', labels: { region: 'kr' } }],
        params: { module: ['http_2xx'] },
        interval: '1m',
        metrics: [],
      }),
      scrape(blackbox, { port: 'http', interval: '30s', metrics: [] }),
    ];
    ",
      [
        "its exporter is none of the application: a ScrapeConfig asks it, with the same labels",
        "nobody asked the exporter about itself, and where it stops all of its targets look as if they had",
      ],
    ]
  `);
});

test('A ScrapeConfig is written as a scrape of its targets', () => {
  const source = sourceOf(`kind: ScrapeConfig
metadata: { name: db, namespace: shop }
spec:
  scrapeInterval: 30s
  metricsPath: /stats
  staticConfigs: [{ targets: ['db.example:9187'], labels: { job: database } }]
`);
  expect(source.text).toMatchInlineSnapshot(`
    "import { staticScrape } from 'cheomseong';

    export const services = [];

    export const scrapes = [
      staticScrape('db', {
        namespace: 'shop',
        job: 'database',
        targets: [{ address: 'db.example:9187' }],
        path: '/stats',
        interval: '30s',
        metrics: [],
      }),
    ];
    "
  `);
});

test('Files of rules are no scrapes', () => {
  expect(sourceOf('groups: []\n')).toEqual({
    text: '',
    scrapes: [],
    services: [],
    secrets: [],
    leftOut: [],
    changed: [],
  });
});

import { describe, expect, test } from '@jest/globals';
import { Construct } from 'constructs';
import { fc } from '../seeded.js';
import { parse, stringify } from 'yaml';
import { group } from '#alerts/rule/group.js';
import type { PrometheusGroup } from '#alerts/rule/prometheus.js';
import { exporter } from '#application/exporter/exporter.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { withServiceLabels } from '#application/service-labels.js';
import { Exporter } from '#constructs/exporter.js';
import { Dashboards } from '#constructs/dashboards.js';
import { LoggingAgent } from '#constructs/logging-agent.js';
import { BroughtDatasources } from '#constructs/brought-datasources.js';
import { Routing } from '#constructs/routing.js';
import { Rules, split } from '#constructs/rules.js';
import { Scrape } from '#constructs/scrape.js';
import { Service } from '#constructs/service.js';
import { filebeat } from '#application/agent/filebeat.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter } from '#promql/metric/declare.js';
import { secret } from '#ground/secret.js';
import { at, objectsIn, objectsOf, only } from '../synth/estate/objects.js';
import {
  drawing,
  openBaskets,
  requestRate,
  scraped,
  shop,
  stockExporter,
  stockMetrics,
  toSlack,
  tooMany,
  unwatched,
  web,
} from '../synth/estate/shop.js';

const objects = objectsOf(shop());
const labels = {
  'app.kubernetes.io/managed-by': 'cheomseong',
  'app.kubernetes.io/part-of': 'shop',
  release: 'prometheus',
};

describe('every object of an application', () => {
  test('carries the labels by which it is selected and found (mistake 9)', () => {
    expect(objects.map(({ metadata }) => metadata.labels)).toEqual(
      objects.map(() => expect.objectContaining(labels)),
    );
  });

  test('stands in its namespace', () => {
    expect(new Set(objects.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['shop-prod']));
  });

  test('is named without a hash (mistake 27)', () => {
    expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'ServiceMonitor shop',
      'Deployment stock-exporter',
      'Service stock-exporter',
      'ServiceMonitor stock-exporter',
      'NetworkPolicy stock-exporter',
      'PrometheusRule shop',
      'AlertmanagerConfig shop',
      'ConfigMap shop',
    ]);
  });
});

const toLoki = fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki.monitoring.svc', port: 3100 } });
const toElasticsearch = filebeat({
  inputs: [{ service: 'till', paths: ['/var/log/till/*.log'] }],
  elasticsearch: {
    hosts: ['http://elasticsearch:9200'],
    login: { username: secret('elastic', 'user'), password: secret('elastic', 'password') },
  },
});
const machineExporter = exporter('machine-exporter', {
  namespace: 'shop-prod',
  image: 'registry.example/machine-exporter:v1.2.3',
  port: 9100,
  hostRoot: '/host',
  environment: {},
  metrics: [],
});

test('every object is the same wherever its construct stands and whatever it is called (mistake 27)', () => {
  const make = (scope: Construct, id: (name: string) => string) => {
    new Scrape(scope, id('scrape'), scraped);
    new Exporter(scope, id('exporter'), stockExporter);
    new Exporter(scope, id('machine'), machineExporter);
    new LoggingAgent(
      scope,
      id('logs'),
      { name: 'shop-filebeat', namespace: 'shop-agents', home: 'shop-prod' },
      toElasticsearch,
    );
    new BroughtDatasources(scope, id('datasources'), { ...shop(), logs: toLoki });
    new Service(scope, id('service'), { ...web, selector: { app: 'shop' } });
    new Rules(scope, id('rules'), shop());
    new Routing(scope, id('routing'), shop());
    new Dashboards(scope, id('dashboards'), shop());
  };
  const here = objectsIn((chart) => make(chart, (name) => name));
  const moved = objectsIn((chart) => make(new Construct(chart, 'moved'), (name) => `renamed-${name}`));
  expect(moved).toEqual(here);
});

describe('a ServiceMonitor', () => {
  test('asks the Service in all of its namespaces, as often and as long as the scrape says', () => {
    expect(at(only(objects, 'ServiceMonitor', 'shop'), 'spec')).toEqual({
      selector: { matchLabels: { app: 'shop', tier: 'web' } },
      namespaceSelector: { matchNames: ['shop-prod', 'shop-staging'] },
      endpoints: [
        expect.objectContaining({ port: 'http', path: '/metrics', interval: '30s', scrapeTimeout: '10s' }),
      ],
    });
  });

  test('takes back a label that collides with one of the target (mistake 10)', () => {
    expect(at(only(objects, 'ServiceMonitor', 'shop'), 'spec', 'endpoints', 0, 'metricRelabelings')).toEqual([
      { action: 'replace', sourceLabels: ['exported_endpoint'], regex: '(.+)', targetLabel: 'endpoint' },
      { action: 'labeldrop', regex: 'exported_endpoint' },
    ]);
  });

  test('takes back each such label once, however many catalogues have it', () => {
    const other = catalog({
      visits: counter('shop_visits_total', { help: 'Visits.', labels: ['endpoint', 'pod'] }),
    });
    const both = scrape(web, { port: 'http', interval: '30s', metrics: [...scraped.metrics, other] });
    const [monitor] = objectsIn((chart) => new Scrape(chart, 'scrape', both));
    expect(monitor && at(monitor, 'spec', 'endpoints', 0, 'metricRelabelings')).toMatchObject([
      { targetLabel: 'endpoint' },
      { regex: 'exported_endpoint' },
      { targetLabel: 'pod' },
      { regex: 'exported_pod' },
    ]);
  });

  test('relabels nothing where no label collides', () => {
    const monitor = only(objects, 'ServiceMonitor', 'stock-exporter');
    expect(at(monitor, 'spec', 'endpoints', 0)).not.toHaveProperty('metricRelabelings');
  });

  test('copies the labels of the Service that queries may filter by (mistake 6)', () => {
    const metrics = [withServiceLabels(stockMetrics, ['tier'])];
    const [monitor] = objectsIn(
      (chart) => new Scrape(chart, 'scrape', scrape(web, { port: 'http', interval: '30s', metrics })),
    );
    expect(monitor && at(monitor, 'spec', 'targetLabels')).toEqual(['tier']);
  });
});

describe('a ServiceMonitor of several Services', () => {
  const [till, front] = ['till', 'front'].map((name) =>
    service(name, {
      namespaces: ['shop-prod'],
      labels: { app: name, tier: 'web' },
      ports: { metrics: 8000 },
    }),
  );
  const both = scrape(till && front ? [till, front] : [], {
    name: 'web-services',
    port: 'metrics',
    interval: '30s',
    metrics: [withServiceLabels(stockMetrics, ['tier'])],
  });
  const [monitor] = objectsIn((chart) => new Scrape(chart, 'scrape', both));

  test('selects them by the labels that all of them share, and copies what queries filter by', () => {
    expect(monitor && [monitor.metadata.name, at(monitor, 'spec')]).toMatchObject([
      'web-services',
      {
        selector: { matchLabels: { tier: 'web' } },
        namespaceSelector: { matchNames: ['shop-prod'] },
        targetLabels: ['tier'],
      },
    ]);
  });
});

describe('a Service', () => {
  const till = {
    namespaces: ['tills'],
    labels: { component: 'till' },
    ports: { http: 80, metrics: { port: 9000, targetPort: 80 } },
  } as const;

  test('is rendered where it has a selector', () => {
    const rendered = service('till', { ...till, selector: { app: 'till' } });
    const { metadata, ...object } = only(objectsOf(shop({ services: [web, rendered] })), 'Service', 'till');
    expect([metadata.namespace, metadata.labels, object]).toMatchObject([
      'tills',
      { component: 'till' },
      {
        spec: {
          selector: { app: 'till' },
          ports: [
            { name: 'http', port: 80, targetPort: 80 },
            { name: 'metrics', port: 9000, targetPort: 80 },
          ],
        },
      },
    ]);
  });

  test('is left alone where it exists without us', () => {
    const existing = objectsOf(shop({ services: [web, service('till', till)] }));
    expect(existing.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name)).toEqual([
      'stock-exporter',
    ]);
  });
});

describe('PrometheusRules', () => {
  test('hold the rules as Prometheus reads them, with the labels of their application', () => {
    expect(at(only(objects, 'PrometheusRule', 'shop'), 'spec', 'groups', 0, 'rules', 0)).toEqual({
      alert: 'TooManyRequests',
      expr: 'sum(rate(shop_requests_total{namespace="shop-prod"}[5m])) > 100',
      for: '5m',
      labels: { severity: 'warning', component: 'shop', application: 'shop', namespace: 'shop-prod' },
      annotations: {
        summary: 'Too many.',
        description: 'Too many.',
        runbook_url: 'https://runbooks.example/shop/TooManyRequests.md',
      },
    });
  });

  test('are none where an application has no rules', () => {
    const none = objectsOf(unwatched(shop({ groups: [] })));
    expect(none.filter(({ kind }) => kind === 'PrometheusRule')).toEqual([]);
  });

  /** Groups with about so many bytes of rules each. */
  const large = (bytes: readonly number[]): readonly PrometheusGroup[] =>
    bytes.map((size, i) => ({
      name: `group-${i}`,
      interval: '30s',
      rules: [{ record: 'a:b:c', expr: 'x\n'.repeat(size / 3) }],
    }));
  const bytesOf = (part: unknown): number => Buffer.byteLength(JSON.stringify(part));
  const most = 1_000;
  const sizes = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 30 });

  test('lose no group and keep their order when they are split', () => {
    fc.assert(
      fc.property(sizes, (bytes) => {
        expect(split(large(bytes), most).flat()).toEqual(large(bytes));
      }),
    );
  });

  test('are each small enough when they are split', () => {
    fc.assert(
      fc.property(sizes, (bytes) => {
        const tooLarge = split(large(bytes), most).filter(
          (part) => part.reduce((sum, each) => sum + bytesOf(each), 0) > most,
        );
        expect(tooLarge).toEqual([]);
      }),
    );
  });

  test('are not split without need', () => {
    fc.assert(
      fc.property(sizes, (bytes) => {
        const parts = split(large(bytes), most);
        const needless = parts.filter(
          (part, i) =>
            bytesOf(parts[i + 1]?.[0] ?? '') + part.reduce((sum, each) => sum + bytesOf(each), 0) <= most,
        );
        expect(needless.filter((part) => part !== parts.at(-1))).toEqual([]);
      }),
    );
  });

  test('are refused with every group that is too large by itself', () => {
    const [first, , third] = large([3_000, 0, 6_000]);
    expect(() => split(large([3_000, 0, 6_000]), most)).toThrow(
      [
        'a PrometheusRule holds 1000 bytes: 2 faults',
        `  rule group group-0: it has ${bytesOf(first)} bytes; make two groups of it`,
        `  rule group group-2: it has ${bytesOf(third)} bytes; make two groups of it`,
      ].join('\n'),
    );
  });

  test('of many rules are several objects, which the operator and a client-side apply can take (mistake 28)', () => {
    const alert = tooMany('TooManyRequests', requestRate);
    const groups = Array.from({ length: 12 }, (_, g) => {
      const pack = Array.from({ length: 100 }, (_, i) => [i, { ...alert, name: `TooMany${g}x${i}` }]);
      return group(`group-${g}`, { interval: '30s', packs: [Object.fromEntries(pack)] });
    });
    const written = objectsOf(shop({ groups, dashboards: [] })).filter(
      ({ kind }) => kind === 'PrometheusRule',
    );
    expect({
      names: written.map(({ metadata }) => metadata.name),
      tooLargeAsYaml: written.filter((object) => Buffer.byteLength(stringify(object)) > 512 * 1024),
      tooLargeAsJson: written.filter((object) => bytesOf(object) > 262_144),
    }).toEqual({ names: ['shop', 'shop-2'], tooLargeAsYaml: [], tooLargeAsJson: [] });
  });
});

describe('an AlertmanagerConfig', () => {
  const config = only(objects, 'AlertmanagerConfig', 'shop');

  test('stands in the namespace that its application’s alerts carry (mistake 18)', () => {
    const rule = only(objects, 'PrometheusRule', 'shop');
    expect(config.metadata.namespace).toBe(at(rule, 'spec', 'groups', 0, 'rules', 0, 'labels', 'namespace'));
  });

  test('refers to the Secret that holds the webhook (mistake 19)', () => {
    expect(at(config, 'spec', 'receivers', 0, 'slackConfigs', 0, 'apiURL')).toEqual({
      name: 'shop-slack',
      key: 'url',
    });
  });

  test('sends what resolved too (mistake 21)', () => {
    expect(at(config, 'spec', 'receivers', 0, 'slackConfigs', 0, 'sendResolved')).toBe(true);
  });

  test('takes the alerts that its routing takes', () => {
    const taking = objectsOf(shop({ routing: toSlack({ matchers: { application: 'shop' } }) }));
    expect(at(only(taking, 'AlertmanagerConfig', 'shop'), 'spec', 'route')).toEqual({
      receiver: 'slack',
      groupBy: ['alertname', 'severity'],
      matchers: [{ name: 'application', matchType: '=', value: 'shop' }],
    });
  });
});

describe('the ConfigMap of a dashboard', () => {
  const map = only(objects, 'ConfigMap', 'shop');

  test('has the label that Grafana’s sidecar looks for, and says its folder (mistake 25)', () => {
    expect([map.metadata.labels, map.metadata.annotations]).toEqual([
      { ...labels, grafana_dashboard: '1' },
      { grafana_folder: 'Shop' },
    ]);
  });

  test('has one key, which is the uid (mistake 25)', () => {
    expect(Object.keys(Object(map.data))).toEqual(['shop.json']);
  });

  test('holds the dashboard itself, not one wrapped in another object (mistake 22)', () => {
    expect(JSON.parse(String(at(map, 'data', 'shop.json')))).toMatchObject({ uid: 'shop', title: 'Shop' });
  });

  test('is there for each dashboard', () => {
    const dashboards = [drawing(openBaskets), drawing(openBaskets, { uid: 'shop-2' })];
    const maps = objectsOf(shop({ dashboards })).filter(({ kind }) => kind === 'ConfigMap');
    expect(maps.map(({ metadata }) => metadata.name)).toEqual(['shop', 'shop-2']);
  });
});

describe('an exporter', () => {
  const deployment = only(objects, 'Deployment', 'stock-exporter');
  const service = only(objects, 'Service', 'stock-exporter');
  const monitor = only(objects, 'ServiceMonitor', 'stock-exporter');
  const own = { 'app.kubernetes.io/name': 'stock-exporter' };
  const pod = (...field: readonly (string | number)[]) =>
    at(deployment, 'spec', 'template', 'spec', ...field);
  const container = (...field: readonly (string | number)[]) => pod('containers', 0, ...field);

  test('runs its image with its arguments, pulled once', () => {
    expect(container()).toMatchObject({
      image: 'registry.example/stock-exporter:v1.2.3',
      imagePullPolicy: 'IfNotPresent',
      args: ['--verbose'],
      ports: [{ name: 'metrics', containerPort: 9200 }],
    });
  });

  test('runs as nobody, without rights and on a file system that it cannot write to', () => {
    expect(container('securityContext')).toEqual({
      runAsNonRoot: true,
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  test('makes only the system calls that the runtime allows by default', () => {
    expect(pod('securityContext')).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 65_534,
      runAsGroup: 65_534,
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  test('is given no token, no host network and no variables of other Services', () => {
    expect(pod()).toMatchObject({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
    });
  });

  test('has a network of its own', () => {
    expect(pod()).not.toHaveProperty('hostNetwork');
  });

  test('asks for little and may take little', () => {
    expect(container('resources')).toEqual({
      requests: { cpu: '10m', memory: '32Mi' },
      limits: { cpu: '200m', memory: '64Mi' },
    });
  });

  test('is asked whether it lives by a path that does not ask what it watches', () => {
    const get = { path: '/', port: 9200, scheme: 'HTTP' };
    expect([container('livenessProbe', 'httpGet'), container('readinessProbe', 'httpGet')]).toEqual([
      get,
      get,
    ]);
  });

  test('is replaced only by one that answers', () => {
    expect(at(deployment, 'spec', 'strategy')).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
  });

  test('gets credentials from Secrets, and only those (mistake 19)', () => {
    expect(container('env')).toEqual([
      { name: 'STOCK_HOST', value: 'stock' },
      { name: 'STOCK_PASSWORD', valueFrom: { secretKeyRef: { name: 'stock', key: 'password' } } },
    ]);
  });

  test('is found by its Service, and that by its ServiceMonitor (mistake 11)', () => {
    expect({
      pods: at(deployment, 'spec', 'template', 'metadata', 'labels'),
      selectedByDeployment: at(deployment, 'spec', 'selector', 'matchLabels'),
      selectedByService: at(service, 'spec', 'selector'),
      service: service.metadata.labels,
      selectedByMonitor: at(monitor, 'spec', 'selector', 'matchLabels'),
    }).toEqual({
      pods: own,
      selectedByDeployment: own,
      selectedByService: own,
      service: { ...labels, ...own },
      selectedByMonitor: own,
    });
  });

  test('is scraped at the port that its Service has (mistake 11)', () => {
    expect([at(service, 'spec', 'ports'), at(monitor, 'spec', 'endpoints', 0, 'port')]).toEqual([
      [{ name: 'metrics', port: 9200, targetPort: 9200 }],
      'metrics',
    ]);
  });
});

describe('an exporter that watches its machine', () => {
  const made = objectsOf(shop({ exporters: [machineExporter], groups: [] }));
  const daemonSet = only(made, 'DaemonSet', 'machine-exporter');
  const pod = (...field: readonly (string | number)[]) => at(daemonSet, 'spec', 'template', 'spec', ...field);

  test('runs on every node, and nowhere else', () => {
    expect([pod('tolerations'), made.filter(({ kind }) => kind === 'Deployment')]).toEqual([
      [{ operator: 'Exists' }],
      [],
    ]);
  });

  test('sees the file systems of the node and what is mounted there later, and can write to none', () => {
    expect([pod('containers', 0, 'volumeMounts'), pod('volumes')]).toEqual([
      [{ name: 'host', mountPath: '/host', readOnly: true, mountPropagation: 'HostToContainer' }],
      [{ name: 'host', hostPath: { path: '/', type: '' } }],
    ]);
  });

  test('runs as nobody, without rights', () => {
    expect([pod('securityContext'), pod('containers', 0, 'securityContext')]).toMatchObject([
      { runAsNonRoot: true, runAsUser: 65_534, seccompProfile: { type: 'RuntimeDefault' } },
      { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    ]);
  });

  test('is found by its Service, and scraped (mistake 11)', () => {
    expect({
      pods: at(daemonSet, 'spec', 'template', 'metadata', 'labels'),
      selectedByService: at(only(made, 'Service', 'machine-exporter'), 'spec', 'selector'),
      monitors: made.filter(({ kind }) => kind === 'ServiceMonitor').map(({ metadata }) => metadata.name),
    }).toEqual({
      pods: { 'app.kubernetes.io/name': 'machine-exporter' },
      selectedByService: { 'app.kubernetes.io/name': 'machine-exporter' },
      monitors: ['shop', 'machine-exporter'],
    });
  });
});

describe.each([
  ['shop-filebeat', toElasticsearch, 'filebeat.yml'],
  ['shop-fluent-bit', toLoki, 'fluent-bit.yaml'],
] as const)('the logging agent %s', (name, agent, key) => {
  const made = objectsOf(shop({ logs: agent }));
  const daemonSet = only(made, 'DaemonSet', name);
  const map = only(made, 'ConfigMap', name);
  const pod = (...field: readonly (string | number)[]) => at(daemonSet, 'spec', 'template', 'spec', ...field);
  const container = (...field: readonly (string | number)[]) => pod('containers', 0, ...field);

  test('is told what its value says', () => {
    expect(parse(String(at(map, 'data', key)))).toEqual(agent.configuration.value);
  });

  test('finds that where it looks for it', () => {
    expect([container('volumeMounts', 0), pod('volumes', 0), container('args')]).toEqual([
      { name: 'configuration', mountPath: `/etc/${agent.name}`, readOnly: true },
      { name: 'configuration', configMap: { name } },
      expect.arrayContaining([expect.stringContaining(`/etc/${agent.name}/${key}`)]),
    ]);
  });

  test('runs on every node', () => {
    expect(pod('tolerations')).toEqual([{ operator: 'Exists' }]);
  });

  test('is called so that its own logs can be told apart', () => {
    expect(container('name')).toBe(agent.name);
  });

  test('is root, without the rights of one but those that it needs', () => {
    expect(container('securityContext')).toEqual({
      runAsUser: 0,
      runAsGroup: 0,
      runAsNonRoot: false,
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { ...(agent.capabilities.length > 0 && { add: agent.capabilities }), drop: ['ALL'] },
    });
  });

  test('makes only the system calls that the runtime allows by default, and does not talk to the API server', () => {
    expect(pod()).toMatchObject({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
    });
  });

  test('has a network of its own', () => {
    expect(pod()).not.toHaveProperty('hostNetwork');
  });

  test('needs no role: of what is rendered with it nothing grants one', () => {
    expect([...new Set(made.map(({ kind }) => kind))].filter((kind) => /Role|Account/.test(kind))).toEqual(
      [],
    );
  });

  test('reads the logs of the node, and writes to a directory of its own alone', () => {
    const mounts = container('volumeMounts');
    const volumes = pod('volumes');
    const ofNode = (path: string) =>
      expect.objectContaining({ hostPath: { path, type: 'DirectoryOrCreate' } });
    expect([mounts, volumes]).toEqual([
      [
        expect.objectContaining({ readOnly: true }),
        ...agent.logs.map((mountPath) => expect.objectContaining({ mountPath, readOnly: true })),
        { name: 'state', mountPath: agent.state },
      ],
      [expect.anything(), ...agent.logs.map(ofNode), ofNode(`/var/lib/${name}`)],
    ]);
  });

  test('may take as much memory as its value says', () => {
    expect(container('resources', 'limits', 'memory')).toBe(`${agent.memory.limit}Mi`);
  });

  test('is asked whether it lives where it answers', () => {
    const { port, live, ready } = agent.health;
    const get = (path: string) => ({ path, port, scheme: 'HTTP' });
    expect([container('livenessProbe', 'httpGet'), container('readinessProbe', 'httpGet')]).toEqual([
      get(live),
      get(ready),
    ]);
  });
});

describe('logging agents', () => {
  /** What the pods of an agent that sends to this host are made of. */
  const podsOf = (host: `http://${string}`) => {
    const { inputs, elasticsearch } = toElasticsearch;
    const agent = filebeat({ inputs, elasticsearch: { ...elasticsearch, hosts: [host] } });
    return at(only(objectsOf(shop({ logs: agent })), 'DaemonSet', 'shop-filebeat'), 'spec', 'template');
  };

  test('are started anew by another configuration', () => {
    expect(podsOf('http://elastic:9200')).not.toEqual(podsOf('http://elasticsearch:9200'));
  });

  test('are left alone by the same', () => {
    expect(podsOf('http://elastic:9200')).toEqual(podsOf('http://elastic:9200'));
  });

  test('get credentials from Secrets, and only those (mistake 19)', () => {
    const made = objectsOf(shop({ logs: toElasticsearch }));
    const env = at(
      only(made, 'DaemonSet', 'shop-filebeat'),
      'spec',
      'template',
      'spec',
      'containers',
      0,
      'env',
    );
    expect(env).toEqual([
      { name: 'ELASTICSEARCH_USERNAME', valueFrom: { secretKeyRef: { name: 'elastic', key: 'user' } } },
      { name: 'ELASTICSEARCH_PASSWORD', valueFrom: { secretKeyRef: { name: 'elastic', key: 'password' } } },
    ]);
  });

  test.each([
    ['Filebeat', 'shop-filebeat', toElasticsearch, { add: ['DAC_READ_SEARCH'], drop: ['ALL'] }],
    ['Fluent Bit', 'shop-fluent-bit', toLoki, { drop: ['ALL'] }],
  ] as const)('of files that others own may read them, as %s must', (_, name, agent, capabilities) => {
    const daemonSet = only(objectsOf(shop({ logs: agent })), 'DaemonSet', name);
    const container = at(daemonSet, 'spec', 'template', 'spec', 'containers', 0, 'securityContext');
    expect(container).toMatchObject({ capabilities });
  });

  test('call volumes so that Kubernetes takes them, whatever the paths are', () => {
    const paths = ['/var/log/My_App/*.log', '/var/log/a.b/*.log', '/var/log/a-b/*.log'] as const;
    const logs = filebeat({
      inputs: [{ service: 'shop', paths }],
      elasticsearch: { hosts: ['http://elasticsearch:9200'] },
    });
    const daemonSet = only(objectsOf(shop({ logs })), 'DaemonSet', 'shop-filebeat');
    expect(at(daemonSet, 'spec', 'template', 'spec', 'volumes')).toMatchObject(
      ['configuration', 'logs-0', 'logs-1', 'logs-2', 'state'].map((name) => ({ name })),
    );
  });

  test('are none where an application has no logs', () => {
    expect(objects.filter(({ kind }) => kind === 'DaemonSet')).toEqual([]);
  });
});

describe('the data source of logs', () => {
  const map = only(objectsOf(shop({ logs: toLoki })), 'ConfigMap', 'shop-loki');

  test('has the label that Grafana’s sidecar looks for', () => {
    expect(map.metadata.labels).toEqual({ ...labels, grafana_datasource: '1' });
  });

  test('is called as panels call it (mistake 22), and asks where the agent sends to', () => {
    expect(parse(String(at(map, 'data', 'shop-loki.yaml')))).toMatchObject({
      datasources: [{ type: 'loki', uid: 'loki', url: 'http://loki.monitoring.svc:3100' }],
    });
  });

  test('is none where logs go elsewhere', () => {
    const elsewhere = objectsOf(shop({ logs: toElasticsearch }));
    expect(elsewhere.filter(({ metadata }) => metadata.labels?.['grafana_datasource'])).toEqual([]);
  });
});

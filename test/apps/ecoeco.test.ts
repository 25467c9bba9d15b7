import { describe, expect, test } from '@jest/globals';
import { alertLabels } from '#application/alert-labels.js';
import { type Application, alertsOf, scrapesOf, serviceScrapesOf } from '#application/application.js';
import { service } from '#application/service.js';
import { targetsOf } from '#application/target.js';
import { apiAlerts } from '../../apps/ecoeco/alerts.js';
import { ecoeco } from '../../apps/ecoeco/index.js';
import { apiMetrics, gptMetrics, workerMetrics } from '../../apps/ecoeco/metrics.js';
import { apiServices, workerServices } from '../../apps/ecoeco/services.js';
import { drawnAlerts } from '#dashboards/drawn-alerts.js';
import { panelsIn } from '#dashboards/row.js';
import { everyApplicationKeepsToAnEnforcedNamespace } from '#laws/enforced.js';
import { noRuleReadsWhatAnotherScrapes } from '#laws/foreign.js';
import { everyServiceMonitorFindsItsService } from '#laws/service-monitor.js';
import { selectors } from '#promql/expr/ast.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { humanize } from '#promql/unit/humanize.js';
import { at, objectsOf, only } from '../synth/estate/objects.js';
import { alertmanagerYml } from '../operator/alertmanager-yml.js';
import { manifests } from '../operator/manifest.js';
import { checkConfig, routesTest, withFile } from '../routing/amtool.js';
import { observer } from '../routing/observer.js';
import { isOwn } from '#alerts/rule/rule.js';

const objects = objectsOf(ecoeco);
const services = [...apiServices, ...workerServices];

describe('the alerts of the group', () => {
  test.each([
    [
      'api',
      [
        'APIHighErrorRate > 5% for 5m, critical',
        'APIHighLatency > 2s for 5m, warning',
        'APIPodDown < 1 for 1m, critical',
        'APIHighCPU > 80% for 10m, warning',
        'APIHighMemory > 80% for 10m, warning',
        'APIRequestsCeased < 1/s for 5m, critical',
      ],
    ],
    [
      'worker',
      [
        'CeleryQueueHigh > 1000 for 5m, warning',
        'CeleryDLQNotEmpty > 0 for 1m, critical',
        'WorkerPodDown < 1 for 1m, critical',
        'GPTAPIHighLatency > 30s for 10m, warning',
        'GPTAPIErrorRate > 10% for 5m, critical',
        'S3UploadFailure > 0 for 0s, critical',
      ],
    ],
    [
      'infrastructure',
      [
        'RabbitMQDown == 0 for 1m, critical',
        'PostgreSQLDown == 0 for 1m, critical',
        'RedisDown == 0 for 1m, critical',
        'PostgreSQLDiskFull < 10% for 5m, critical',
      ],
    ],
  ])('%s', (name, wanted) => {
    const alerts = ecoeco.groups.find((group) => group.name === name)?.alerts ?? [];
    const told = alerts
      .filter(isOwn)
      .map(
        ({ name, condition: { operator, limit }, for: hold, severity }) =>
          `${name} ${operator} ${humanize(limit)} for ${hold}, ${severity}`,
      );
    expect([...told].sort()).toEqual([...wanted].sort());
  });
});

describe('the services export', () => {
  const page: Readonly<Record<string, string>> = {
    http_requests_total: 'counter method,endpoint,status',
    http_request_duration_seconds: 'histogram method,endpoint',
    http_requests_in_progress: 'gauge method,endpoint',
    celery_task_total: 'counter task,status',
    celery_task_duration_seconds: 'histogram task',
    gpt_api_requests_total: 'counter model,status',
    gpt_api_request_duration_seconds: 'histogram model',
    s3_upload_total: 'counter bucket,status',
    s3_upload_duration_seconds: 'histogram bucket',
  };
  const exported: readonly AnyMetric[] = [apiMetrics, workerMetrics, gptMetrics].flatMap((each) =>
    Object.values<AnyMetric>(each),
  );

  test('what their page says', () => {
    const told = exported.map(({ info }) => [info.name, `${info.kind} ${info.ownLabels.join()}`]);
    expect(Object.fromEntries(told)).toEqual(page);
  });

  test('durations of tasks up to 300 s, and of the GPT API in its own buckets', () => {
    expect(workerMetrics.taskDuration.info.buckets?.at(-1)).toBe(300);
    expect(gptMetrics.duration.info.buckets).toEqual([0.5, 1, 2, 5, 10, 20, 30, 45, 60, 120]);
  });
});

describe('the scrapes', () => {
  const targets = (name: string) => {
    const found = scrapesOf(ecoeco).find((scrape) => scrape.name === name);
    return found ? targetsOf(found).map(({ service }) => service) : [];
  };

  test('have six APIs as targets', () => {
    expect(targets('api-services')).toEqual([
      'waste-api',
      'auth-api',
      'userinfo-api',
      'location-api',
      'recycle-info-api',
      'chat-llm-api',
    ]);
  });

  test('have two workers as targets', () => {
    expect(targets('worker-services')).toEqual(['storage-worker', 'ai-worker']);
  });

  test('find their Services, no fewer and no more', () => {
    expect(everyServiceMonitorFindsItsService({ applications: [ecoeco], objects: [] })).toEqual([]);
  });

  test('miss a Service that is no longer declared', () => {
    const services = ecoeco.services.filter(({ name }) => name !== 'auth-api');
    const without = { ...ecoeco, services };
    expect(everyServiceMonitorFindsItsService({ applications: [without], objects: [] })).toMatchObject([
      { where: 'ecoeco/scrape-api-services spec.selector', what: 'component: api in default' },
    ]);
  });

  test.each([
    ['api-services', 'api', [{ action: 'replace' }, { action: 'labeldrop' }]],
    ['worker-services', 'worker', undefined],
  ])('%s selects from its own namespace in another, and copies the label', (name, component, relabelings) => {
    const monitor = only(objects, 'ServiceMonitor', name);
    expect([monitor.metadata.namespace, at(monitor, 'spec')]).toMatchObject([
      'monitoring',
      {
        selector: { matchLabels: { component } },
        namespaceSelector: { matchNames: ['default'] },
        targetLabels: ['component'],
        endpoints: [
          {
            port: 'metrics',
            path: '/metrics',
            interval: '30s',
            ...(relabelings && { metricRelabelings: relabelings }),
          },
        ],
      },
    ]);
  });

  test('ask RabbitMQ for each of its queues', () => {
    expect(at(only(objects, 'ServiceMonitor', 'rabbitmq'), 'spec', 'endpoints', 0, 'path')).toBe(
      '/metrics/per-object',
    );
  });

  test.each(['ecoeco-postgres-exporter', 'ecoeco-redis-exporter'])('%s runs beside its database', (name) => {
    expect(only(objects, 'Deployment', name).metadata.namespace).toBe('default');
  });
});

describe('a Service', () => {
  const rendered = objectsOf({
    ...ecoeco,
    services: services.map((each) => service(each.name, { ...each, selector: { app: each.name } })),
  });

  test.each(services.map(({ name, labels }) => [name, labels.component] as const))(
    '%s can be rendered with the label and the port by which it is scraped',
    (name, component) => {
      const { metadata, ...object } = only(rendered, 'Service', name);
      expect([metadata.namespace, metadata.labels?.['component'], object]).toMatchObject([
        'default',
        component,
        {
          spec: {
            selector: { app: name },
            ports: [{ name: 'metrics', port: 8000, targetPort: 8000 }],
          },
        },
      ]);
    },
  );

  test('is left to ecoeco’s own manifests unless it has a selector', () => {
    const found = objects.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name);
    expect(found).toEqual(['ecoeco-postgres-exporter', 'ecoeco-redis-exporter']);
  });
});

describe('what watches ecoeco', () => {
  test.each(['ecoeco-postgres-exporter', 'ecoeco-redis-exporter'])('%s is on the monitoring node', (name) => {
    expect(only(objects, 'Deployment', name)).toMatchObject({
      spec: {
        template: {
          spec: {
            nodeSelector: { 'kubernetes.io/hostname': 'k8s-monitoring' },
            tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'monitoring', effect: 'NoSchedule' }],
          },
        },
      },
    });
  });
});

describe('the dashboard', () => {
  const [shown] = ecoeco.dashboards;
  const panels = panelsIn(shown?.panels ?? []);

  test('has the eight panels of its page', () => {
    expect(panels.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'API Request Rate',
        'API Error Rate %',
        'API Latency P95',
        'API Pod Status',
        'API CPU Usage %',
        'API Memory Usage MB',
        'Worker Queue Size',
        'GPT API Latency',
      ]),
    );
  });

  test.each([
    ['API Error Rate %', 'percentunit', ['red 5%']],
    ['API Latency P95', 's', ['yellow 2.5s']],
    ['Requests to All APIs', 'reqps', ['red 1/s']],
    ['Available Pods', 'short', ['red 1', 'red 1']],
    ['API CPU Usage %', 'percentunit', ['yellow 80%']],
    ['API Memory Usage %', 'percentunit', ['yellow 80%']],
    ['API Memory Usage MB', 'decbytes', []],
    ['Dead Letters', 'short', ['red 0']],
    ['Messages Waiting', 'short', ['yellow 1000']],
    ['Worker Queue Size', 'short', []],
    ['S3 Upload Failures', 'short', ['red 0']],
    ['GPT API Error Rate', 'percentunit', ['red 10%']],
    ['GPT API Latency', 's', ['yellow 30s']],
    ['PostgreSQL Disk Left', 'percentunit', ['red 10%']],
  ])('%s is in %s, with lines at %j', (title, unit, lines) => {
    const panel = panels.find((each) => each.title === title);
    const drawn = panel?.drawing.lines.map(({ color, limit }) => `${color} ${humanize(limit)}`);
    expect([panel?.defaults.unit, drawn]).toEqual([unit, lines]);
  });

  test.each([
    ['Requests to All APIs', ['expected > 10/s']],
    ['API Error Rate %', ['expected < 1%']],
    ['API Latency P95', ['expected < 1s']],
    ['Messages Waiting', ['expected < 100']],
    ['Worker Queue Size', ['expected < 100']],
    ['GPT API Latency', ['expected < 20s']],
  ])('%s shows what is expected in health: %j', (title, lines) => {
    const panel = panels.find((each) => each.title === title);
    expect(panel?.queries.slice(1).map(({ legend }) => legend)).toEqual(lines);
  });

  test.each(['Dead Letters', 'S3 Upload Failures'])('a single one is seen on %s', (title) => {
    expect(panels.find((each) => each.title === title)?.defaults.custom).toMatchObject({ axisSoftMax: 1 });
  });

  test('draws of every alert of its own what it watches, over time, beside what the library adds', () => {
    const drawn = drawnAlerts(alertsOf(ecoeco));
    const byHand = panels.filter(({ key }) => !key.startsWith('alert-')).flatMap(drawn);
    const left = alertsOf(ecoeco).filter((alert) => !byHand.some(({ name }) => name === alert.name));
    expect(left.map(({ name }) => name)).toEqual(['TargetDown', 'PlatformMetricsMissing']);
  });

  test.each([
    ['API Request Rate', '{{service}}'],
    ['API Error Rate %', '{{service}}'],
    ['API Latency P95', '{{service}}'],
    ['API Pod Status', '{{deployment}}'],
    ['API CPU Usage %', '{{pod}}'],
    ['API Memory Usage MB', '{{pod}}'],
    ['Messages Waiting', '{{queue}}'],
    ['Worker Queue Size', '{{queue}}'],
  ])('%s has a series for each %s', (title, legend) => {
    expect(panels.find((each) => each.title === title)?.queries[0]?.legend).toBe(legend);
  });
});

describe('among other applications', () => {
  test('every series that a rule reads is of ecoeco’s own Services, Deployments, pods, queues or volumes', () => {
    const telling = ['component', 'service', 'deployment', 'pod', 'persistentvolumeclaim', 'job'];
    // Without any matcher it is asked only whether kube-state-metrics is there at all, and so is the kubelet by namespace.
    const alerts = alertsOf(ecoeco).filter(({ name }) => name !== 'PlatformMetricsMissing');
    const open = alerts.flatMap(({ name, expr }) =>
      selectors(expr)
        .filter(({ matchers }) => matchers.length > 0)
        .filter(({ matchers }) => {
          const named = matchers.map(({ label }) => label);
          return !named.includes('namespace') || !telling.some((label) => named.includes(label));
        })
        .map(() => name),
    );
    expect(open).toEqual([]);
  });

  test('no rule reads what a copy of ecoeco in the same namespace scrapes under other names', () => {
    const renamed = services.map(({ name, labels }) =>
      service(`other-${name}`, {
        namespaces: ['default'],
        labels: { app: `other-${name}`, component: `other-${labels.component}` },
        ports: { metrics: 8000 },
      }),
    );
    const scrapes = serviceScrapesOf({ scrapes: ecoeco.scrapes, exporters: [] })
      .filter(({ copiedLabels }) => copiedLabels.length > 0)
      .map((each) => ({ ...each, services: renamed }));
    const copy: Application = {
      ...ecoeco,
      name: 'copy',
      services: renamed,
      scrapes,
      exporters: [],
      groups: [],
    };
    expect(noRuleReadsWhatAnotherScrapes({ applications: [ecoeco, copy], objects: [] })).toEqual([]);
  });
});

describe('in one Alertmanager with another', () => {
  const webhook = { url: 'https://hooks.example.org/services/T0/B0/x' };
  const yml = alertmanagerYml([...manifests(observer), ...manifests(ecoeco)], {
    'observer-prod/observer-slack': webhook,
    'monitoring/ecoeco-slack': webhook,
  });
  const told = (labels: Readonly<Record<string, string>>) =>
    withFile('alertmanager.yml', yml, (path) => routesTest(path, labels));

  test('the configuration is sound', async () => {
    await expect(checkConfig(yml)).resolves.toContain('SUCCESS');
  });

  test.each(alertsOf(ecoeco).map((alert) => [alert.name, alert] as const))(
    '%s reaches #ecoeco-alerts alone',
    async (_, alert) => {
      expect(await told(alertLabels(ecoeco, alert).labels)).toEqual(['monitoring/ecoeco/slack']);
    },
  );

  test('an alert of the same name of another application in `monitoring` does not', async () => {
    const labels = alertLabels(ecoeco, apiAlerts.highErrorRate).labels;
    expect(await told({ ...labels, application: 'another' })).toEqual(['null']);
  });
});

test('Ecoeco, which lives in monitoring and watches default, could not where Prometheus enforces a namespace (mistake 9)', () => {
  const enforced = { ...ecoeco, enforcedNamespaceLabel: 'namespace' } as const;
  const faults = everyApplicationKeepsToAnEnforcedNamespace({ applications: [enforced], objects: [] });
  expect(faults.map(({ where }) => where)).toEqual(
    expect.arrayContaining(['ecoeco/scrape-api-services', 'ecoeco/rules']),
  );
});

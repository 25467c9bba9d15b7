import { describe, expect, test } from '@jest/globals';
import { alertLabels } from '../../application/alert-labels.js';
import { type Application, alertsOf, scrapesOf } from '../../application/application.js';
import { observer } from '../../apps/observer/index.js';
import { ojeomneo } from '../../apps/ojeomneo/index.js';
import { serverMetrics } from '../../apps/ojeomneo/metrics.js';
import { alertmanagerConfigSpec } from '../../constructs/alertmanager-config.js';
import { panelsIn } from '../../dashboards/row.js';
import { selectors } from '../../promql/expr/ast.js';
import { humanize } from '../../promql/unit/humanize.js';
import { alertmanagerYml } from '../operator/alertmanager-yml.js';
import { checkConfig, routesTest, withFile } from '../routing/amtool.js';

const byName = new Map(alertsOf(ojeomneo).map((alert) => [alert.name, alert]));
const alertNamed = (name: string) => {
  const alert = byName.get(name);
  if (!alert) throw new Error(`there is no alert ${name}`);
  return alert;
};

describe('the alerts', () => {
  test.each([
    ['HighErrorRate', '> 5%', '5m', 'critical'],
    ['HighLatency', '> 2s', '5m', 'warning'],
    ['PodDown', '< 1', '1m', 'critical'],
    ['HighMemory', '> 80%', '5m', 'warning'],
    ['DBConnectionExhausted', '> 90%', '2m', 'critical'],
    ['RedisCacheHitLow', '< 70%', '15m', 'warning'],
    ['RedisMemoryHigh', '> 80%', '5m', 'warning'],
  ])('%s fires at %s for %s and is %s', (name, at, hold, severity) => {
    const { condition, ...alert } = alertNamed(name);
    const crossing = `${condition.operator} ${humanize(condition.limit)}`;
    expect([crossing, alert.for, alert.severity]).toEqual([at, hold, severity]);
  });
});

test.each(['HighErrorRate', 'HighLatency'])('%s leaves health checks out of all that it reads', (name) => {
  const left = selectors(alertNamed(name).expr).map(({ matchers }) =>
    matchers.find(({ label }) => label === 'path'),
  );
  expect(new Set(left.map((matcher) => `${matcher?.operator}${matcher?.value}`))).toEqual(
    new Set(['!~/ojeomneo/v1/healthcheck|/ojeomneo/v1/healthcheck/live|/ojeomneo/v1/healthcheck/ready']),
  );
});

describe('the server exports', () => {
  test.each(Object.values(serverMetrics).map(({ info }) => [info.name, info] as const))('%s', (_, info) => {
    const { kind, ownLabels, buckets } = info;
    expect([kind, ownLabels.join(), buckets?.join(' ')]).toEqual(page[info.name]);
  });
});
const page: Readonly<Record<string, readonly (string | undefined)[]>> = {
  ojeomneo_http_requests_total: ['counter', 'method,path,status', undefined],
  ojeomneo_http_request_duration_seconds: [
    'histogram',
    'method,path',
    '0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5 10',
  ],
  ojeomneo_http_active_connections: ['gauge', '', undefined],
  ojeomneo_http_request_size_bytes: ['summary', 'method,path', undefined],
  ojeomneo_http_response_size_bytes: ['summary', 'method,path', undefined],
  ojeomneo_db_query_duration_seconds: [
    'histogram',
    'operation,table,status',
    '0.001 0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5',
  ],
  ojeomneo_db_slow_queries_total: ['counter', 'operation,table', undefined],
  ojeomneo_db_connection_pool_size: ['gauge', '', undefined],
  ojeomneo_db_connection_pool_idle: ['gauge', '', undefined],
  ojeomneo_db_connection_pool_in_use: ['gauge', '', undefined],
  ojeomneo_orders_total: ['counter', 'status,payment_method', undefined],
  ojeomneo_order_amount_total: ['counter', 'payment_method', undefined],
  ojeomneo_users_active: ['gauge', '', undefined],
  ojeomneo_menu_views_total: ['counter', 'category_id', undefined],
};

test('the server, the admin and two exporters are scraped', () => {
  expect(
    scrapesOf(ojeomneo).map(
      ({ name, services, port, path, interval }) =>
        `${name} ${port} ${services.flatMap(({ ports }) => Object.values(ports).map((each) => each.port)).join()} ${path} ${interval}`,
    ),
  ).toEqual([
    'ojeomneo-server fiber 3000 /ojeomneo/metrics 30s',
    'ojeomneo-admin gunicorn 8000 /metrics 30s',
    'ojeomneo-postgres-exporter metrics 9187 /metrics 30s',
    'ojeomneo-redis-exporter metrics 9121 /metrics 30s',
  ]);
});

describe('the dashboard', () => {
  test.each([
    [
      'Overview',
      [
        'stat Service Status',
        'timeseries Request Throughput',
        'gauge Error Rate',
        'timeseries P95 Response Time',
        'stat Active Connections',
      ],
    ],
    [
      'API Performance',
      [
        'table Top 10 Endpoints by Throughput',
        'table Top 10 Endpoints by Latency',
        'heatmap Response Time Distribution',
        'piechart Status Code Distribution',
        'timeseries Request and Response Size',
      ],
    ],
    [
      'Database',
      [
        'gauge Connection Pool',
        'timeseries Query Performance',
        'timeseries Disk Usage',
        'table Slow Queries',
        'timeseries Lock Waits',
      ],
    ],
    [
      'Cache',
      [
        'gauge Cache Hit Ratio',
        'gauge Memory Usage',
        'timeseries Connections',
        'timeseries Command Throughput',
        'table Keyspace',
      ],
    ],
    ['Business', ['stat Orders', 'stat Revenue', 'stat Active Users', 'bargauge Top Menu Categories']],
  ])('%s has its panels', (title, panels) => {
    const shown = ojeomneo.dashboards.find((each) => each.title === title);
    const titles = panelsIn(shown?.panels ?? []).map((panel) => `${panel.kind} ${panel.title}`);
    expect(titles.filter((each) => panels.includes(each))).toEqual(panels);
  });
});

const manifest = ({ name, namespace, routing }: Application) => ({
  apiVersion: 'monitoring.coreos.com/v1alpha1',
  kind: 'AlertmanagerConfig',
  metadata: { name, namespace },
  spec: alertmanagerConfigSpec(routing),
});
const webhook = { url: 'https://hooks.example.org/services/T0/B0/x' };
/** What the operator makes of the two applications that share a cluster. */
const yml = alertmanagerYml([manifest(observer), manifest(ojeomneo)], {
  'observer-prod/observer-slack': webhook,
  'ojeomneo/ojeomneo-slack': webhook,
  'ojeomneo/ojeomneo-smtp': { password: 'x' },
  'ojeomneo/ojeomneo-pagerduty': { 'routing-key': '0123456789abcdef' },
});

/** Who is told of an alert, as the real amtool says: receivers by the integrations that they have. */
const told = async (labels: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const receivers = await withFile('alertmanager.yml', yml, (path) => routesTest(path, labels));
  return receivers.flatMap((receiver) => {
    const [namespace, , name = ''] = receiver.split('/');
    if (namespace !== 'ojeomneo') return [receiver];
    return (ojeomneo.routing.receivers[name] ?? []).map(({ integration }) => integration);
  });
};

describe('beside Observer in one Alertmanager', () => {
  test('the configuration is sound', async () => {
    await expect(checkConfig(yml)).resolves.toContain('SUCCESS');
  });

  const matrix = [
    ['HighErrorRate', ['slack', 'email']],
    ['HighLatency', ['slack']],
    ['PodDown', ['slack', 'email', 'pagerduty']],
    ['HighMemory', ['slack']],
    ['DBConnectionExhausted', ['slack', 'email']],
    ['RedisCacheHitLow', ['slack']],
    ['RedisMemoryHigh', ['slack']],
  ] as const;

  test.each(matrix)('%s reaches %j and nobody else', async (name, integrations) => {
    expect(await told(alertLabels(ojeomneo, alertNamed(name)).labels)).toEqual(integrations);
  });

  test.each(matrix.map(([name]) => name))('%s of another system reaches none of them', async (alertname) => {
    const elsewhere = { alertname, severity: 'critical', application: 'ecoeco', namespace: 'monitoring' };
    const here = { alertname, severity: 'critical', namespace: 'ojeomneo' };
    expect([await told(elsewhere), await told(here)]).toEqual([['null'], ['null']]);
  });

  test.each(alertsOf(observer).map((alert) => [alert.name, alert] as const))(
    '%s reaches Observer’s Slack as before',
    async (_, alert) => {
      expect(await told(alertLabels(observer, alert).labels)).toEqual(['observer-prod/observer/slack']);
    },
  );
});

test('nothing that is sent with stands in the configuration: it is read from Secrets', () => {
  const secrets = JSON.stringify(alertmanagerConfigSpec(ojeomneo.routing)).matchAll(
    /"(apiURL|authPassword|routingKey)":\{"name":"([^"]+)","key":"([^"]+)"\}/g,
  );
  expect(new Set([...secrets].map(([, field, name, key]) => `${field} ${name} ${key}`))).toEqual(
    new Set([
      'apiURL ojeomneo-slack url',
      'authPassword ojeomneo-smtp password',
      'routingKey ojeomneo-pagerduty routing-key',
    ]),
  );
});

import { describe, expect, test } from '@jest/globals';
import { alertsOf, serviceScrapesOf } from '#application/application.js';
import { ojeomneo } from '../../apps/ojeomneo/index.js';
import { serverMetrics } from '../../apps/ojeomneo/metrics.js';
import { slos } from '../../apps/ojeomneo/slos.js';
import { drawnAlerts } from '#dashboards/drawn-alerts.js';
import { panelsIn, rowsIn } from '#dashboards/row.js';
import { selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { humanize } from '#promql/unit/humanize.js';
import { percent } from '#promql/unit/limit.js';

const alerts = new Map(alertsOf(ojeomneo).map((alert) => [alert.name, alert]));

describe('the alert', () => {
  test.each([
    ['HighErrorRate', '> 5%', '5m', 'critical'],
    ['HighLatency', '> 2s', '5m', 'warning'],
    ['PodDown', '< 1', '1m', 'critical'],
    ['HighMemory', '> 80%', '5m', 'warning'],
    ['DBConnectionExhausted', '> 90%', '2m', 'critical'],
    ['DBDown', '== 0', '2m', 'critical'],
    ['RedisCacheHitLow', '< 70%', '15m', 'warning'],
    ['RedisMemoryHigh', '> 80%', '5m', 'warning'],
  ])('%s fires at %s for %s and is %s', (name, at, hold, severity) => {
    const alert = alerts.get(name);
    const { operator, limit } = alert?.condition ?? {};
    expect([`${operator} ${limit && humanize(limit)}`, alert?.for, alert?.severity]).toEqual([
      at,
      hold,
      severity,
    ]);
  });

  test.each(['HighErrorRate', 'HighLatency'])('%s leaves health checks out of all that it reads', (name) => {
    const paths = selectors(alerts.get(name)?.expr ?? { type: 'number', value: 0 })
      // Which targets are scraped has no path.
      .filter(({ metric }) => metric.labels.includes('path'))
      .map(({ matchers }) => matchers.find(({ label }) => label === 'path'));
    expect([...new Set(paths.map((path) => `${path?.operator} ${path?.value}`))]).toEqual([
      '!~ /ojeomneo/v1/healthcheck|/ojeomneo/v1/healthcheck/live|/ojeomneo/v1/healthcheck/ready',
    ]);
  });
});

describe('the server exports', () => {
  test.each([
    ['ojeomneo_http_requests_total', 'counter', 'method path status', ''],
    [
      'ojeomneo_http_request_duration_seconds',
      'histogram',
      'method path',
      '0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5 10',
    ],
    ['ojeomneo_http_active_connections', 'gauge', '', ''],
    ['ojeomneo_http_request_size_bytes', 'summary', 'method path', ''],
    ['ojeomneo_http_response_size_bytes', 'summary', 'method path', ''],
    [
      'ojeomneo_db_query_duration_seconds',
      'histogram',
      'operation table status',
      '0.001 0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5',
    ],
    ['ojeomneo_db_slow_queries_total', 'counter', 'operation table', ''],
    ['ojeomneo_db_connection_pool_size', 'gauge', '', ''],
    ['ojeomneo_db_connection_pool_idle', 'gauge', '', ''],
    ['ojeomneo_db_connection_pool_in_use', 'gauge', '', ''],
    ['ojeomneo_orders_total', 'counter', 'status payment_method', ''],
    ['ojeomneo_order_amount_total', 'counter', 'payment_method', ''],
    ['ojeomneo_users_active', 'gauge', '', ''],
    ['ojeomneo_menu_views_total', 'counter', 'category_id', ''],
  ])('%s', (name, kind, labels, buckets) => {
    const info = Object.values(serverMetrics).find((metric) => metric.info.name === name)?.info;
    expect([info?.kind, info?.ownLabels.join(' '), (info?.buckets ?? []).join(' ')]).toEqual([
      kind,
      labels,
      buckets,
    ]);
  });
});

test('the server, the admin, the agent for logs, the collectors of traces and two exporters are scraped', () => {
  expect(
    serviceScrapesOf(ojeomneo).map(({ name, port, path, interval, timeout }) =>
      [name, port, path, interval, timeout].join(' '),
    ),
  ).toEqual([
    'ojeomneo-server fiber /ojeomneo/metrics 30s 10s',
    'ojeomneo-admin gunicorn /metrics 30s 10s',
    'ojeomneo-fluent-bit http /api/v2/metrics/prometheus 30s 10s',
    'ojeomneo-trace-agent metrics /metrics 30s 10s',
    'ojeomneo-trace-gateway metrics /metrics 30s 10s',
    'ojeomneo-trace-gateway-spans spans /metrics 30s 10s',
    'ojeomneo-postgres-exporter metrics /metrics 30s 10s',
    'ojeomneo-redis-exporter metrics /metrics 30s 10s',
  ]);
});

/** What a dashboard shows, with the kind of each panel. */
const shown = (title: string): readonly string[] =>
  panelsIn(ojeomneo.dashboards.find((each) => each.title === title)?.panels ?? []).map(
    (panel) => `${panel.kind} ${panel.title}`,
  );

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
        'logs Error Logs',
        'logs Logs',
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
  ])('%s has the panels of its page', (title, panels) => {
    expect(shown(title)).toEqual(expect.arrayContaining(panels));
  });

  test('Business has its panels', () => {
    expect(shown('Business')).toEqual(
      expect.arrayContaining([
        'stat Orders',
        'stat Revenue',
        'stat Active Users',
        'bargauge Top Menu Categories',
      ]),
    );
  });

  const ofBusiness = (title: string) =>
    panelsIn(ojeomneo.dashboards.find((each) => each.title === 'Business')?.panels ?? []).find(
      (panel) => panel.title === title,
    );

  test('Business draws what was completed green and what was lost red, and other days grey', () => {
    expect(ofBusiness('Orders per Hour')?.queries.map(({ color }) => color)).toEqual([
      ...['green', 'blue', 'red'],
      ...['grey', 'grey'],
    ]);
  });

  test.each(['Orders per Hour', 'Revenue per Hour', 'Menu Views', 'Orders per Menu View'])(
    'Business draws %s beside yesterday and a week ago',
    (title) => {
      const days = ofBusiness(title)?.queries.filter(({ dashed }) => dashed) ?? [];
      expect(days.map(({ expr }) => /offset (1d|1w)/.exec(print(expr))?.[1])).toEqual(['1d', '1w']);
    },
  );

  test.each(['Orders', 'Revenue', 'Average Order Value'])('Business tells %s to the last one', (title) => {
    const { unit, decimals } = ofBusiness(title)?.defaults ?? {};
    expect([unit === 'short' || unit === 'currencyKRW', decimals]).toEqual([false, 0]);
  });

  test('Orders per Hour keeps the id that it had when it was called otherwise', () => {
    expect(ofBusiness('Orders per Hour')?.key).toBe('orders-per-second');
  });

  test.each([
    ['Database', 'DBConnectionExhausted'],
    ['Database', 'DBDown'],
    ['Cache', 'RedisMemoryHigh'],
    ['Cache', 'RedisCacheHitLow'],
    ['Overview', 'SpansRefused'],
    ['Overview', 'SpansDropped'],
    ['Overview', 'CollectorQueueFilling'],
    ['Overview', 'TracesEvicted'],
    ['Overview', 'LogsDropped'],
    ['Overview', 'LogsNotSent'],
    ['Overview', 'MonitoringResourcesRejected'],
  ])('%s draws by hand what %s watches, over time', (title, alert) => {
    const panels = panelsIn(ojeomneo.dashboards.find((each) => each.title === title)?.panels ?? []);
    const drawn = panels
      .filter(({ key }) => !key.startsWith('alert-'))
      .flatMap(drawnAlerts(alertsOf(ojeomneo)));
    expect(drawn.map(({ name }) => name)).toContain(alert);
  });
});

describe('throughput', () => {
  const { panels = [] } = ojeomneo.dashboards.find((each) => each.title === 'Overview') ?? {};
  const queries = panelsIn(panels).find((panel) => panel.title === 'Throughput')?.queries ?? [];

  test('is drawn with a dashed line at the 100 requests a second that must be possible', () => {
    expect(queries.map(({ expr, dashed = false }) => [print(expr), dashed])).toEqual([
      [expect.stringContaining('rate(ojeomneo_http_requests_total{'), false],
      ['vector(100)', true],
    ]);
  });

  test('is no alert: that few requests come is no fault', () => {
    const [requests] = queries;
    const told = alertsOf(ojeomneo).filter(
      ({ condition: { limit }, expr }) =>
        limit?.unit === 'perSecond' || (requests && print(expr).startsWith(`${print(requests.expr)} `)),
    );
    expect(told).toEqual([]);
  });
});

describe('the objective of', () => {
  test.each([
    ['Service availability', '99.9%', 'requests answered 5xx', '1h 6h 1d 3d'],
    ['API availability', '99.5%', 'requests not answered 2xx or 3xx', '1h 6h 1d 3d'],
    ['P50 response time', '50%', 'requests slower than 100ms', '3d'],
    ['P95 response time', '95%', 'requests slower than 500ms', '1h 6h 1d 3d'],
    ['P99 response time', '99%', 'requests slower than 2.5s', '1h 6h 1d 3d'],
    ['Error ratio', '99%', 'requests answered 5xx', '1h 6h 1d 3d'],
  ])('%s is %s over 30 days, against %s, with alerts over %s', (title, objective, failures, windows) => {
    const found = Object.values(slos).find((each) => each.title.en === title);
    expect([
      humanize(found?.objective ?? percent(0)),
      found?.budget.window,
      found?.sli.failures.en,
      found?.burnRates.map(({ long }) => long).join(' '),
    ]).toEqual([objective, '30d', failures, windows]);
  });

  test.each(Object.values(slos).map(({ title }) => title.en))(
    '%s has a row with its error budget',
    (title) => {
      const { panels = [] } = ojeomneo.dashboards.find((each) => each.title === 'Reliability') ?? {};
      const row = rowsIn(panels).find((each) => each.title === title);
      expect(row?.panels.map((panel) => panel.title)).toContain(`${title}: Error Budget Left`);
    },
  );

  test('API availability leaves out client errors, and health checks', () => {
    expect(print(slos.apiAvailability.sli.eventsIn('5m').expr)).toMatchInlineSnapshot(`
      "sum(
        increase(ojeomneo_http_requests_total{namespace="ojeomneo", path!~"/ojeomneo/v1/healthcheck|/ojeomneo/v1/healthcheck/live|/ojeomneo/v1/healthcheck/ready", status!~"4.."}[5m])
      )"
    `);
  });
});

test('Ojeomneo is told of logs that its Fluent Bit drops or cannot send (mistake 80)', () => {
  expect(alertsOf(ojeomneo).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['LogsDropped', 'LogsNotSent', 'TargetDown']),
  );
});

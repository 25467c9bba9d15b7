import { describe, expect, test } from '@jest/globals';
import { alertLabels } from '#application/alert-labels.js';
import { alertsOf } from '#application/application.js';
import { maintenance } from '../../apps/maintenance/index.js';
import { apiMetrics, webMetrics } from '../../apps/maintenance/metrics.js';
import { drawnAlerts } from '#dashboards/drawn-alerts.js';
import { panelsIn } from '#dashboards/row.js';
import { jobs } from '#hosts/prometheus/job.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { inline } from '#promql/expr/inline.js';
import { humanize } from '#promql/unit/humanize.js';
import { address } from '#routing/receiver/address.js';
import { ways } from '#routing/reach.js';
import { isOwn } from '#alerts/rule/rule.js';

const alerts = alertsOf(maintenance);

describe('the alert', () => {
  const page = [
    ['HighErrorRate', '> 1%', '5m', 'critical'],
    ['HighLatency', '> 200ms', '5m', 'warning'],
    ['TooManyRequestsInFlight', '> 1000', '5m', 'warning'],
    ['SlowFirstContentfulPaint', '> 1.8s', '10m', 'warning'],
    ['SlowTimeToInteractive', '> 3.8s', '10m', 'warning'],
    ['HighBounceRate', '> 70%', '10m', 'warning'],
    ['LowLighthouseScore', '< 90%', '10m', 'warning'],
    ['SlowSpeedIndex', '> 3.4s', '10m', 'warning'],
    ['LargeBundle', '> 350KiB', '10m', 'warning'],
    ['HeavyImages', '> 1MiB', '10m', 'warning'],
    ['LighthouseResultsMissing', '== 0', '1h', 'warning'],
    ['TooManySessions', '> 1000', '5m', 'warning'],
    ['SlowDatabaseQueries', '> 100ms', '5m', 'warning'],
    ['TooManyConnections', '> 100', '5m', 'warning'],
    ['DatabaseConnectionsExhausted', '> 90%', '2m', 'critical'],
    ['HostCpuHigh', '> 70%', '10m', 'warning'],
    ['HostDiskBusy', '> 1000/s', '10m', 'warning'],
    ['HostDiskSpaceLow', '< 10%', '5m', 'critical'],
    ['ElasticsearchDown', '== 0', '2m', 'critical'],
    ['ElasticsearchClusterRed', '== 1', '2m', 'critical'],
    ['ElasticsearchDiskWatermark', '> 85%', '5m', 'warning'],
    ['NoLogsArriving', '== 0', '5m', 'warning'],
    ['ServiceDown', '< 50%', '2m', 'critical'],
    ['TargetDown', '<= 50%', '4m', 'warning'],
    ['DatabaseDown', '== 0', '2m', 'critical'],
  ] as const;

  test.each(page)('%s fires at %s for %s and is %s', (name, ...wanted) => {
    const told = alerts
      .filter(isOwn)
      .filter((alert) => alert.name === name)
      .map(({ condition: { operator, limit }, for: hold, severity }) => [
        `${operator} ${humanize(limit)}`,
        hold,
        severity,
      ]);
    expect(told).toEqual([wanted]);
  });

  test('is one of these, and there is no other', () => {
    expect(alerts.map(({ name }) => name)).toEqual(page.map(([name]) => name));
  });
});

const exported = (metrics: Readonly<Record<string, AnyMetric>>) =>
  Object.fromEntries(
    Object.values(metrics).map(({ info }) => [info.name, `${info.kind} ${info.ownLabels.join()}`.trim()]),
  );

describe('it exports what its page says:', () => {
  test('the API server', () => {
    expect(exported(apiMetrics)).toEqual({
      http_requests_total: 'counter method,endpoint,status',
      http_response_time_seconds: 'histogram method,endpoint',
      db_query_duration_seconds: 'histogram',
    });
  });

  test('the website', () => {
    expect(exported(webMetrics)).toEqual({
      web_first_contentful_paint_seconds: 'histogram page',
      web_time_to_interactive_seconds: 'histogram page',
      web_page_views_total: 'counter page',
      web_javascript_errors_total: 'counter page',
      web_api_failures_total: 'counter page',
      web_sessions_active: 'gauge',
      web_session_duration_seconds: 'histogram',
      web_sessions_ended_total: 'counter',
      web_session_bounces_total: 'counter',
    });
  });

  test.each([
    [0.2, apiMetrics.duration],
    [1.8, webMetrics.firstContentfulPaint],
    [3.8, webMetrics.timeToInteractive],
  ] as const)('an edge at %s s, so that the limit is exact', (edge, { info }) => {
    expect(info.buckets).toContain(edge);
  });
});

test('each job asks what answers it, every 15 s', () => {
  const told = jobs(maintenance, { interval: '15s', timeout: '10s' }).map(
    ({ job_name, scrape_interval = '15s', metrics_path = '/metrics', static_configs }) =>
      [job_name, scrape_interval, ...static_configs.flatMap(({ targets }) => targets), metrics_path].join(
        ' ',
      ),
  );
  expect(told).toEqual([
    'api 15s api:8000 /metrics',
    'website 15s website:3000 /api/metrics',
    'postgres 15s postgres-exporter:9187 /metrics',
    'node 15s node-exporter:9100 /metrics',
    'elasticsearch 15s elasticsearch-exporter:9114 /metrics',
  ]);
});

test.each([
  ['API Performance', ['Response Time', 'Request Count', 'Error Rate', 'Resource Usage']],
  [
    'Website Performance',
    [
      ...['Page Load', 'User Behaviour', 'Errors', 'Resource Usage'],
      ...['Session Time', 'Bounce Rate', 'Lighthouse Performance', 'Speed Index', 'Bundle', 'Images'],
    ],
  ],
  [
    'Database Performance',
    ['Query Performance', 'Connections', 'Resource Usage', 'Replication Lag', 'Query Time'],
  ],
])(
  'the dashboard %s has the four panels of its page, and what else its documents ask for',
  (title, wanted) => {
    const shown = maintenance.dashboards.find((dashboard) => dashboard.title === title);
    expect(panelsIn(shown?.panels ?? []).map((panel) => panel.title)).toEqual(expect.arrayContaining(wanted));
  },
);

test.each([
  'DatabaseDown',
  'DatabaseConnectionsExhausted',
  'TooManyConnections',
  'SlowDatabaseQueries',
  'HostDiskBusy',
  'ElasticsearchDown',
  'ElasticsearchClusterRed',
  'ElasticsearchDiskWatermark',
  'NoLogsArriving',
])('Database Performance draws by hand what %s watches, over time', (alert) => {
  const shown = maintenance.dashboards.find(({ title }) => title === 'Database Performance');
  const panels = panelsIn(shown?.panels ?? []).filter(({ key }) => !key.startsWith('alert-'));
  const drawn = panels.flatMap(drawnAlerts(alertsOf(maintenance)));
  expect(drawn.map(({ name }) => name)).toContain(alert);
});

test('response times are drawn as their average, p95 and p99', () => {
  const [shown] = maintenance.dashboards;
  const times = panelsIn(shown?.panels ?? []).find(({ title }) => title === 'Response Time');
  expect(times?.queries.map(({ legend, expr }) => [legend, inline(expr).split('(')[1]])).toEqual([
    ['average', 'rate'],
    ['p95', '0.95, sum by '],
    ['p99', '0.99, sum by '],
  ]);
});

test('what machines ask, scrapes and health checks, is no request of people', () => {
  const errors = alerts.find(({ name }) => name === 'HighErrorRate');
  expect(errors && inline(errors.expr)).toContain('endpoint!~"/health|/metrics"');
});

test('logs are missed where Filebeat sends them', () => {
  const silence = alerts.find(({ name }) => name === 'NoLogsArriving');
  expect(silence && inline(silence.expr)).toContain(
    String.raw`index=~"\\.ds-(logs-api-default|logs-website-default)-\\d+\\.\\d+\\.\\d+-\\d+"`,
  );
});

describe('who is told', () => {
  const told = (name: string) =>
    alerts
      .filter((alert) => alert.name === name)
      .flatMap((alert) => ways(maintenance.routing, alertLabels(maintenance, alert)).flat())
      .flatMap((receiver) => maintenance.routing.receivers[receiver] ?? [])
      .map((integration) => address(integration));

  test('of a warning is #alerts', () => {
    expect(told('HostCpuHigh')).toEqual(['Slack #alerts']);
  });

  test('of what is critical is mail and the SMS gateway too', () => {
    expect(told('HighErrorRate')).toEqual([
      'Slack #alerts',
      'E-mail oncall@maintenance.example',
      'Webhook maintenance-sms',
    ]);
  });

  test('is told by group, wait, interval and repeat of the page', () => {
    expect(maintenance.routing.route).toMatchObject({
      groupBy: ['alertname'],
      groupWait: '30s',
      groupInterval: '5m',
      repeatInterval: '4h',
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import { alertsOf } from '#application/application.js';
import { sogangcomputerclub } from '../../apps/sogangcomputerclub/index.js';
import { fastapiMetrics } from '../../apps/sogangcomputerclub/metrics.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { panelsIn, rowsIn } from '#dashboards/row.js';
import { jobs } from '#hosts/prometheus/job.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { inline } from '#promql/expr/inline.js';
import { print } from '#promql/expr/print.js';
import { humanize } from '#promql/unit/humanize.js';
import { isOwn } from '#alerts/rule/rule.js';

const alerts = alertsOf(sogangcomputerclub);

describe('the alert', () => {
  const page = [
    ['ServiceDown', '< 50%', 'critical'],
    ['TargetDown', '<= 50%', 'warning'],
    ['HighErrorRate', '> 5%', 'critical'],
    ['HighLatency', '> 2s', 'warning'],
    ['DatabaseDown', '== 0', 'critical'],
    ['RedisDown', '== 0', 'critical'],
    ['NginxDown', '== 0', 'critical'],
    ['DatabasePoolExhausted', '> 90%', 'critical'],
    ['HostDiskSpaceLow', '< 10%', 'critical'],
    ['HostMemoryHigh', '> 90%', 'warning'],
  ] as const;

  test.each(page)('%s fires at %s and is %s', (name, ...wanted) => {
    const told = alerts
      .filter(isOwn)
      .filter((alert) => alert.name === name)
      .map(({ condition: { operator, limit }, severity }) => [`${operator} ${humanize(limit)}`, severity]);
    expect(told).toEqual([wanted]);
  });

  test('is one of these, and there is no other', () => {
    expect(alerts.map(({ name }) => name)).toEqual(page.map(([name]) => name));
  });

  test('on the database pool holds its connections against 30', () => {
    const pool = alerts.find(({ name }) => name === 'DatabasePoolExhausted');
    expect(pool && print(pool.expr)).toBe(
      'max by (instance) (last_over_time(fastapi_active_connections{namespace="sogangcomputerclub"}[2m])) / 30 > 0.9',
    );
  });

  test('on 5xx reads them in the label status_code', () => {
    const errors = alerts.find(({ name }) => name === 'HighErrorRate');
    expect(errors && print(errors.expr)).toContain('status_code=~"5.."');
  });
});

test('FastAPI exports what the page says', () => {
  const exported: readonly AnyMetric[] = Object.values<AnyMetric>(fastapiMetrics);
  expect(
    Object.fromEntries(
      exported.map(({ info }) => [info.name, `${info.kind} ${info.ownLabels.join()}`.trim()]),
    ),
  ).toEqual({
    fastapi_requests_total: 'counter method,endpoint,status_code',
    fastapi_request_duration_seconds: 'histogram method,endpoint',
    memo_total: 'gauge',
    fastapi_active_connections: 'gauge',
  });
});

test('each job asks the service that answers it, every 15 s, FastAPI every 5 s', () => {
  const told = jobs(sogangcomputerclub, { interval: '15s', timeout: '10s' }).map(
    ({ job_name, scrape_interval = '15s', static_configs }) =>
      [job_name, scrape_interval, ...static_configs.flatMap(({ targets }) => targets)].join(' '),
  );
  expect(told).toEqual([
    'fastapi 5s fastapi:8000',
    'redis 15s redis-exporter:9121',
    'postgres 15s postgres-exporter:9187',
    'nginx 15s nginx-exporter:9113',
    'node 15s node-exporter:9100',
  ]);
});

/** Where a panel draws limits, and in which colours. */
const linesOf = (panel: Panel | undefined): readonly string[] =>
  (panel?.drawing.lines ?? []).map(({ color, limit }) => `${color} ${humanize(limit)}`);

describe('the dashboard', () => {
  const [shown, ...others] = sogangcomputerclub.dashboards;

  test('is the only one', () => {
    expect([shown?.title, others]).toEqual(['FastAPI Application Metrics', []]);
  });

  test('has the five panels of its page', () => {
    expect(panelsIn(shown?.panels ?? []).map(({ kind, title }) => `${kind} ${title}`)).toEqual(
      expect.arrayContaining([
        'timeseries Request Rate',
        'timeseries Request Duration',
        'gauge Total Requests per Second',
        'piechart Response Status Codes',
        'timeseries Requests by Endpoint',
      ]),
    );
  });

  test('draws failures over time, in red, with the limit at which somebody is told', () => {
    const errors = panelsIn(shown?.panels ?? []).find(({ title }) => title === 'Error Rate');
    expect([errors?.queries.map(({ color }) => color), linesOf(errors)]).toEqual([['red'], ['red 5%']]);
  });

  test.each([
    ['Scrapes of the Application', ['red 50%']],
    ['Scrapes of Exporters', ['yellow 50%']],
  ])('%s are drawn as grave as their loss is: %j', (title, lines) => {
    expect(linesOf(panelsIn(shown?.panels ?? []).find((each) => each.title === title))).toEqual(lines);
  });

  test('draws request durations as p95 and p50', () => {
    const durations = panelsIn(shown?.panels ?? []).find(({ title }) => title === 'Request Duration');
    expect(durations?.queries.map(({ legend, expr }) => [legend, inline(expr).slice(0, 24)])).toEqual([
      ['p95', 'histogram_quantile(0.95,'],
      ['p50', 'histogram_quantile(0.5, '],
    ]);
  });

  test('has rows of what is behind, by what fails first', () => {
    const rows = rowsIn(shown?.panels ?? []).map(({ title }) => title);
    const wanted = ['Backends', 'Database Pool', 'Host', 'PostgreSQL', 'Redis', 'nginx', 'Scrapes', 'Memos'];
    expect(rows.filter((each) => wanted.includes(each))).toEqual(wanted);
  });

  test('takes the greatest of the memos that workers report, not their sum', () => {
    const memos = panelsIn(shown?.panels ?? []).find(({ title }) => title === 'Memos');
    expect(memos?.queries.map(({ expr }) => print(expr))).toEqual([
      'max(memo_total{namespace="sogangcomputerclub"})',
    ]);
  });
});

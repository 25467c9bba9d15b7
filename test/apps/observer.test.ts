import { describe, expect, test } from '@jest/globals';
import { alertsOf, serviceScrapesOf } from '#application/application.js';
import { observer } from '../../apps/observer/index.js';
import { observerMetrics } from '../../apps/observer/metrics.js';
import { print } from '#promql/expr/print.js';
import { panelsIn } from '#dashboards/row.js';
import { selectors } from '#promql/expr/ast.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { humanize } from '#promql/unit/humanize.js';
import { isOwn } from '#alerts/rule/rule.js';

const alerts = alertsOf(observer);

describe('the alert', () => {
  const page = [
    ['ObserverPodRestarting', '>= 2', '1m', 'warning', 'observer'],
    ['ObserverHighErrorRate', '> 5%', '5m', 'critical', 'observer'],
    ['ObserverNoDataWritten', '== 0', '2m', 'warning', 'observer'],
    ['ObserverPVCAlmostFull', '> 85%', '5m', 'warning', 'observer'],
    ['ObserverDatabaseDown', '== 0', '2m', 'critical', 'database'],
    ['ObserverHighMemoryUsage', '> 90%', '5m', 'warning', 'observer'],
    ['ObserverHighLatency', '> 5s', '5m', 'warning', 'observer'],
    ['ObserverNoActiveConnections', '== 0', '5m', 'warning', 'observer'],
    ['TargetDown', '<= 50%', '4m', 'warning', 'observer'],
    ['PlatformMetricsMissing', '== 1', '5m', 'warning', 'observer'],
  ] as const;

  test.each(page)('%s fires at %s for %s, is %s and concerns the %s', (name, ...wanted) => {
    const told = alerts
      .filter(isOwn)
      .filter((alert) => alert.name === name)
      .map(({ condition: { operator, limit }, for: hold, severity, component }) => [
        `${operator} ${humanize(limit)}`,
        hold,
        severity,
        component ?? observer.name,
      ]);
    expect(told).toEqual([wanted]);
  });

  test('is one of these, and there is no other', () => {
    expect(alerts.map(({ name }) => name).sort()).toEqual(page.map(([name]) => name).sort());
  });

  test.each(alerts.map((alert) => [alert.name, alert] as const))(
    '%s reads production alone',
    (_, { expr }) => {
      // Without any matcher it is asked only whether kube-state-metrics is there at all.
      const namespaces = selectors(expr)
        .filter(({ matchers }) => matchers.length > 0)
        .map(({ matchers }) => {
          const { operator, value } = matchers.find(({ label }) => label === 'namespace') ?? {};
          return `${operator}${value}`;
        });
      expect([...new Set(namespaces)]).toEqual(['=observer-prod']);
    },
  );
});

describe('it exports', () => {
  const exported: readonly AnyMetric[] = Object.values<AnyMetric>(observerMetrics);

  test('what its page says', () => {
    const told = exported.map(({ info }) => [info.name, `${info.kind} ${info.ownLabels.join()}`.trim()]);
    expect(Object.fromEntries(told)).toEqual({
      observer_http_requests_total: 'counter method,endpoint,status',
      observer_http_request_duration_seconds: 'histogram method,endpoint',
      observer_active_connections: 'gauge',
      observer_jsonl_files_written_total: 'counter track',
    });
  });

  test('durations in buckets of which the last finite one is 10 s', () => {
    expect(observerMetrics.duration.info.buckets?.at(-1)).toBe(10);
  });

  test('files of two tracks', () => {
    expect(observerMetrics.filesWritten.info.values['track']).toEqual(['swing', 'scalp']);
  });
});

describe('Prometheus scrapes', () => {
  test('it and the exporter of its database', () => {
    expect(
      serviceScrapesOf(observer).map(({ name, namespaces, port, path, interval, timeout }) =>
        [name, namespaces.join('+'), port, path, interval, timeout].join(' '),
      ),
    ).toEqual([
      'observer observer-prod+observer-staging http /metrics 30s 10s',
      'observer-postgres-exporter observer-prod metrics /metrics 30s 10s',
    ]);
  });

  test('its Service, by its label and its port', () => {
    expect(observer.services).toMatchObject([
      { name: 'observer', labels: { app: 'observer' }, ports: { http: { port: 8000 } } },
    ]);
  });
});

test('the exporter asks its database', () => {
  expect(observer.exporters).toMatchObject([
    {
      name: 'observer-postgres-exporter',
      namespace: 'observer-prod',
      environment: { DATA_SOURCE_URI: 'observer-db:5432/observer?sslmode=disable' },
    },
  ]);
});

test('the release whose Prometheus selects its objects is `prometheus`', () => {
  expect(observer.release).toBe('prometheus');
});

describe('the dashboard', () => {
  const [shown, ...others] = observer.dashboards;
  const panels = panelsIn(shown?.panels ?? []);

  test('is the only one', () => {
    expect([shown?.title, others]).toEqual(['Observer Production Monitoring', []]);
  });

  test('has the eight panels that its page names, and no other of their names', () => {
    const named = [
      'timeseries HTTP Request Rate',
      'timeseries HTTP Error Rate',
      'gauge PVC Usage',
      'stat Active WebSocket Connections',
      'timeseries Memory Usage',
      'timeseries HTTP Request Latency (P95)',
      'stat JSONL Files Written',
      'table Pod Status',
    ];
    const told = panels.map(({ kind, title }) => `${kind} ${title}`);
    expect(named.filter((each) => !told.includes(each))).toEqual([]);
  });

  test('draws each of its own alerts over time, with its limit', () => {
    const own = alertsOf(observer).filter(({ name }) => name.startsWith('Observer'));
    const isDrawn = (name: string): boolean =>
      panels.some(
        ({ kind, drawing }) =>
          kind === 'timeseries' &&
          drawing.lines.length > 0 &&
          drawing.alerts.some((each) => each.name === name),
      );
    expect(own.filter(({ name }) => !isDrawn(name)).map(({ name }) => name)).toEqual([]);
  });

  test('tells how many files each track writes a minute', () => {
    const [query] = panels.find(({ title }) => title === 'JSONL Files Written per Minute')?.queries ?? [];
    expect(query && print(query.expr)).toBe(
      'sum by (track) (rate(observer_jsonl_files_written_total{namespace="$namespace"}[$__rate_interval])) * 60',
    );
  });

  test.each([
    ['HTTP Error Rate', ['red 5%']],
    ['PVC Usage', ['yellow 85%']],
    ['PostgreSQL Up', ['red 0']],
    ['JSONL Files Written in 10 minutes', ['yellow 0']],
    ['Active WebSocket Connections Over Time', ['yellow 0']],
    ['Memory of Limit', ['yellow 90%']],
    ['Restarts', ['yellow 2']],
    ['HTTP Request Latency (P95)', ['yellow 5s']],
  ])('%s has lines at %j', (title, wanted) => {
    const lines = panels.find((panel) => panel.title === title)?.drawing.lines ?? [];
    expect(lines.map(({ color, limit }) => `${color} ${humanize(limit)}`)).toEqual(wanted);
  });

  test('refreshes every 30 s, in the time zone of Seoul', () => {
    expect([shown?.refresh, shown?.timezone]).toEqual(['30s', 'Asia/Seoul']);
  });

  test('has the namespace as its variable', () => {
    expect(shown?.variables.map(({ variable }) => variable)).toEqual(['namespace']);
  });
});

describe('whoever is told', () => {
  const { receivers, route, resolveTimeout } = observer.routing;

  test('is told in Slack, what resolved too, by a URL from a Secret', () => {
    expect(receivers).toMatchObject({
      slack: [
        {
          integration: 'slack',
          channel: '#observer-alerts',
          url: { name: 'observer-slack', key: 'url' },
          sendResolved: true,
        },
      ],
    });
  });

  test('is told in groups by name and severity, within 10 s and again after 12 hours', () => {
    expect(route).toMatchObject({
      groupBy: ['alertname', 'severity'],
      groupWait: '10s',
      groupInterval: '10s',
      repeatInterval: '12h',
    });
  });

  test('hears that an alert resolved 5 minutes after the last word of it', () => {
    expect(resolveTimeout).toBe('5m');
  });
});

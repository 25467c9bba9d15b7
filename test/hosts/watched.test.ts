import { describe, expect, test } from '@jest/globals';
import { leftOut, override } from '#alerts/rule/pack.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { alertsOf, scrapesOf } from '#application/application.js';
import { runningIn } from '#synth/estate/running.js';
import { host } from '#application/host/host.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { Application as Chart } from '#constructs/application.js';
import { print } from '#promql/expr/print.js';
import { synthesize } from '#synth/synthesize.js';
import { shop } from '../synth/estate/shop.js';
import { render, textOf } from './rendered.js';
import { inProduction } from '../place.js';

const described = shop({ place: dockerCompose('shop') });
const own = alertsOf(described).map(({ name }) => name);
const added = (on = host(described)) => alertsOf(on.application).filter(({ name }) => !own.includes(name));

describe('a host watches its own monitoring (mistake 80):', () => {
  test('by alerts that nobody had to ask for', () => {
    expect(added().map(({ name }) => name)).toEqual([
      'MonitoringDown',
      'NotificationsFailing',
      'AlertsDropped',
      'RulesFailing',
      'PrometheusConfigurationRejected',
      'AlertmanagerConfigurationRejected',
      'PrometheusStorageFailing',
    ]);
  });

  test('by alerts that read only what is scraped there', () => {
    expect(render(host(described)).files['README.md']).not.toContain('## Not on a host');
  });

  test('as often as most of what it scrapes', () => {
    const { application } = host(described);
    expect(new Set(scrapesOf(application).map(({ interval }) => interval))).toEqual(new Set(['30s']));
  });

  test('in commands of the project of its monitoring', () => {
    const [, failing] = added();
    expect(failing?.runbook?.en?.check).toContain(
      'docker compose -p shop-monitoring logs --since=1h alertmanager',
    );
  });

  test('by alerts that may be changed', () => {
    const changed = host(described, {
      watchers: (alerts) =>
        override(alerts, { alertsDropped: leftOut, rulesFailing: { severity: 'warning' } }),
    });
    expect(added(changed).map(({ name, severity }) => `${name} ${severity}`)).toEqual([
      'MonitoringDown warning',
      'NotificationsFailing critical',
      'RulesFailing warning',
      'PrometheusConfigurationRejected warning',
      'AlertmanagerConfigurationRejected warning',
      'PrometheusStorageFailing critical',
    ]);
  });

  test('and nobody else: its manifests have none of it', () => {
    const manifests = [
      ...synthesize([{ place: '', make: (app) => new Chart(app, described) }]).values(),
    ].join('\n');
    expect(manifests).not.toMatch(/alertmanager_|prometheus_|MonitoringDown/);
  });
});

test('what fails is told, by whatever way is left', () => {
  const [, failing] = added();
  expect([failing?.severity, failing && print(failing.expr)]).toEqual([
    'critical',
    expect.stringContaining(
      'increase(alertmanager_notifications_failed_total{namespace="shop-prod", service="alertmanager"}[15m])',
    ),
  ]);
});

test('the estate is proven, and has its runbooks, as it runs', () => {
  const bakery = shop({}, 'bakery');
  const on = host(described);
  expect(runningIn(inProduction([bakery, described], [on]))).toEqual([bakery, on.application]);
});

test.each(['prometheus', 'alertmanager'])('no scrape of the application may be called %s', (name) => {
  const server = service(name, { namespaces: ['shop-prod'], labels: { app: name }, ports: { http: 80 } });
  const scrapes = [scrape(server, { port: 'http', interval: '30s', metrics: [] })];
  expect(() => host(shop({ scrapes, services: [server] }))).toThrow(
    `scrapes.${name}: its job is ${name}, by which Prometheus scrapes`,
  );
});

test('rules of the monitoring have a file of their own', () => {
  expect(textOf(render(host(described)).files, 'rules/shop-monitoring.yml')).toContain(
    'alert: NotificationsFailing',
  );
});

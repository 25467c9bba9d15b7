import { describe, expect, test } from '@jest/globals';
import { group } from '#alerts/rule/group.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { called } from '#alerts/text/subject.js';
import { watcherAlerts } from '#alerts/watchers.js';
import { kubernetes, monitoring } from '#application/platform.js';
import { alertmanagerMetrics } from '#metrics/alertmanager.js';
import { prometheusMetrics, scrapeMetrics } from '#metrics/prometheus.js';
import { narrowed } from '#promql/metric/catalog.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { provesEveryAlert } from '../proof/proven.js';
import { recorded } from '../metrics/scrape.js';
import { shop, toSlack } from '../synth/estate/shop.js';
import { inProduction } from '../place.js';

const platform = { namespace: 'monitoring' };
const jobs = ['prometheus-kube-prometheus-prometheus', 'prometheus-kube-prometheus-alertmanager'] as const;
const alerts = watcherAlerts(
  called('Cluster'),
  {
    prometheus: narrowed(prometheusMetrics, platform),
    alertmanager: narrowed(alertmanagerMetrics, platform),
    scrapes: narrowed(scrapeMetrics, platform),
  },
  { jobs },
);
const watchers = group('watchers', { interval: '30s', packs: [alerts] });
const cluster = shop({
  platform: [kubernetes, ...monitoring],
  groups: [watchers],
  dashboards: [],
  routing: { ...toSlack(), unpaged: 'Slack is all that the shop has.' },
});

describe('on Kubernetes, alerts on the platform’s own monitoring (mistake 80)', () => {
  test('are held by every law, though they read another namespace than the application’s', () => {
    const { charts, laws } = synthesisOf(inProduction([cluster]));
    expect(() => synthesize(charts, laws)).not.toThrow();
  });

  test('look at its servers as its operator calls them', () => {
    expect(alerts.prometheusConfigurationRejected.runbook.en?.check).toContain(
      'kubectl -n monitoring exec service/prometheus-operated -c prometheus -- promtool check config /etc/prometheus/config_out/prometheus.env.yaml',
    );
  });

  provesEveryAlert([watchers], { application: 'cluster', namespace: 'shop-prod', language: 'en' });
});

describe('who is paged', () => {
  const severities = (of: Readonly<Record<string, AlertRule>>) =>
    Object.fromEntries(Object.values(of).map(({ name, severity }) => [name, severity]));

  test('is paged by what makes others blind or mute, and told in time of what still works', () => {
    expect(severities(alerts)).toEqual({
      MonitoringDown: 'warning',
      NotificationsFailing: 'critical',
      AlertsDropped: 'warning',
      RulesFailing: 'critical',
      PrometheusConfigurationRejected: 'warning',
      AlertmanagerConfigurationRejected: 'warning',
      PrometheusStorageFailing: 'critical',
    });
  });
});

test('Alertmanager counts what fails of each integration from the start, so that no first failure is missed', () => {
  const failed = recorded('alertmanager_0.25').get('alertmanager_notifications_failed_total');
  expect(failed?.series).toEqual(
    expect.arrayContaining(
      ['slack', 'email', 'pagerduty', 'webhook'].map((integration) => ({ integration })),
    ),
  );
});

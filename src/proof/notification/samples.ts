import type { Notification, ToldAlert } from './notification.js';

/** A notification, and what is special about it. */
export interface Sample {
  readonly when: string;
  readonly notification: Notification;
}

const startsAt = new Date('2026-06-14T18:12:00Z');
const endsAt = new Date('2026-06-14T18:47:12.345Z');
const resolved = (alert: ToldAlert): ToldAlert => ({ ...alert, endsAt });

const named = (alertname: string, severity: 'critical' | 'warning', instance: string): ToldAlert => ({
  labels: {
    alertname,
    severity,
    application: 'shop',
    namespace: 'shop-prod',
    component: 'web',
    instance,
  },
  annotations: {
    summary: `${instance} answers 7.2% of its requests with 5xx`,
    description: `Under 5% is well & <this> is not: "${instance}".`,
    runbook_url: `https://runbooks.example.org/shop/${alertname}`,
    dashboard_url: 'https://grafana.example.org/d/shop?var-namespace=shop-prod&from=now-1h',
  },
  startsAt,
});
/** As alerts of others may be: no severity, no annotations, hardly a label. */
const bare: ToldAlert = { labels: { alertname: 'Bare' }, annotations: {}, startsAt };

const critical = named('HighErrorRate', 'critical', 'web-1');
const warning = named('HighLatency', 'warning', 'web-2');

/** More than any message of the project writes out, of several names, complete and bare. */
const many = Array.from({ length: 60 }, (_, i) =>
  i % 3 === 0 ? bare : named(`Alert${i % 5}`, i % 2 === 0 ? 'critical' : 'warning', `web-${i}`),
);

const groupBy = ['alertname', 'namespace'];

/**
 * Notifications over which every branch of a template is run that anybody would write: what fires and what is resolved, critical
 * and not, one and many, with labels and annotations in common and without.
 */
export const samples: readonly [Sample, ...Sample[]] = [
  { when: 'a critical alert fires', notification: { alerts: [critical], groupBy } },
  { when: 'a warning is resolved', notification: { alerts: [resolved(warning)], groupBy } },
  {
    when: 'many fire and many are resolved',
    notification: { alerts: [bare, ...many, ...many.map(resolved)] },
  },
  {
    when: 'alerts of others fire and are resolved',
    notification: { alerts: [bare, resolved({ ...bare, labels: { alertname: 'Barer' } })] },
  },
];

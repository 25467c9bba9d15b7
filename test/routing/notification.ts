import type { Notification, ToldAlert } from '#proof/notification/notification.js';

const observed = {
  alertname: 'ObserverHighErrorRate',
  severity: 'critical',
  application: 'observer',
  namespace: 'observer-prod',
};
const annotations = {
  summary: '요청의 7.2%가 5xx입니다',
  description: '5분 동안 <5% 여야 합니다 & 지금은 아닙니다',
  runbook_url: 'https://runbooks.example.org/observer#ObserverHighErrorRate',
  dashboard_url: 'https://grafana.example.org/d/observer?var-namespace=observer-prod&from=now-1h',
};

/** An alert of Observer that fires, with further labels, and with annotations of its own if given. */
export const alert = (
  labels: Readonly<Record<string, string>> = {},
  own: Readonly<Record<string, string>> = annotations,
): ToldAlert => ({
  labels: { ...observed, ...labels },
  annotations: own,
  startsAt: new Date('2026-06-14T18:12:00Z'),
});

export const pod = (name: string): ToldAlert => alert({ pod: name });
export const resolved = (told: ToldAlert): ToldAlert => ({
  ...told,
  endsAt: new Date('2026-06-14T18:47:12.345Z'),
});

/** What one message tells, grouped as a route of Observer does. */
export const notification = (...alerts: Notification['alerts']): Notification => ({
  alerts,
  groupBy: ['severity', 'namespace'],
});

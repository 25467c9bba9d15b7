import type { Notification, ToldAlert } from '#proof/notification/notification.js';

const startsAt = new Date('2026-06-14T18:12:00Z');
const endsAt = new Date('2026-06-14T18:47:12Z');

const told = (
  alertname: string,
  severity: 'critical' | 'warning',
  more: object,
  says: object,
): ToldAlert => ({
  labels: { alertname, severity, application: 'shop', namespace: 'shop-prod', ...more },
  annotations: { ...says },
  startsAt,
});

/** Twenty warnings, and the one critical alert, which Alertmanager has last: it goes by labels, H before S. */
export const storm: Notification = {
  alerts: [
    told('HighLatency', 'warning', { path: '/0' }, { summary: 'Path 0 is slow' }),
    ...Array.from({ length: 19 }, (_, i) =>
      told('HighLatency', 'warning', { path: `/${i + 1}` }, { summary: `Path ${i + 1} is slow` }),
    ),
    told('ServiceDown', 'critical', {}, { summary: 'Shop is down' }),
  ],
  groupBy: ['application'],
};

/** More than any message of a bounded service writes out. */
const last = 24;

/** As many alerts, firing and resolved, with every label and text `size` times the same character. */
export const flood = (fill: string, size: number): Notification => {
  const long = fill.repeat(size);
  const alert = (i: number): ToldAlert => {
    const labels = Object.fromEntries(Array.from({ length: 4 }, (_, n) => [`label_${n}`, `${i}${long}`]));
    const url = `https://example.org/?${long}`;
    return told(
      i === last ? `Z${long}` : `A${i}${long}`,
      i === last ? 'critical' : 'warning',
      { ...labels, namespace: long, application: long, component: long },
      { summary: long, description: long, runbook_url: url, dashboard_url: url },
    );
  };
  const [first, ...others] = [alert(0), ...Array.from({ length: last }, (_, i) => alert(i + 1))] as const;
  const resolved = [first, ...others].map((each) => ({ ...each, endsAt }));
  return { alerts: [first ?? alert(0), ...others, ...resolved], groupBy: ['application', 'namespace'] };
};

import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';

/**
 * What an Alertmanager exports about itself. Alertmanager 0.25 to 0.34; from 0.26 on failed notifications have a label `reason` too,
 * https://github.com/prometheus/alertmanager/blob/main/CHANGELOG.md. Each kind of integration is there from the start, at 0.
 */
export const alertmanagerMetrics = catalog({
  configReloaded: gauge('alertmanager_config_last_reload_successful', {
    help: 'Whether the last reload of the configuration succeeded',
    unit: 'boolean',
  }),
  alertsReceived: counter('alertmanager_alerts_received_total', {
    help: 'Alerts taken from Prometheus',
    labels: ['status'],
    values: { status: ['firing', 'resolved'] },
  }),
  alertsInvalid: counter('alertmanager_alerts_invalid_total', { help: 'Alerts that were no alerts' }),
  notifications: counter('alertmanager_notifications_total', {
    help: 'Notifications that were to be sent',
    labels: ['integration'],
  }),
  notificationsFailed: counter('alertmanager_notifications_failed_total', {
    help: 'Notifications given up, after all attempts',
    labels: ['integration'],
  }),
});

import {
  type Application,
  application,
  called,
  dashboard,
  group,
  leftOut,
  narrowed,
  override,
  ownRouting,
  percent,
  count,
  secret,
} from 'cheomseong';
import { licenceAlerts } from './licence/alerts.js';
import { licenceExporter } from './licence/exporter.js';
import { licenceMetrics } from './licence/metrics.js';
import { licencePanels } from './licence/panels.js';
import { seatsUsed } from './licence/recorded.js';
import { nomad } from './nomad.js';
import { webex } from './webex.js';

const metrics = narrowed(licenceMetrics, { namespace: 'licences' });
const pack = licenceAlerts(called('Licences', nomad), metrics, { used: percent(90), days: count(30) });

/** Alerts of the pack as this team has them: earlier than usual, and nobody is told of the end, which the buyers watch. */
export const alerts = override(pack, {
  seatsRunOut: { limit: percent(80), severity: 'critical' },
  licenceExpires: leftOut,
});

/** An application in which everything is of its users' own making. */
export const licences: Application = application('licences', {
  title: 'Licences',
  language: 'en',
  namespace: 'licences',
  place: nomad,
  exporters: [
    licenceExporter({
      namespace: 'licences',
      server: 'licence.service.consul:8090',
      token: secret('licence-server', 'token'),
    }),
  ],
  groups: [group('licences', { interval: '30s', records: [seatsUsed(metrics)], packs: [alerts] })],
  dashboards: [
    (about) =>
      dashboard('Licences', {
        ...about,
        description: 'Whether there are seats for everybody.',
        panels: licencePanels(metrics, alerts),
      }),
  ],
  routing: ownRouting({
    receivers: {
      buyers: webex({ roomId: 'Y2lzY29zcGFyazovL3VzL1JPT00vbGljZW5jZXM', token: secret('webex', 'token') }),
    },
    route: { receiver: 'buyers', groupBy: ['alertname'] },
    unpaged: 'Nobody works at night.',
  }),
  runbook: (alert) => `https://wiki.example.org/licences/${alert}`,
});

import { application } from '#application/application.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { secret } from '#ground/secret.js';
import { ownRouting } from '#application/own-routing.js';
import { slack } from '#routing/receiver/slack.js';
import { clinicGroup, clinicMetrics } from './clinic.js';

const records = service('clinic', {
  namespaces: ['clinic'],
  labels: { app: 'clinic' },
  ports: { metrics: 9100 },
});

/** The clinic, with what it had and no alert of its own. */
export const clinic = application('clinic', {
  title: 'Clinic',
  language: 'en',
  namespace: 'clinic',
  services: [records],
  scrapes: [scrape(records, { port: 'metrics', interval: '30s', metrics: [clinicMetrics] })],
  severities: { page: 'critical', info: 'none' },
  groups: [clinicGroup],
  routing: ownRouting({
    receivers: { oncall: slack({ url: secret('clinic-slack', 'url'), channel: '#clinic' }) },
    route: { receiver: 'oncall', groupBy: ['alertname'] },
    unpaged: 'Slack is all that the clinic has.',
  }),
  runbook: (alert) => `https://runbooks.example.org/clinic/${alert}`,
});

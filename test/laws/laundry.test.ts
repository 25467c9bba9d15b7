import { expect, test } from '@jest/globals';
import { celeryAlerts } from '#alerts/celery.js';
import { celeryQueueAlerts } from '#alerts/celery-queues.js';
import { httpAlerts } from '#alerts/http.js';
import { group } from '#alerts/rule/group.js';
import { called } from '#alerts/text/subject.js';
import { application } from '#application/application.js';
import { celeryExporter } from '#application/exporter/celery.js';
import { host } from '#application/host/host.js';
import { ownRouting } from '#application/own-routing.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { runbookOf } from '../readme/runbooks.js';
import { celeryPanels, celeryQueuePanels } from '#dashboards/celery.js';
import { dashboard } from '#dashboards/dashboard.js';
import { httpPanels } from '#dashboards/http.js';
import { secret } from '#ground/secret.js';
import { laws } from '#laws/laws.js';
import { celeryExporterMetricsWith } from '#metrics/celery-exporter.js';
import { fastapiInstrumentatorMetrics } from '#metrics/fastapi-instrumentator.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { narrowed } from '#promql/metric/catalog.js';
import { count, percent, seconds } from '#promql/unit/limit.js';
import { slack } from '#routing/receiver/slack.js';
import { composeOf } from '../hosts/compose/compose-file.js';
import { render } from '../hosts/rendered.js';
import { objectsOf } from '../synth/estate/objects.js';

const here = { namespace: 'laundry' } as const;
const name = called('Laundry');
const buckets = [1, 5, 30, 60];
const exporter = 'laundry-celery-exporter';
const ofExporter = { ...here, service: exporter };
const queues = ['wash', 'iron'] as const;

const http = narrowed(fastapiInstrumentatorMetrics, here);
const celery = {
  ...narrowed(celeryExporterMetricsWith(buckets), ofExporter),
  task: 'name',
  exported: narrowed(scrapeMetrics, ofExporter),
} as const;
const requests = httpAlerts(name, http, { errors: percent(1), latency: seconds(1) });
const tasks = celeryAlerts(name, celery, { failures: percent(5), duration: seconds(30) });
const waiting = celeryQueueAlerts(name, celery, { queues, waiting: count(100) });

const web = service('laundry', {
  namespaces: [here.namespace],
  labels: { app: 'laundry' },
  ports: { http: 8000 },
});

/** FastAPI with prometheus-fastapi-instrumentator, and Celery with celery-exporter, as a team describes them. */
const laundry = application('laundry', {
  title: 'Laundry',
  language: 'en',
  ...here,
  services: [web],
  scrapes: [scrape(web, { port: 'http', interval: '30s', metrics: [fastapiInstrumentatorMetrics] })],
  exporters: [
    celeryExporter(exporter, {
      ...here,
      broker: 'redis',
      url: secret('laundry-celery', 'url'),
      queues,
      buckets,
    }),
  ],
  groups: [group('laundry', { interval: '30s', packs: [requests, tasks, waiting] })],
  dashboards: [
    (about) =>
      dashboard('Laundry', {
        ...about,
        description: 'Requests and tasks of the laundry.',
        panels: [
          ...Object.values(httpPanels(http, requests)),
          ...Object.values(celeryPanels(celery, tasks)),
          ...Object.values(celeryQueuePanels(celery, waiting)),
        ],
      }),
  ],
  routing: ownRouting({
    receivers: { oncall: slack({ url: secret('laundry-slack', 'url'), channel: '#laundry' }) },
    route: { receiver: 'oncall', groupBy: ['alertname'] },
    unpaged: 'Slack is all that the laundry has.',
  }),
  runbook: runbookOf,
});

test('such an application breaks no law', () => {
  expect(laws.flatMap((law) => law({ applications: [laundry], objects: [] }))).toEqual([]);
});

test('it is rendered for a cluster, with a ServiceMonitor of the exporter', () => {
  const monitors = objectsOf(laundry).filter(({ kind }) => kind === 'ServiceMonitor');
  expect(monitors.map(({ metadata }) => metadata.name)).toEqual(['laundry', exporter]);
});

test('and for a host, which runs the exporter', () => {
  const { files } = render(host(laundry));
  expect(composeOf(files, 'production').services[exporter]?.image).toMatch(/celery-exporter:\d/);
});

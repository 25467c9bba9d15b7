import { alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { group } from '#alerts/rule/group.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { application } from '#application/application.js';
import { ownRouting } from '#application/own-routing.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { secret } from '#ground/secret.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { gauge } from '#promql/metric/declare.js';
import { count } from '#promql/unit/limit.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { webhook } from '#routing/receiver/webhook.js';
import { runbookOf } from '../../apps/repository.js';

const metrics = catalog({ waiting: gauge('newcomer_jobs_waiting', { help: 'Jobs that wait' }) });
const { waiting } = narrowed(metrics, { namespace: 'newcomer' });
const worker = service('newcomer-worker', {
  namespaces: ['newcomer'],
  labels: { app: 'newcomer' },
  ports: { metrics: 9100 },
});

const jobsWait = alert('JobsWait', {
  limit: count(100),
  for: '10m',
  severity: 'warning',
  when: ({ limit }) => above(sum(value(waiting)), limit),
  says: {
    en: (is) => ({
      summary: `${is.value} jobs wait`,
      description: `For ${is.for} more than ${is.limit} jobs have waited. See first whether a worker is gone.`,
      meaning: `More than ${is.limit} jobs wait.`,
      impact: 'Results are late.',
      check: 'See by `kubectl get pods` which workers are missing.',
      action: 'Start more of them.',
    }),
  },
  proof: () => ({
    reading: {
      at: (jobs) => [holds(waiting, {}, jobs)],
      well: 3,
      when: (jobs) => `${jobs} jobs wait`,
      labels: {},
    },
  }),
});

export const newcomer = application('newcomer', {
  title: 'Newcomer',
  language: 'en',
  namespace: 'newcomer',
  services: [worker],
  scrapes: [scrape(worker, { port: 'metrics', interval: '30s', metrics: [metrics] })],
  groups: [group('newcomer', { interval: '30s', packs: [{ jobsWait }] })],
  routing: ownRouting({
    receivers: { bridge: webhook({ url: secret('newcomer-bridge', 'url') }) },
    route: { receiver: 'bridge' },
  }),
  runbook: runbookOf,
});

import {
  above,
  alert,
  application,
  catalog,
  count,
  gauge,
  group,
  holds,
  narrowed,
  ownRouting,
  scrape,
  secret,
  service,
  sum,
  value,
  webhook,
} from 'cheomseong';

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
});

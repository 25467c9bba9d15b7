import { alert, below, catalog, count, gauge, holds, narrowed, sum, value } from 'cheomseong';

const metrics = narrowed(catalog({ workers: gauge('shop_workers', { help: 'Workers that take orders' }) }), {
  namespace: 'shop',
});

export const tooFewWorkers = alert('TooFewWorkers', {
  limit: count(2),
  for: '5m',
  severity: 'warning',
  when: ({ limit }) => below(sum(value(metrics.workers)), limit),
  says: {
    en: (is) => ({
      summary: `Only ${is.value} workers are left`,
      description: `For ${is.for} only ${is.value} workers have been left (limit ${is.limit}). Look at the latest deployment first.`,
      meaning: `Fewer than ${is.limit} workers take orders.`,
      impact: 'Orders are late.',
      check: 'See by `kubectl get pods` which are missing.',
      action: 'Right after a deployment, roll back.',
    }),
  },
  proof: () => ({
    reading: {
      at: (workers) => [holds(metrics.workers, {}, workers)],
      well: 4,
      when: (workers) => `${workers} workers are left`,
      labels: {},
    },
  }),
});

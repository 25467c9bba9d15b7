import { catalog } from '#promql/metric/catalog.js';
import { counter, histogram } from '#promql/metric/declare.js';

/** What a Celery worker exports that counts and times its tasks with prometheus_client, under the names of ecoeco's workers. */
export const celeryMetrics = catalog({
  tasks: counter('celery_task_total', {
    help: 'Celery tasks that ended',
    labels: ['task', 'status'],
    values: { status: ['success', 'failure', 'retry'] },
  }),
  taskDuration: histogram('celery_task_duration_seconds', {
    help: 'Time that a Celery task took',
    labels: ['task'],
    buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 120, 300],
  }),
});

import { celeryAlerts } from '#alerts/celery.js';
import { tooManyRequestsInFlight } from '#alerts/concurrency/too-many-requests-in-flight.js';
import { httpAlerts } from '#alerts/http.js';
import { outsideApiAlerts } from '#alerts/outside-api.js';
import { group } from '#alerts/rule/group.js';
import { leftOut, override } from '#alerts/rule/pack.js';
import { latency } from '#alerts/slo/latency.js';
import { sloGroup } from '#alerts/slo/group.js';
import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import { webVitalAlerts } from '#alerts/web.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { counter, histogram } from '#promql/metric/declare.js';
import { not } from '#promql/metric/match.js';
import type { Buckets, Storage } from '#promql/metric/storage.js';
import { count, percent, seconds } from '#promql/unit/limit.js';

/** A histogram of these edges, stored so. */
const edged = (stored: Storage, buckets: readonly number[]): Buckets =>
  stored === 'native' ? { stored } : { stored, buckets };

/** What a bistro exports, with histograms stored so. */
export const bistroMetrics = (stored: Storage) =>
  catalog({
    requests: counter('bistro_requests_total', { help: 'Requests', labels: ['path', 'status'] }),
    duration: histogram('bistro_request_duration_seconds', {
      help: 'Time to answer',
      labels: ['path'],
      ...edged(stored, [0.1, 0.5, 1, 2.5, 5]),
    }),
    tasks: counter('bistro_task_total', {
      help: 'Runs of tasks',
      labels: ['task', 'status'],
      values: { status: ['success', 'failure', 'retry'] },
    }),
    taskDuration: histogram('bistro_task_duration_seconds', {
      help: 'How long tasks ran',
      labels: ['task'],
      ...edged(stored, [1, 5, 30, 60]),
    }),
    calls: counter('bistro_supplier_calls_total', {
      help: 'Calls of the supplier',
      labels: ['status'],
      values: { status: ['success', 'error'] },
    }),
    callDuration: histogram('bistro_supplier_call_duration_seconds', {
      help: 'Time that the supplier took',
      ...edged(stored, [1, 5, 10]),
    }),
    firstContentfulPaint: histogram('bistro_first_contentful_paint_seconds', {
      help: 'Time until something is seen',
      labels: ['page'],
      ...edged(stored, [0.5, 1.8, 3]),
    }),
    timeToInteractive: histogram('bistro_time_to_interactive_seconds', {
      help: 'Time until the page reacts',
      labels: ['page'],
      ...edged(stored, [1, 3.8, 7.3]),
    }),
  });

/** Each alert of a pack that reads a histogram, and a latency objective, over histograms that are stored so. */
export const bistro = (stored: Storage) => {
  const metrics = narrowed(bistroMetrics(stored), { namespace: 'bistro' });
  const subject = called('Bistro');
  const http = httpAlerts(
    subject,
    { ...metrics, duration: metrics.duration.where({ path: not('/health') }) },
    { errors: percent(5), latency: seconds(1) },
  );
  const slow = override(http, { highErrorRate: leftOut });
  const tasks = celeryAlerts(subject, metrics, { failures: percent(5), duration: seconds(30) });
  const supplier = outsideApiAlerts(
    subject,
    { requests: metrics.calls, duration: metrics.callDuration },
    { errors: percent(5), latency: seconds(5) },
  );
  const objective = slo('Latency', {
    application: 'bistro',
    subject,
    title: { ko: '응답 시간', en: 'Response time' },
    sli: latency(metrics.duration, seconds(0.5)),
    objective: percent(95),
    alerts: ['1h'],
    interval: '4m',
  });
  return {
    metrics,
    slow,
    objective,
    groups: [
      group('bistro', {
        interval: '30s',
        packs: [
          slow,
          override(tasks, { taskFailing: leftOut }),
          override(supplier, { outsideApiFailing: leftOut }),
          webVitalAlerts(subject, metrics, { fcp: seconds(1.8), tti: seconds(3.8) }),
          { inFlight: tooManyRequestsInFlight(subject, metrics, { most: count(20) }) },
        ],
      }),
      sloGroup(objective),
    ],
  };
};

import { celeryAlerts } from '#alerts/celery.js';
import { celeryQueueAlerts } from '#alerts/celery-queues.js';
import { httpAlerts } from '#alerts/http.js';
import { leftOut, override } from '#alerts/rule/pack.js';
import { prefixed } from '#alerts/rule/prefix.js';
import { group } from '#alerts/rule/group.js';
import { celeryExporterMetricsWith } from '#metrics/celery-exporter.js';
import { fastapiInstrumentatorMetrics } from '#metrics/fastapi-instrumentator.js';
import { processMetrics } from '#metrics/process.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { narrowed } from '#promql/metric/catalog.js';
import { count, percent, seconds } from '#promql/unit/limit.js';

const here = { namespace: 'laundry' };
const subject = { ko: '빨래방', en: 'Laundry' };

export const celery = {
  ...narrowed(celeryExporterMetricsWith([1, 5, 30, 60, 300]), here),
  task: 'name',
} as const;
export const http = narrowed(fastapiInstrumentatorMetrics, here);
const exported = narrowed({ ...scrapeMetrics, ...processMetrics }, here);
const limits = { failures: percent(10), duration: seconds('1m') };

/** What is exported as others have it: celery-exporter's counters for each state, prometheus-fastapi-instrumentator's hundreds. */
export const packs = {
  celery: celeryAlerts(subject, celery, limits),
  first: override(
    prefixed(
      'First',
      celeryAlerts({ ko: '빨래방 세탁', en: 'Laundry washing' }, { ...celery, exported }, limits),
    ),
    {
      taskSlow: leftOut,
    },
  ),
  queues: celeryQueueAlerts(subject, celery, { queues: ['wash', 'iron'], waiting: count(500) }),
  http: httpAlerts(subject, http, { errors: percent(5), latency: seconds(2) }),
  routes: prefixed(
    'Route',
    httpAlerts(
      subject,
      { requests: http.requests, duration: http.durationByRoute, by: ['handler'], exported },
      { errors: percent(5), latency: seconds(0.4) },
    ),
  ),
};

/** One group of them all. */
export const laundryGroup = group('laundry', { interval: '30s', packs: Object.values(packs) });

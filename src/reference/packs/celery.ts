import { celeryAlerts } from '#alerts/celery.js';
import { celeryQueueAlerts } from '#alerts/celery-queues.js';
import { celeryExporterMetricsWith } from '#metrics/celery-exporter.js';
import { narrowed } from '#promql/metric/catalog.js';
import { count, percent, seconds } from '#promql/unit/limit.js';
import { here, subject } from './shop.js';
import type { Packs } from './pack.js';

const celery = {
  ...narrowed(celeryExporterMetricsWith([1, 5, 30, 60, 300]), here),
  task: 'name',
} as const;

export const celeryPacks: Packs = {
  celeryAlerts: { ...celeryAlerts(subject, celery, { failures: percent(10), duration: seconds('1m') }) },
  celeryQueueAlerts: {
    ...celeryQueueAlerts(subject, celery, { queues: ['orders', 'photos'], waiting: count(500) }),
  },
};

import { inLanguage } from '#ground/language.js';
import { celeryAlerts } from '#alerts/celery.js';
import { httpAlerts } from '#alerts/http.js';
import type { Facts } from '#alerts/rule/facts.js';
import { called } from '#alerts/text/subject.js';
import { uploadFailed } from '#alerts/uploads/upload-failed.js';
import { celeryExporterMetrics } from '#metrics/celery-exporter.js';
import { counter } from '#promql/metric/declare.js';
import { percent, seconds } from '#promql/unit/limit.js';
import { canteenMetrics } from './canteen.js';

const subject = called('Canteen');
const limits = { errors: percent(5), latency: seconds(2) };
const http = { ...canteenMetrics, status: 'status_code' } as const;

const { highErrorRate } = httpAlerts(subject, { ...http, by: ['path'] }, limits);
const says = { value: '6%', limit: '5%', for: '5 minutes', window: '5 minutes' };
declare const facts: Facts<'ratio'>;
const told = inLanguage(highErrorRate.spec.says, 'en');
told({ ...says, labels: { path: '/menu' }, facts });
// @ts-expect-error It is told by the label `path`, which its sentences name.
told({ ...says, labels: {}, facts });

// @ts-expect-error The metrics have no label `region` to be told apart by.
httpAlerts(subject, { ...http, by: ['region'] }, limits);

// @ts-expect-error The status code is in `status_code`.
httpAlerts(subject, canteenMetrics, limits);

const uploads = counter('uploads_total', {
  help: 'Uploads',
  labels: ['bucket', 'status'],
  values: { status: ['done', 'failed'] },
});

// @ts-expect-error A failed upload has the status `failure`.
uploadFailed(subject, { uploads });

const runs = { failures: percent(10), duration: seconds(5) };
celeryAlerts(subject, { ...celeryExporterMetrics, task: 'name' }, runs);
// @ts-expect-error celery-exporter names the task in `name`.
celeryAlerts(subject, celeryExporterMetrics, runs);
// @ts-expect-error It has no label `job_name`.
celeryAlerts(subject, { ...celeryExporterMetrics, task: 'job_name' }, runs);

import { httpAlerts } from '../../alerts/http.js';
import { called } from '../../alerts/text/subject.js';
import { uploadAlerts } from '../../alerts/uploads.js';
import { counter } from '../../promql/metric/declare.js';
import { percent, seconds } from '../../promql/unit/limit.js';
import { canteenMetrics } from './canteen.js';

const subject = called('Canteen');
const limits = { errors: percent(5), latency: seconds(2) };
const http = { ...canteenMetrics, status: 'status_code' } as const;

httpAlerts(subject, { ...http, by: ['path'] }, limits).highErrorRate.spec.texts({
  value: '6%',
  limit: '5%',
  labels: { path: '/menu' },
});

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
uploadAlerts(subject, { uploads });

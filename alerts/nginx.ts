import type { Duration } from '../ground/duration.js';
import { nginxDown } from './nginx/nginx-down.js';
import type { NginxMetrics } from './nginx/signals.js';
import type { Subject } from './text/subject.js';

export { type NginxMetrics, nginxUp } from './nginx/signals.js';

/** An nginx that does not answer. */
export const nginxAlerts = (
  subject: Subject,
  metrics: NginxMetrics,
  { for: hold = '1m' }: { readonly for?: Duration } = {},
) => ({ nginxDown: nginxDown(subject, metrics, hold) });

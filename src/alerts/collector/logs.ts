import type { AnyMetric } from '#promql/metric/metric.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';

/**
 * Lines for a shell that show the log of a collector: of the Service to which its metrics are narrowed, as on a host where there is one; else of one
 * that a person chooses.
 */
export const collectorLogs = (
  subject: Subject,
  metric: AnyMetric,
  { which = 'collector', since }: { readonly which?: string; readonly since: string },
): readonly string[] => {
  const place = placeOf(subject);
  const known = place.exporterLogs(metric);
  return known.length > 0 ? known : place.agentLogs(metric, which, `--since=${since}`);
};

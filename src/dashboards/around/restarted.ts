import { perContainer, type ContainerLabel } from '#alerts/workload/containers.js';
import { type RestartMetrics, restarts } from '#alerts/workload/restarts.js';
import { type Mark, mark } from '#dashboards/mark.js';
import type { Gauge } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { positive } from '#promql/vector/compare.js';
import { value } from '#promql/vector/select.js';
import { and, unless } from '#promql/vector/set.js';

/** The metrics of kube-state-metrics that tell that containers restart, and why they ended. */
export interface EndMetrics extends RestartMetrics {
  readonly lastTerminated: Gauge<ContainerLabel | 'reason', 'boolean'>;
}

const window = '$__rate_interval';

/** Containers that the kernel killed last for want of memory. */
const killed = ({ lastTerminated }: EndMetrics) =>
  positive(max(value(lastTerminated.where({ reason: 'OOMKilled' })), perContainer));

const text = ({ pod, container }: Readonly<Record<ContainerLabel, string>>): string => `${pod} ${container}`;

/** Marks restarts of containers, but those by which the kernel took memory back. */
export const containerRestarts = (metrics: EndMetrics): Mark =>
  mark(
    { ko: '재시작', en: 'Restart' },
    { signal: unless(positive(restarts(metrics, window)), killed(metrics)), text, color: 'orange' },
  );

/** Marks containers that the kernel killed because they reached their memory limit, or because the node had none left. */
export const oomKills = (metrics: EndMetrics): Mark =>
  mark(
    { ko: 'OOM 종료', en: 'OOM kill' },
    { signal: and(positive(restarts(metrics, window)), killed(metrics)), text, color: 'purple' },
  );

import { highMemoryUsage } from '#alerts/workload/high-memory-usage.js';
import { called } from '#alerts/text/subject.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { percent } from '#promql/unit/limit.js';

const metrics = { ...kubeStateMetrics, ...cadvisorMetrics };
const memory = percent(80);

highMemoryUsage(called('Shop'), metrics, { containers: ['shop'], memory });
highMemoryUsage(called('Shop'), metrics, { deployments: ['shop'], memory });
highMemoryUsage(called('Shop'), metrics, { statefulSets: ['shop-db'], memory });
highMemoryUsage(called('Shop'), metrics, { daemonSets: ['shop-agent'], memory });

// @ts-expect-error Which containers are watched is not said.
highMemoryUsage(called('Shop'), metrics, { memory });
// @ts-expect-error No owner is named.
highMemoryUsage(called('Shop'), metrics, { statefulSets: [], memory });
// @ts-expect-error Two kinds of owners have pods of two shapes: an alert for each.
highMemoryUsage(called('Shop'), metrics, { deployments: ['shop'], statefulSets: ['shop-db'], memory });
// @ts-expect-error Containers are named, or the owners of their pods.
highMemoryUsage(called('Shop'), metrics, { containers: ['shop'], daemonSets: ['shop-agent'], memory });
// @ts-expect-error The pods of a CronJob end, and are not watched all the time.
highMemoryUsage(called('Shop'), metrics, { cronJobs: ['shop-report'], memory });

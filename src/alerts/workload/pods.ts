import type { Gauge } from '#promql/metric/metric.js';
import { yes } from '#promql/unit/limit.js';
import { max } from '#promql/vector/aggregate.js';
import { compare } from '#promql/vector/compare.js';
import { value } from '#promql/vector/select.js';

/** The metric of kube-state-metrics that tells the phase of each pod: 1 for the present one. */
export interface PodMetrics {
  readonly podPhase: Gauge<'namespace' | 'pod' | 'phase', 'boolean'>;
}

/** The phase that each pod is in, as one series with the value 1. */
export const podPhase = ({ podPhase: phase }: PodMetrics) =>
  compare(max(value(phase), { by: ['namespace', 'pod', 'phase'] }), '==', yes);

import type { Counter } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import { max } from '#promql/vector/aggregate.js';
import { floor } from '#promql/vector/arithmetic.js';
import { increase } from '#promql/vector/select.js';
import { type ContainerLabel, perContainer } from './containers.js';

/** The metric of kube-state-metrics by which it is known that containers restart. */
export interface RestartMetrics {
  readonly restarts: Counter<ContainerLabel, 'count'>;
}

/** Restarts of each container within a window, without the fraction that extrapolation adds. */
export const restarts = ({ restarts: total }: RestartMetrics, window: Window) =>
  floor(max(increase(total, window), perContainer));

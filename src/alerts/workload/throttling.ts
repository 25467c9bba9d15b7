import type { Counter } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { rate } from '#promql/vector/select.js';
import { type ContainerLabel, perContainer } from './containers.js';

type Periods = Counter<ContainerLabel | 'id', 'count'>;

/** The metrics of cAdvisor that tell how often the kernel held a container back. */
export interface ThrottlingMetrics {
  readonly cpuPeriods: Periods;
  readonly cpuThrottledPeriods: Periods;
}

const perLife = { by: [...perContainer.by, 'id'] } as const;

/** Of a container that has just restarted both lives count; a kubelet that is scraped twice counts once. */
const perSecond = (periods: Periods, window: Window) =>
  sum(max(rate(periods, window), perLife), perContainer);

/**
 * The share of the periods of 100 ms in which each container wanted more CPU than its limit and was held back until the next; nothing for a
 * container without a limit.
 */
export const throttledRatio = ({ cpuPeriods, cpuThrottledPeriods }: ThrottlingMetrics, window: Window) =>
  divide(perSecond(cpuThrottledPeriods, window), positive(perSecond(cpuPeriods, window)));

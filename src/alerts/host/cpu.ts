import type { Counter } from '#promql/metric/metric.js';
import { not } from '#promql/metric/match.js';
import type { Window } from '#promql/unit/window.js';
import { sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { rate } from '#promql/vector/select.js';

/** The metric of node_exporter by which the CPUs of a host are watched. */
export interface CpuMetrics {
  readonly cpu: Counter<'instance' | 'cpu' | 'mode', 'coreSeconds'>;
}

const perHost = { by: ['instance'] } as const;

/**
 * The share of their time that all CPUs of each host were busy. `iowait` is idle time, in which the CPU could have done
 * something else: whoever waits for a disk is told of by the disk. `steal` is busy: others had the CPU, and this host waited.
 */
export const cpuBusy = ({ cpu }: CpuMetrics, window: Window) =>
  divide(
    sum(rate(cpu.where({ mode: not(['idle', 'iowait']) }), window), perHost),
    sum(rate(cpu, window), perHost),
  );

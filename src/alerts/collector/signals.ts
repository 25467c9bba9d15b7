import type { Duration } from '#ground/duration.js';
import type { Counter, Gauge } from '#promql/metric/metric.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { divide, floor } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { type Exported, gained } from '#promql/vector/gained.js';
import { increase, value } from '#promql/vector/select.js';

/** By which collectors tell of spans that they gave back to whoever sent them. */
export interface RefusedMetrics {
  readonly spansRefused: Counter<'pod', 'count'>;
}

/** By which they tell of spans that are lost; `up` tells whether a first series of them is new. */
export interface DroppedMetrics extends Pick<Exported, 'up'> {
  readonly spansNotSent: Counter<'exporter', 'count'>;
}

/** By which they tell how much waits to be sent. */
export interface QueueMetrics {
  readonly queueSize: Gauge<'pod' | 'exporter', 'count'>;
  readonly queueCapacity: Gauge<'pod' | 'exporter', 'count'>;
}

/** By which a gateway tells of traces for which it had no room. */
export interface EvictedMetrics extends Pick<Exported, 'up'> {
  readonly tracesEvicted: Counter<never, 'count'>;
}

/** Spans that a collector gave back within the window; what extrapolation adds is none. */
export const refusedSpans = ({ spansRefused }: RefusedMetrics, window: Duration) =>
  floor(sum(increase(spansRefused, window), { by: ['pod'] }));

const perExporter = { by: ['exporter'] } as const;

/** Spans that an exporter gave up within the window, since it had tried them for too long or was refused. */
export const droppedSpans = ({ spansNotSent, up }: DroppedMetrics, window: Duration) =>
  floor(sum(gained(spansNotSent, window, { up }), perExporter));

const perQueue = { by: ['pod', 'exporter'] } as const;

/** How full the queue of an exporter is. */
export const queueFilling = ({ queueSize, queueCapacity }: QueueMetrics) =>
  divide(max(value(queueSize), perQueue), positive(max(value(queueCapacity), perQueue)));

/** Traces that gateways pushed out before they could decide on them, within the window. */
export const evictedTraces = ({ tracesEvicted, up }: EvictedMetrics, window: Duration) =>
  floor(sum(gained(tracesEvicted, window, { up })));

import { type Duration, inSeconds } from '#ground/duration.js';
import type { Gauge } from '#promql/metric/metric.js';
import { seconds, yes } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { count, max } from '#promql/vector/aggregate.js';
import { compare } from '#promql/vector/compare.js';
import { maxOverTime } from '#promql/vector/over-time.js';
import { value } from '#promql/vector/select.js';
import { orZero } from '#promql/vector/set.js';
import { since } from '#promql/vector/time.js';

/** What Lighthouse CI tells of a website's pages, by a file that node_exporter reads. */
export interface LighthouseMetrics {
  readonly performance: Gauge<'page', 'ratio'>;
  readonly speedIndex: Gauge<'page', 'seconds'>;
  readonly scripts: Gauge<'page', 'bytes'>;
  readonly images: Gauge<'page', 'bytes'>;
}

/** When it told so, and whether who reads the file answers. */
export interface LighthouseRuns {
  readonly measured: Gauge<'page', 'timestamp'>;
  /** `up` of node_exporter. */
  readonly up: Gauge<never, 'boolean'>;
}

/** What was found of each page last. Where several machines have the file all say the same. */
export const foundOf = <U extends Unit>(metric: Gauge<'page', U>) => max(value(metric), { by: ['page'] });

/** How many pages Lighthouse has looked at of late; 0 too where it told of none. */
export const lookedAt = ({ measured }: Pick<LighthouseRuns, 'measured'>, within: Duration) =>
  orZero(count(compare(since(foundOf(measured)), '<', seconds(inSeconds(within)))));

/** 1 while who reads its file answers. */
export const readerAnswers = ({ up }: Pick<LighthouseRuns, 'up'>) =>
  compare(max(maxOverTime(up, '2m')), '==', yes);

import { mapped } from '#ground/keyed.js';
import type { AnyMetric, Gauge, Kind, Metric } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import { max } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { deriv } from '#promql/vector/over-time.js';
import { value } from '#promql/vector/select.js';
import { oneOf } from '#alerts/scenario/labels.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';

/** What tells volumes apart. */
export type VolumeLabel = 'namespace' | 'persistentvolumeclaim';
type Bytes = Gauge<VolumeLabel, 'bytes'>;

/** The kubelet's metrics by which the use of volumes is watched. */
export interface VolumeMetrics {
  readonly volumeUsed: Bytes;
  readonly volumeCapacity: Bytes;
}

/** The kubelet's metrics by which the space left on volumes is watched. */
export interface SpaceMetrics {
  readonly volumeAvailable: Bytes;
  readonly volumeCapacity: Bytes;
}

/** Names of the PersistentVolumeClaims that are watched. */
export type VolumeNames = NonEmpty<string>;

const perVolume = { by: ['namespace', 'persistentvolumeclaim'] } as const;

const shareOf = (bytes: Bytes, { volumeCapacity }: Pick<VolumeMetrics, 'volumeCapacity'>) =>
  divide(max(value(bytes), perVolume), positive(max(value(volumeCapacity), perVolume)));

/** The share of each volume that is used. A volume that several nodes mount has a series of each: hence no sum. */
export const volumeUsage = (metrics: VolumeMetrics) => shareOf(metrics.volumeUsed, metrics);

/** The share of each volume that is left: less than what is not used, by what a file system keeps for root. */
export const volumeLeft = (metrics: SpaceMetrics) => shareOf(metrics.volumeAvailable, metrics);

/**
 * How long until each volume is full, if what is used of it grows on as it did over the window; nothing for one that does not grow. By the line
 * that fits best, so that a file that comes and goes says little.
 */
export const timeUntilFull = (
  { volumeUsed, volumeAvailable }: Pick<VolumeMetrics, 'volumeUsed'> & Pick<SpaceMetrics, 'volumeAvailable'>,
  window: Window,
) => divide(max(value(volumeAvailable), perVolume), positive(max(deriv(volumeUsed, window), perVolume)));

/** A metric of which each series is of a volume claim. */
export type OfVolume = Metric<Kind, Readonly<Record<'persistentvolumeclaim', string>>>;

/** The same metrics of certain volumes only. */
export const ofVolumes = <M extends Readonly<Record<string, OfVolume>>>(
  metrics: M,
  volumes: VolumeNames,
): M => mapped(metrics, (metric) => metric.where({ persistentvolumeclaim: volumes }));

/** A volume in a proof. */
export const exampleOf = (
  metric: AnyMetric,
  [volume]: VolumeNames,
): Readonly<Record<VolumeLabel, string>> => ({
  ...oneOf(metric, ['namespace']),
  persistentvolumeclaim: volume,
});

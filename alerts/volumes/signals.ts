import type { AnyMetric, Gauge } from '../../promql/metric/metric.js';
import { max } from '../../promql/vector/aggregate.js';
import { divide } from '../../promql/vector/arithmetic.js';
import { positive } from '../../promql/vector/compare.js';
import { value } from '../../promql/vector/select.js';
import { fixedLabel } from '../scenario/fixed-label.js';
import type { NonEmpty } from '../scenario/scenario.js';

type VolumeLabel = 'namespace' | 'persistentvolumeclaim';
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

const shareOf = (part: Bytes, { volumeCapacity }: Pick<VolumeMetrics, 'volumeCapacity'>) =>
  divide(max(value(part), perVolume), positive(max(value(volumeCapacity), perVolume)));

/** The share of each volume that is used. A volume that several nodes mount has a series of each: hence no sum. */
export const volumeUsage = (metrics: VolumeMetrics) => shareOf(metrics.volumeUsed, metrics);

/** The share of each volume that is left: less than what is not used, by what a file system keeps for root. */
export const volumeLeft = (metrics: SpaceMetrics) => shareOf(metrics.volumeAvailable, metrics);

const only = (volumes: VolumeNames) => ({ persistentvolumeclaim: volumes });

/** The same metrics of certain volumes only. */
export const ofVolumes = (
  { volumeUsed, volumeCapacity }: VolumeMetrics,
  volumes: VolumeNames,
): VolumeMetrics => ({
  volumeUsed: volumeUsed.where(only(volumes)),
  volumeCapacity: volumeCapacity.where(only(volumes)),
});

/** The same for the space left. */
export const spaceOfVolumes = (
  { volumeAvailable, volumeCapacity }: SpaceMetrics,
  volumes: VolumeNames,
): SpaceMetrics => ({
  volumeAvailable: volumeAvailable.where(only(volumes)),
  volumeCapacity: volumeCapacity.where(only(volumes)),
});

/** A volume in a proof. */
export const example = (metric: AnyMetric, volume: string) => ({
  namespace: fixedLabel(metric, 'namespace') ?? 'default',
  persistentvolumeclaim: volume,
});

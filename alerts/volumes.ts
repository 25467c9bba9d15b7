import type { Limit } from '../promql/unit/limit.js';
import type { Kubernetes } from './place/kubernetes.js';
import type { Subject } from './text/subject.js';
import {
  type SpaceMetrics,
  type VolumeMetrics,
  type VolumeNames,
  ofVolumes,
  spaceOfVolumes,
} from './volumes/signals.js';
import { volumeAlmostFull } from './volumes/volume-almost-full.js';
import { volumeSpaceLow } from './volumes/volume-space-low.js';

export {
  type SpaceMetrics,
  type VolumeMetrics,
  ofVolumes,
  spaceOfVolumes,
  volumeLeft,
  volumeUsage,
} from './volumes/signals.js';

export interface Volumes {
  /** Names of the PersistentVolumeClaims that are watched. */
  readonly volumes: VolumeNames;
  /** Share of a volume that may be used. */
  readonly used: Limit<'ratio'>;
}

/** Volumes that run full. */
export const volumeAlerts = (
  subject: Subject<Kubernetes>,
  metrics: VolumeMetrics,
  { volumes, used }: Volumes,
) => ({
  volumeAlmostFull: volumeAlmostFull(subject, ofVolumes(metrics, volumes), volumes[0], used),
});

export interface Space {
  /** Names of the PersistentVolumeClaims that are watched. */
  readonly volumes: VolumeNames;
  /** Share of a volume that must be left. */
  readonly left: Limit<'ratio'>;
}

/** Volumes on which there is next to no space left: what stops a database. */
export const spaceAlerts = (
  subject: Subject<Kubernetes>,
  metrics: SpaceMetrics,
  { volumes, left }: Space,
) => ({
  volumeSpaceLow: volumeSpaceLow(subject, spaceOfVolumes(metrics, volumes), volumes[0], left),
});

import { refuse } from '#ground/fault.js';
import { usualThanosSidecar } from '#platform/defaults.js';
import type { Thanos } from './thanos-engine.js';
import { thanosFaults } from './thanos-faults.js';
import { thanosShape } from './thanos-shape.js';

export {
  type ObjectStorage,
  type Resolutions,
  type ThanosQuery,
  type ThanosStore,
  type ThanosCompactor,
  type ThanosRuler,
  type Thanos,
  thanosImage,
} from './thanos-engine.js';

type Usual = 'image' | 'clusters' | 'sidecar';
/** What Thanos is described by. */
export type ThanosSpec = Omit<Thanos, 'name' | Usual> & Partial<Pick<Thanos, Usual>>;

/**
 * Thanos as the engine of a platform; its sidecar asks for 50m and 128Mi, and may take 512Mi, unless told.
 *
 * @throws Refusal of a version that names no release, of samples that are gone before they are downsampled, of a ruler without a Query to ask, and of
 * other clusters without a Query that asks them.
 */
export const thanos = (given: ThanosSpec): Thanos => {
  refuse('thanos', thanosShape('', given));
  const usual = { image: 'quay.io/thanos/thanos', sidecar: usualThanosSidecar, clusters: {} };
  const made: Thanos = { name: 'thanos', ...usual, ...given };
  refuse('thanos', thanosFaults(made));
  return made;
};

// Where one Prometheus no longer serves: the engines that are asked as one, as values of a platform.
export type { Engine } from '#platform/engine.js';
export { type Alone, alone } from '#platform/engine/alone.js';
export {
  type ObjectStorage,
  type Resolutions,
  type Thanos,
  type ThanosCompactor,
  type ThanosQuery,
  type ThanosRuler,
  type ThanosSpec,
  type ThanosStore,
  thanos,
} from '#platform/engine/thanos.js';

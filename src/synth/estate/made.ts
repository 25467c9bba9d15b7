import type { Application } from '#application/application.js';
import type { Fault } from '#ground/fault.js';
import type { Written } from '#laws/paths.js';
import type { Text } from '#synth/publishing/content.js';
import type { Law, MakeChart } from '#synth/synthesize.js';

/** What is made of a place: a folder of `dist/`. */
export interface MadePlace {
  /** The folder. */
  readonly name: string;
  /** The applications as they run there, as far as their descriptions hold. */
  readonly applications: readonly Application[];
  /** A chart for each of its folders. */
  readonly charts: readonly MakeChart[];
  /** Texts by path below `dist/` that are no manifests. */
  readonly files: ReadonlyMap<string, Text>;
  /** Who writes which of them. */
  readonly written: readonly Written[];
  /** What is wrong with its descriptions. */
  readonly faults: readonly Fault[];
  /** What of these texts is secret. */
  readonly secret: () => readonly Fault[];
  /** What must hold in it, over its own objects. */
  readonly laws: readonly Law[];
}

import type { Application } from '#application/application.js';
import type { Rendered } from '#imports/render.js';
import type { Fault } from '#ground/fault.js';

/** The whole estate: what was described, and the objects that were made of it. */
export interface Judged {
  readonly applications: readonly Application[];
  readonly objects: readonly Rendered[];
}

/** Something that must hold over the whole estate; every fault says where, what, why and what instead. */
export type Law = (estate: Judged) => readonly Fault[];

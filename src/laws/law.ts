import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import type { Rendered } from '#imports/render.js';
import type { Fault } from '#ground/fault.js';

/** A place of the estate: what was described for it, and the objects that were made of that. */
export interface Judged {
  readonly applications: readonly Application[];
  readonly objects: readonly Rendered[];
  /** What others have made in the same cdk8s App: laws see it, and hold it to nothing but what concerns both. */
  readonly others?: readonly Rendered[];
  /** The cluster that all of it is in; none on a host, nor in a cdk8s App of others, of whose platform nothing is known. */
  readonly cluster?: Cluster;
}

/** Something that must hold over a whole place; every fault says where, what, why and what instead. */
export type Law = (estate: Judged) => readonly Fault[];

/** A fault as a law of an estate's own tells it: its code is `own`, or says which law it is, `own:every-team-is-named`. */
export type OwnFault = Omit<Fault, 'code'> & Partial<Pick<Fault, 'code'>>;
/** A law of an estate's own. */
export type OwnLaw = (estate: Judged) => readonly OwnFault[];

/** What a law of an estate's own tells, with the code of each where it gives none. */
export const coded =
  (law: OwnLaw): Law =>
  (estate) =>
    law(estate).map((fault) => ({ code: 'own', ...fault }));

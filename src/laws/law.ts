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

/** What a law says in two steps, so that what it must know of an application is found once and kept with it. */
export interface Apart {
  /**
   * What it must know of one application, as JSON; of what a cluster is given beside its applications likewise.
   *
   * @param one The application alone, its objects alone, and the cluster with it alone; what is beside applications comes without any.
   */
  readonly summary: (one: Judged) => string;
  /** What it says of the whole place, of what it knows of each: of its applications, in their order, and of what is beside them. Nothing where that does not tell: then it is asked of the place as it is. */
  readonly judge: (summaries: readonly string[]) => readonly Fault[] | undefined;
  /** A summary as if no rule of its application were looked at: what others need of it stays. */
  readonly mute: (summary: string) => string;
}

/** Something that must hold over a whole place; every fault says where, what, why and what instead. It is said in two steps. */
export interface Law {
  (estate: Judged): readonly Fault[];
  readonly apart: Apart;
}

/** A law as a place is held to it: one of an estate's own that is not said in two steps needs all applications at once, and so that all are made. */
export interface HeldLaw {
  (estate: Judged): readonly Fault[];
  readonly apart?: Apart;
}

/** A fault as a law of an estate's own tells it: its code is `own`, or says which law it is, `own:every-team-is-named`. */
export type OwnFault = Omit<Fault, 'code'> & Partial<Pick<Fault, 'code'>>;
/** A law of an estate's own. */
export interface OwnLaw {
  (estate: Judged): readonly OwnFault[];
  /** Where it is said of each application alone, or of what it must know of each. */
  readonly apart?: Apart;
}

/** The code of a fault that a law of an estate's own tells without one. */
const withCode = (fault: OwnFault): Fault => ({ code: 'own', ...fault });

/** What a law of an estate's own tells, with the code of each where it gives none. A law that is said in two steps stays so. */
export const coded = (law: OwnLaw): HeldLaw => {
  const told = (estate: Judged): readonly Fault[] => law(estate).map(withCode);
  return law.apart === undefined ? told : Object.assign(told, { apart: law.apart });
};

import { refusal } from '#ground/fault.js';
import { unwritten } from '#ground/unwritten.js';

/** How far a proof may be believed that no person has confirmed, or why there is none. */
export type Standing = { readonly is: 'derived' } | { readonly is: 'unproven'; readonly why: string };

/** Scenarios `P` that were derived from an expression alone: see `derived`. */
export interface Derived<out P extends object> {
  readonly derived: P;
}

/** That an alert has no proof: see `unproven`. */
export interface Unproven {
  readonly unproven: string;
}

/**
 * Scenarios that were derived from an alert's expression alone. They prove that the rule fires as it is written, not that it means what
 * its author wanted: a person who has judged them confirms them by taking `derived` away, `proof: { … }`. `prove` counts those that
 * nobody has.
 */
export const derived = <P extends object>(scenarios: P): Derived<P> => ({ derived: scenarios });

/**
 * That an alert has no proof, and why: `unproven('it reads what only the vendor's exporter knows')`. `prove` counts them.
 *
 * @throws Error where it does not say why.
 */
export const unproven = (why: string): Unproven => {
  if (typeof why !== 'string' || why.trim() === '' || unwritten(why))
    throw refusal('unproven', {
      what: why,
      code: 'unproven-without-reason',
      why: 'it does not say why there is no proof',
      cure: "say what keeps it from being proven: unproven('what it reads only the vendor knows')",
    });
  return { unproven: why };
};

/** A proof, or how far another may be believed. */
type Stands<P extends object> = P | Derived<P> | Unproven;

/** How far a proof may be believed; nothing of one that a person has written or confirmed. */
export const standingOf = (proof: Stands<object>): { readonly standing?: Standing } => {
  if ('unproven' in proof) return { standing: { is: 'unproven', why: proof.unproven } };
  return 'derived' in proof ? { standing: { is: 'derived' } } : {};
};

/** What a proof consists of, whether a person has confirmed it or not; nothing where there is none. */
export const provenBy = <P extends object>(proof: Stands<P>): P | undefined => {
  if ('unproven' in proof) return undefined;
  return 'derived' in proof ? proof.derived : proof;
};

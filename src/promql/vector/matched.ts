import type { Unless } from '#promql/refused.js';
import type { AnyMatching, How, Matching } from './matching.js';
import type { AnyVector, Vector } from './vector.js';

/** A vector beside a signal, and by which labels `X` of both it is matched. */
export interface Matched<out X extends string> {
  readonly vector: AnyVector;
  readonly matching: AnyMatching;
  /** Keeps `X`: the signal must have the labels by which it is matched. */
  readonly by?: X;
}

/** The labels by which a vector with the labels `R` is matched. */
type By<T extends How, X extends string, R extends string> = T extends 'on' ? X : Exclude<R, X>;

/** The vector has the labels that are matched by, or ignored. */
type Has<T extends How, X extends string, R extends string> = Unless<
  [Exclude<X, R>] extends [never]
    ? never
    : `the vector has no label '${Exclude<X, R>}' to ${T extends 'on' ? 'match by' : 'ignore'}`
>;

/**
 * A vector that is matched with a signal by other labels than all: `given: () => matched(requests, on('instance'))` is written as
 * `… and on (instance) …`.
 */
export const matched = <R extends string, T extends How, X extends string>(
  vector: Vector<R>,
  matching: Matching<T, X> & Has<T, X, R>,
): Matched<By<T, X, R>> => ({ vector, matching });

/** A vector beside a signal: of all its labels, or matched by some. */
export type Beside<L extends string> = Vector<L> | Matched<NoInfer<L>>;

/** A vector beside a signal, and how it is matched; nothing where both have the same labels. */
export const sideOf = (
  beside: AnyVector | Matched<string>,
): { readonly vector: AnyVector; readonly matching?: AnyMatching } =>
  'vector' in beside ? beside : { vector: beside };

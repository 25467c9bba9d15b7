import type { Expr } from '#promql/expr/ast.js';
import type { Place } from '#proof/mutate/place.js';

/** What a mutation changes. */
export type Kind =
  | 'operator'
  | 'limit'
  | 'aggregation'
  | 'grouping'
  | 'matcher'
  | 'alternative'
  | 'window'
  | 'function'
  | 'quantile'
  | 'guard'
  | 'side'
  | 'arithmetic'
  | 'offset'
  | 'hours'
  | 'for'
  | 'keepFiringFor'
  | 'labels';

/** A change of an expression in one place: what stands there instead, and both as texts of what differs. */
export interface Edit {
  readonly kind: Kind;
  readonly before: string;
  /** `none` where something is dropped. */
  readonly after: string;
  readonly by: Expr;
}

/** What may be changed in a place. */
export type Mutator = (place: Place) => readonly Edit[];

/** How a text says that something is dropped. */
export const none = 'none';

import type { VectorMatching } from '#promql/expr/ast.js';
import type { Unless } from '#promql/refused.js';

/** What to write where the sides of an operation have different labels. */
export const sameLabels =
  'both sides need the same labels: aggregate both by the same { by: […] }, or say how they join: on(…).groupLeft()';
/** The same as the compiler says it. */
export type SameLabels = typeof sameLabels;

/** By the labels named, or by all but them. */
export type How = 'on' | 'ignoring';

/** The side of a join that has many series for one of the other. */
export type Side = 'left' | 'right';

/**
 * Series of two sides matched `on` the labels `X`, or on all but them (`ignoring`). Alone it serves `and` and
 * `unless`; arithmetic and comparison also need to be told which side has many series for one of the other.
 */
export interface Matching<out T extends How, in out X extends string> {
  readonly type: T;
  readonly labels: readonly X[];
  /** Many series on the left for one on the right, whose labels `include` come along. */
  groupLeft<const I extends string = never>(...include: readonly I[]): Grouped<T, X, I, 'left'>;
  /** Many series on the right for one on the left, whose labels `include` come along. */
  groupRight<const I extends string = never>(...include: readonly I[]): Grouped<T, X, I, 'right'>;
  readonly exactly: (label: X) => X;
}

/** A matching of many series on one side with one on the other. */
export interface Grouped<
  out T extends How,
  in out X extends string,
  out I extends string,
  out S extends Side,
> {
  readonly type: T;
  readonly labels: readonly X[];
  readonly side: S;
  readonly include: readonly I[];
  readonly exactly: (label: X) => X;
}

const matching = <const T extends How, const X extends string>(
  type: T,
  labels: readonly X[],
): Matching<T, X> => {
  const exactly = (label: X): X => label;
  return {
    type,
    labels,
    groupLeft: (...include) => ({ type, labels, side: 'left', include, exactly }),
    groupRight: (...include) => ({ type, labels, side: 'right', include, exactly }),
    exactly,
  };
};

/** Matches by these labels alone; `on()` matches everything with everything. */
export const on = <const X extends string = never>(...labels: readonly X[]): Matching<'on', X> =>
  matching('on', labels);

/** Matches by all labels but these. */
export const ignoring = <const X extends string>(...labels: readonly X[]): Matching<'ignoring', X> =>
  matching('ignoring', labels);

/** The labels of a side by which it is matched. */
type Matched<T extends How, X extends string, L extends string> = T extends 'on' ? X : Exclude<L, X>;

/**
 * Whether the sides `L` and `R` can be joined with the many series on the side `S`: both have the labels that match,
 * and these alone tell the series of the one side apart, else several would match and the evaluation fails.
 */
export type Joins<
  T extends How,
  X extends string,
  I extends string,
  S extends Side,
  L extends string,
  R extends string,
  Many extends string = S extends 'left' ? L : R,
  One extends string = S extends 'left' ? R : L,
> = Unless<
  | `the side of many series has no label '${Exclude<Matched<T, X, One>, Many>}' to match by`
  | `the side of one series has no label '${Exclude<Matched<T, X, Many>, One>}' to match by`
  | `the side of one series also differs in '${Exclude<One, Matched<T, X, One> | I>}': match by it, or aggregate it away`
  | `the side of one series has no label '${Exclude<I, One>}' to bring along`
  | `neither side has a label '${T extends 'ignoring' ? Exclude<X, Many | One> : never}' to ignore`
>;

/** The labels of a join's result: those of the side of many series, and what comes along from the other. */
export type Joined<I extends string, S extends Side, L extends string, R extends string> =
  (S extends 'left' ? L : R) | I;

/** A matching of any labels, for what only writes it down. */
export interface AnyMatching {
  readonly type: How;
  readonly labels: readonly string[];
  readonly side?: Side;
  readonly include?: readonly string[];
}

/** A matching as it stands in the expression; nothing where the sides have the same labels. */
export const matchingOf = (given: AnyMatching | undefined): { readonly matching?: VectorMatching } => {
  if (!given) return {};
  const { type, labels, side, include = [] } = given;
  return { matching: { type, labels, ...(side && { group: { side, include } }) } };
};

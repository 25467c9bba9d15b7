import type { Expr } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import type { Unit } from '#promql/unit/unit.js';

/** Series as scraped: they carry at least the labels `L`, so they must be aggregated before they are joined or alerted on. */
export class Samples<in L extends string, out U extends Unit = Unit> {
  constructor(
    readonly expr: Expr,
    readonly unit: U,
  ) {}

  declare protected readonly offers: (label: L) => void;

  toString(): string {
    return print(this.expr);
  }
}

/** An instant vector whose series are told apart by exactly the labels `L`. */
export class Vector<in out L extends string, out U extends Unit = Unit> {
  constructor(
    readonly expr: Expr,
    readonly labels: readonly L[],
    readonly unit: U,
  ) {}

  /**
   * Keeps `L` invariant: neither more nor fewer labels will do. Series as scraped lack it, so the compiler's message about
   * them reads its name.
   */
  declare protected readonly 'aggregate first, as sum(…, { by: […] }) does': (labels: L) => L;

  toString(): string {
    return print(this.expr);
  }
}

/** Series as scraped, of any labels, for what reads only the expression. */
export interface AnySamples {
  readonly expr: Expr;
  readonly unit: Unit;
}

/** Any vector at all, for what reads only the expression. */
export interface AnyVector {
  readonly expr: Expr;
  readonly labels: readonly string[];
  readonly unit: Unit;
}

/**
 * The one place where labels and a unit worked out at run time get the types that a signature worked out at compile
 * time. TypeScript cannot follow the tables of units and the sets of labels; type tests and unit tests hold both
 * sides together.
 */
export const typedVector = <L extends string, U extends Unit>({
  expr,
  labels,
  unit,
}: AnyVector): Vector<L, U> => new Vector(expr, labels as readonly L[], unit as U);

/** The same for series as scraped. */
export const typedSamples = <L extends string, U extends Unit>({ expr, unit }: AnySamples): Samples<L, U> =>
  new Samples(expr, unit as U);

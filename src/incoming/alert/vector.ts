import { each } from '#incoming/typed/typed.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Catalogue } from '#incoming/catalogue/catalogue.js';
import { type Code, called, list, object, verbatim } from '#incoming/code/code.js';
import { block } from '#incoming/code/text.js';
import { typed } from '#incoming/typed/vector.js';

/** A vector as an imported alert takes one. */
export interface VectorCode {
  readonly code: Code;
  readonly unit: Unit;
  readonly isTyped: boolean;
}

/** The catalogues that declare what an expression reads; all of them where it reads what has no name. */
const catalogsOf = (expr: Expr, { named, library, own }: Catalogue): readonly string[] => {
  const read = selectors(expr).map(({ metric }) => named.get(metric.name)?.catalog);
  return read.includes(undefined)
    ? [...library, ...(own.length > 0 ? ['metrics'] : [])]
    : [...new Set(read.flatMap((each) => each ?? []))].toSorted();
};

/**
 * `asWritten('…', { metrics: […] })`.
 *
 * @param recorded What stands for the catalogue of what is recorded.
 */
export const asWritten = (expr: Expr, metrics: Catalogue, recorded: Code = verbatim('recorded')): Code =>
  called(
    'asWritten',
    verbatim(block(print(expr))),
    object({
      metrics: list(
        catalogsOf(expr, metrics).map((each) => (each === 'recorded' ? recorded : verbatim(each))),
      ),
    }),
  );

/** An expression in typed words where there are some and they are wanted, else as it was written. */
export const vectorCode = (expr: Expr, metrics: Catalogue, isWanted: boolean): VectorCode => {
  const found = isWanted ? typed(expr, metrics) : undefined;
  if (found === undefined) return { code: asWritten(expr, metrics), unit: 'count', isTyped: false };
  const { code, unit } = each(found);
  return { code, unit, isTyped: true };
};

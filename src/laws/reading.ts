import type { Application } from '#application/application.js';
import type { Selector } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { valuedSelectors } from '#promql/expr/recorded.js';
import type { Fault } from '#ground/fault.js';
import { type Stated, ruled } from './stated.js';

/** A selector by which a rule reads what is scraped, by itself or through what is recorded. */
export interface Reading extends Stated {
  readonly application: Application;
  readonly selector: Selector;
}

export const readings = (application: Application): readonly Reading[] =>
  ruled(application).flatMap((rule) =>
    valuedSelectors(rule.expr).map((selector) => ({ ...rule, application, selector })),
  );

/** Why a rule that reads too much is refused. */
export const tooWide = ({ at, expr }: Stated, why: string): Fault => ({
  where: at,
  what: print(expr),
  code: 'reads-others',
  why,
  cure: "narrow the metric by a label in which the two differ: narrowed(metrics, { namespace, service: '…' })",
});

/** A rule may read one metric in several places: it is refused for it once. */
export const once = (faults: readonly Fault[]): readonly Fault[] => [
  ...new Map(faults.map((each) => [`${each.where} ${each.why}`, each])).values(),
];

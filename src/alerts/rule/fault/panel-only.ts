import type { Fault } from '#ground/fault.js';
import type { Expr } from '#promql/expr/ast.js';
import { panelOnly } from '#promql/expr/panel-only.js';

/** What a panel may read and an alert may not. */
export const panelFaults = (expr: Expr): readonly Fault[] =>
  panelOnly(expr).map(({ text, ...fault }) => ({ where: 'when', what: text, ...fault }));

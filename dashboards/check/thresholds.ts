import type { Expr } from '../../promql/expr/ast.js';
import { print } from '../../promql/expr/print.js';
import { isTargetLabel } from '../../promql/metric/label.js';
import { humanize } from '../../promql/unit/humanize.js';
import type { DrawnAlert } from '../limits.js';
import type { Panel } from '../panel/panel.js';

/**
 * What an expression measures, whatever its windows and wherever its targets are: a panel looks back as far as its
 * reader does and follows the chosen namespace, its alert does neither.
 */
const measured = (expr: Expr): Expr => {
  switch (expr.type) {
    case 'number':
    case 'string':
      return expr;
    case 'selector':
      return { ...expr, matchers: expr.matchers.filter(({ label }) => !isTargetLabel(label)) };
    case 'range':
      return { ...expr, selector: { ...expr.selector, matchers: [] }, window: '' };
    case 'subquery':
      return { ...expr, expr: measured(expr.expr), window: '' };
    case 'negation':
      return { ...expr, expr: measured(expr.expr) };
    case 'call':
      return { ...expr, args: expr.args.map(measured) };
    case 'aggregation':
      return { ...expr, expr: measured(expr.expr) };
    case 'binary':
      return { ...expr, left: measured(expr.left), right: measured(expr.right) };
  }
};

import type { Expr } from '#promql/expr/ast.js';
import { aggregationText, inline, isBareLeft, isBareRight, operatorText } from '#promql/expr/inline.js';

/** As much of an expression as tells which one is meant: names, operators and limits, without matchers. */
export const abridged = (expr: Expr): string => {
  switch (expr.type) {
    case 'selector':
      return expr.metric.name + (expr.matchers.length > 0 ? '{…}' : '');
    case 'range':
      return `${abridged(expr.selector)}[${expr.window}]`;
    case 'subquery':
      return `${enclosed(expr.expr, expr.expr.type !== 'binary')}[${expr.window}:${expr.step ?? ''}]`;
    case 'call':
      return `${expr.function}(${expr.args.map(abridged).join(', ')})`;
    case 'aggregation':
      return `${aggregationText(expr)}(${abridged(expr.expr)})`;
    case 'binary':
      return `${enclosed(expr.left, isBareLeft(expr))} ${operatorText(expr)} ${enclosed(expr.right, isBareRight(expr))}`;
    default:
      return inline(expr);
  }
};

const enclosed = (expr: Expr, bare: boolean): string => (bare ? abridged(expr) : `(${abridged(expr)})`);

import type { Expr, Selector } from '#promql/expr/ast.js';
import { parsed } from '#rules/expression.js';

const counting = ['rate', 'increase', 'irate'];
/** Windows that whoever reads the query fills in: `[{{.window}}]`, `[$window]`. */
const filledIn = /\[\s*(\{\{[^}]*\}\}|\$\{?\w+\}?)\s*\]/g;

/** The counter of which an expression is the sum, over whatever window. */
const counterOf = (expr: Expr): Selector | undefined => {
  if (expr.type === 'selector') return expr;
  if (expr.type === 'aggregation')
    return expr.operator === 'sum' && expr.grouping === undefined ? counterOf(expr.expr) : undefined;
  const [range] = expr.type === 'call' && counting.includes(expr.function) ? expr.args : [];
  return range?.type === 'range' ? range.selector : undefined;
};

const isNamed = ({ metric, offset, at }: Selector): boolean =>
  metric.name !== '' && offset === undefined && at === undefined;

/** The series that a query counts; nothing where it does more than add up a counter. */
export const countedBy = (query: string): Selector | undefined => {
  const read = parsed(query.replaceAll(filledIn, '[5m]'));
  const found = 'expr' in read ? counterOf(read.expr) : undefined;
  return found !== undefined && isNamed(found) ? found : undefined;
};

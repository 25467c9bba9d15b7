import type { Expr } from '#promql/expr/ast.js';
import { withChildren } from '#promql/expr/child.js';
import { print } from '#promql/expr/print.js';
import { parsed } from '#rules/expression.js';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same expression with what has no order in the same order: matchers, and labels by which series are grouped and matched. */
const ordered = (expr: Expr): Expr => {
  switch (expr.type) {
    case 'selector':
      return {
        ...expr,
        matchers: expr.matchers.toSorted((a, b) =>
          byText(`${a.label} ${a.operator} ${a.value}`, `${b.label} ${b.operator} ${b.value}`),
        ),
      };
    case 'range': {
      const selector = ordered(expr.selector);
      return selector.type === 'selector' ? { ...expr, selector } : expr;
    }
    case 'aggregation': {
      const { grouping, ...rest } = expr;
      const within = withChildren(rest, ordered);
      return grouping === undefined || within.type !== 'aggregation'
        ? within
        : { ...within, grouping: { ...grouping, labels: grouping.labels.toSorted() } };
    }
    default:
      return withChildren(expr, ordered);
  }
};

/** A text of PromQL as it is printed, whoever wrote it; as it stands, without its spaces, where it is not read. */
export const canonical = (text: string): string => {
  const read = parsed(text);
  return 'expr' in read ? print(ordered(read.expr)) : text.replace(/\s+/g, ' ').trim();
};

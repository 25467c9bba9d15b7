import { type Expr, walk } from '#promql/expr/ast.js';

/** Functions that every release of Prometheus reckons to the last digit. */
const exact =
  /^((min|max|last|count|present|absent)_over_time|changes|resets|absent|abs|ceil|floor|round|clamp|clamp_min|clamp_max|time|timestamp|vector|scalar|label_replace|label_join|sgn|sort|sort_desc)$/;
const exactTogether = /^(min|max|count|group|sum|topk|bottomk|count_values)$/;

/**
 * Whether what an expression reads of given samples is the same to the last digit, whoever reckons it: then its limits may be touched
 * exactly. Averages and rates are sums of fractions, whose order and last digits differ between releases.
 */
export const isExact = (expr: Expr): boolean =>
  [...walk(expr)].every((each) =>
    each.type === 'call'
      ? exact.test(each.function)
      : each.type !== 'aggregation' || exactTogether.test(each.operator),
  );

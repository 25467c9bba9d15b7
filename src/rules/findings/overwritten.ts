import { type Expr, isSetOperator } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { labelsOf } from '#promql/expr/labels.js';
import { chosenValues } from '#promql/expr/values.js';
import { keepsItself, ruleLabels } from '#rules/carried.js';
import type { Finding } from '#rules/finding.js';
import type { WrittenAlert, WrittenGroup } from '#rules/rule.js';

/**
 * A rule that sets a label by which its own expression tells series apart: of two that fire Prometheus makes one alert, refuses that
 * (“vector contains metrics with the same labelset after applying alert labels”), and nobody is told of either.
 */
export const overwrittenLabels = (
  alert: WrittenAlert,
  group: WrittenGroup,
  expr: Expr,
): readonly Finding[] => {
  const labels = labelsOf(expr);
  if (labels === 'scraped') return [];
  const set = Object.entries({ ...ruleLabels(alert, group), alertname: alert.name })
    .filter(([label, value]) => labels.has(label) && !keepsItself(label, value))
    .map(([label]) => label);
  const lost = set.filter((label) => chosenValues(expr, label)?.length !== 1);
  if (lost.length === 0) return [];
  const left = [...labels].filter((label) => !set.includes(label));
  const blame = keeper(expr);
  const names = lost.join(', ');
  return [
    {
      kind: 'two groups, one alert',
      certainty: left.length === 0 ? 'fact' : 'guess',
      blame,
      why: `'${inline(blame)}' tells series apart by ${names}, which the rule itself sets: two that fire ${left.length === 0 ? '' : `with the same ${left.join(', ')} `}become one alert, which Prometheus refuses, and nobody is told of either`,
      cure: `let the rule set another label than ${names}, or do not keep it in the expression`,
    },
  ];
};

/** The part that decides by which labels the series of an expression are told apart. */
const keeper = (expr: Expr): Expr => {
  if (expr.type !== 'binary') return expr;
  const { left, right, matching, operator } = expr;
  const many = matching?.group?.side === 'right' ? right : left;
  if (operator === 'or' || (matching && !matching.group && !isSetOperator(operator))) return expr;
  return left.type === 'number' ? keeper(right) : keeper(many);
};

import type { Expr } from '#promql/expr/ast.js';
import { labelsOf } from '#promql/expr/labels.js';
import type { Finding } from '#rules/finding.js';
import type { WrittenAlert } from '#rules/rule.js';

const speaksOf = /(?:\$labels|\.Labels)\.([a-zA-Z_]\w*)/g;
/** A text that asks first whether a label is there knows what it does. */
const asksFirst = /\{\{-?\s*(?:if|with|range|else)\b/;

/**
 * Texts that speak of labels which the expression does not keep: nothing stands there. Labels that the rule itself sets are not among those that
 * its texts can speak of.
 */
export const emptyTexts = (alert: WrittenAlert, expr: Expr): readonly Finding[] => {
  const labels = labelsOf(expr);
  if (labels === 'scraped') return [];
  return Object.entries({ ...alert.labels, ...alert.annotations }).flatMap(
    ([text, said]): readonly Finding[] => {
      const names = [...said.matchAll(speaksOf)].map(([, label = '']) => label);
      const missing = [...new Set(names)].filter((label) => !labels.has(label));
      if (missing.length === 0 || asksFirst.test(said)) return [];
      return [
        {
          kind: 'empty text',
          certainty: 'guess',
          blame: expr,
          why: `${text} speaks of ${missing.join(', ')}, which its expression does not keep, so nothing stands there`,
          cure: `keep ${missing.join(', ')} in the expression, or say it otherwise`,
        },
      ];
    },
  );
};

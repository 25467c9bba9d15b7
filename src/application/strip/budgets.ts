import type { RuleGroup } from '#alerts/rule/group.js';
import { exactly } from '#alerts/slo/burn-rate.js';
import type { BudgetLeft } from '#dashboards/strip/facts.js';
import { binary } from '#dashboards/strip/promql.js';
import { type Selector, number } from '#promql/expr/ast.js';

/** What is left of the error budget of a group's objective, by what the group records. */
export const budgetsLeft = ({ objective: kept, records }: RuleGroup): readonly BudgetLeft[] => {
  const found = kept && records.find(({ record }) => record.endsWith(`:error_ratio_rate${kept.window}`));
  if (!found) return [];
  const ratio: Selector = {
    type: 'selector',
    metric: {
      ...{ name: found.record, kind: 'gauge', help: '', unit: 'ratio', recorded: found.expr },
      ...{ labels: [], ownLabels: [], values: {} },
    },
    matchers: [],
  };
  const spent = binary(ratio, '/', number(exactly(1 - kept.objective.value)));
  return [{ title: kept.title, left: binary(number(1), '-', spent) }];
};

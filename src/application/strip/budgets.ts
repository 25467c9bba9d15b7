import type { KeptObjective, RuleGroup } from '#alerts/rule/group.js';
import { exactly } from '#alerts/slo/burn-rate.js';
import type { BudgetLeft } from '#dashboards/strip/facts.js';
import { binary } from '#dashboards/strip/promql.js';
import { type Selector, number } from '#promql/expr/ast.js';

/** What is left of the error budgets of a group's objectives, by what the group records. */
export const budgetsLeft = ({ objectives = [], records }: RuleGroup): readonly BudgetLeft[] =>
  objectives.flatMap((kept) => budgetLeft(kept, records));

const budgetLeft = (kept: KeptObjective, records: RuleGroup['records']): readonly BudgetLeft[] => {
  const found = records.find(({ record }) => record === kept.ratio);
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

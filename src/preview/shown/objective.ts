import type { RuleGroup } from '#alerts/rule/group.js';
import { exactly } from '#alerts/slo/burn-rate.js';
import type { ObjectiveShown } from '#browser/wire/preview.js';
import { spoken } from '#ground/spoken.js';

/** The objective of a group, with its budget as what the group records tells it; nothing of a group that keeps none. */
export const objectiveShown = ({ objective: kept, records }: RuleGroup): readonly ObjectiveShown[] => {
  if (kept === undefined) return [];
  const { name, title, objective, window } = kept;
  const ratio = records.find(({ record }) => record.endsWith(`:error_ratio_rate${window}`));
  if (ratio === undefined) return [];
  return [
    {
      name,
      title,
      objective: objective.value,
      window: spoken(window),
      budgetLeft: `1 - ${ratio.record} / ${exactly(1 - objective.value)}`,
    },
  ];
};

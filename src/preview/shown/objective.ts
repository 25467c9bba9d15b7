import type { RuleGroup } from '#alerts/rule/group.js';
import { exactly } from '#alerts/slo/burn-rate.js';
import type { ObjectiveShown } from '#browser/wire/preview.js';
import { spoken } from '#ground/spoken.js';

/** The objectives of a group, each with its budget as what the group records tells it. */
export const objectivesShown = ({ objectives = [], records }: RuleGroup): readonly ObjectiveShown[] =>
  objectives
    .filter(({ ratio }) => records.some(({ record }) => record === ratio))
    .map(({ name, title, objective, window, ratio }) => ({
      name,
      title,
      objective: objective.value,
      window: spoken(window),
      budgetLeft: `1 - ${ratio} / ${exactly(1 - objective.value)}`,
    }));

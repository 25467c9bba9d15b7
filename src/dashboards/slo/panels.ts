import type { AnySlo } from '#alerts/slo/slo.js';
import { type Row, row } from '#dashboards/row.js';
import type { Alerts } from './alerts.js';
import { budgetPanels } from './budget.js';
import { burnPanel } from './burn.js';

/**
 * What an objective has come to: what is left of its error budget, over time and now, the indicator itself, how many of the failures that
 * there may be there have been, and how fast the budget burns.
 */
export const sloPanels = (objective: AnySlo, alerts: Alerts = objective.alerts) => {
  const { budgetOverTime, budgetLeft, failures, indicator } = budgetPanels(objective);
  return { budgetOverTime, budgetLeft, failures, burnRate: burnPanel(objective, alerts), indicator };
};

/** The panels of an objective in a row of their own, which is closed until somebody opens it: the table of all objectives says which. */
export const sloRow = (objective: AnySlo, alerts: Alerts = objective.alerts): Row =>
  row(objective.title.en, Object.values(sloPanels(objective, alerts)), { collapsed: true });

import { type AlertRule, keyOf } from '#alerts/rule/rule.js';
import type { Dashboard } from './dashboard.js';
import { drawnAlerts } from './drawn-alerts.js';
import type { Panel } from './panel/panel.js';
import { panelsIn } from './row.js';

/** Where an alert is seen. */
export interface Seen {
  readonly dashboard: Dashboard;
  readonly panel: Panel;
}

/** Where each of these alerts is seen: on the first panel that draws it, else on the first that names it. */
export const seenOn = (
  dashboards: readonly Dashboard[],
  alerts: readonly AlertRule[],
): ((alert: AlertRule) => Seen | undefined) => {
  const drawnOn = drawnAlerts(alerts);
  const all = dashboards.flatMap((dashboard) =>
    panelsIn(dashboard.panels).map((panel) => ({ dashboard, panel, drawn: drawnOn(panel).map(keyOf) })),
  );
  return (alert) =>
    all.find(({ drawn }) => drawn.includes(keyOf(alert))) ??
    all.find(({ panel }) => panel.drawing.alerts.some(({ name }) => name === alert.name));
};

import { type Application, alertsOf } from '#application/application.js';
import { drawnAlerts } from '#dashboards/drawn-alerts.js';
import { panelsIn } from '#dashboards/row.js';

/** The alerts that a dashboard draws over time, but for those that the library adds. */
export const drawnOn = (application: Application, title: string): readonly string[] =>
  panelsIn(application.dashboards.find((each) => each.title === title)?.panels ?? [])
    .filter(({ key }) => !key.startsWith('alert-'))
    .flatMap(drawnAlerts(alertsOf(application)))
    .map(({ name }) => name);

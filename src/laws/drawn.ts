import { type Application } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { undrawn } from '#dashboards/drawn-alerts.js';
import { panelsIn } from '#dashboards/row.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';
import { inEach } from './apart.js';

const faults = (application: Application): readonly Fault[] => {
  const { name, dashboards } = application;
  if (dashboards.length === 0) return [];
  const panels = dashboards.flatMap((dashboard) => panelsIn(dashboard.panels));
  return undrawn(toldAlertsOf(application), panels).map((alert) => ({
    where: `${name}/dashboards`,
    what: alert.name,
    code: 'alert-not-drawn',
    why: `no panel over time draws what ${alert.name} watches, with the limit at which it fires`,
    cure: 'leave its row to application(…), or draw it: timeseries(…, { signal, limits: [alert] })',
  }));
};

/** Whoever is woken sees the crossing: how far, since when, and whether it was so before. Of an application without dashboards nothing is seen. */
export const everyAlertIsDrawn: Law = inEach(({ applications }) => applications.flatMap(faults));

import { alertLabels } from '#application/alert-labels.js';
import { type Application, alertsOf } from '#application/application.js';
import { ofOperator } from '#routing/alertmanager/operator.js';
import { type SimulatedAlert, simulate } from '#routing/alertmanager/simulate.js';

const start = Date.UTC(2026, 5, 15, 3);
const minute = 60_000;

/** An alert of an application that fires from so many minutes after the outage began on, for the rest of an hour. */
export const firing = (
  application: Application,
  name: string,
  after: number,
  labels: Readonly<Record<string, string>> = {},
): SimulatedAlert => {
  const rule = alertsOf(application).find((each) => each.name === name);
  if (!rule) throw new Error(`${application.name} has no alert ${name}`);
  return {
    labels: { ...alertLabels(application, rule).labels, ...labels },
    from: new Date(start + after * minute),
  };
};

/** By which alerts each integration is told, message by message. */
export const told = (application: Application, alerts: readonly SimulatedAlert[], integration: string) =>
  simulate(ofOperator([application]), { alerts, until: new Date(start + 60 * minute) })
    .filter((each) => each.integration.integration === integration)
    .map(({ firing }) => firing.map(({ alertname }) => alertname));

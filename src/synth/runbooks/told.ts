import { alertLabels } from '#application/alert-labels.js';
import type { Application } from '#application/application.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { address } from '#routing/receiver/address.js';
import { ways } from '#routing/reach.js';

/** Everybody who is told of an alert, by every way that it may take through the routes, as people call them. */
export const toldOf = (application: Application, rule: AlertRule): readonly string[] => {
  const receivers = ways(application.routing, alertLabels(application, rule)).flat();
  return [...new Set(receivers)].flatMap((name) => (application.routing.receivers[name] ?? []).map(address));
};

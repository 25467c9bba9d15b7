import { alertLabels } from '#application/alert-labels.js';
import { type Application, alertsOf } from '#application/application.js';
import { type Fault, below } from '#ground/fault.js';
import type { AlertLabels } from '#routing/carried.js';
import { idleGroupings, idleRoutes } from '#routing/idle.js';
import { idleInhibitions } from '#routing/idle-inhibition.js';
import type { Law } from './law.js';

type Faults = (application: Application, alerts: readonly AlertLabels[]) => readonly Fault[];

/** What an application's routing means to its alerts, of each. */
const ofEach = (applications: readonly Application[], faults: Faults): readonly Fault[] =>
  applications.flatMap((application) => {
    const alerts = alertsOf(application).map((rule) => alertLabels(application, rule));
    return below(`${application.name}/routing`, faults(application, alerts));
  });

/** A route that no alert takes was meant for one, which goes elsewhere. */
export const everyRouteTakesAnAlert: Law = ({ applications }) =>
  ofEach(applications, ({ routing }, alerts) => idleRoutes(routing, alerts));

/** By a label that no alert has none are kept apart: what was meant to be many messages is one. */
export const everyGroupingKeepsAlertsApart: Law = ({ applications }) =>
  ofEach(applications, ({ routing }, alerts) => idleGroupings(routing, alerts));

/** An inhibition that silences nothing was meant to; one by a label that both sides lack silences what it should not. */
export const everyInhibitionIsOfItsAlerts: Law = ({ applications }) =>
  ofEach(applications, ({ routing }, alerts) => idleInhibitions(routing.inhibit, alerts));

import { alertLabels } from '#application/alert-labels.js';
import type { Application } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { type Fault, below } from '#ground/fault.js';
import type { AlertLabels } from '#routing/carried.js';
import { idleGroupings, idleRoutes } from '#routing/idle.js';
import { idleInhibitions } from '#routing/idle-inhibition.js';
import { oncePerCause } from './cause.js';
import { isHeard } from './reached.js';
import type { Judged, Law } from './law.js';
import { inEach } from './apart.js';

type Faults = (application: Application, alerts: readonly AlertLabels[]) => readonly Fault[];

/** What an application's routing means to its alerts, of each. */
const ofEach = ({ applications, cluster }: Judged, faults: Faults): readonly Fault[] =>
  applications.flatMap((application) => {
    if (!isHeard(application, cluster)) return [];
    const alerts = toldAlertsOf(application).map((rule) => alertLabels(application, rule));
    return below(`${application.name}/routing`, faults(application, alerts));
  });

/** What is to be changed in a text, without what stays: of an alert that was renamed each name is misspelt alike. */
const misspelling = ({ where, what, cure }: Fault): string => {
  const [, meant] = /^write (\S+)$/.exec(cure) ?? [];
  if (meant === undefined) return `${where} ${what}`;
  const name = what.replace(/^\w+[=!~]+"/, '').replace(/"$/, '');
  const least = Math.min(name.length, meant.length);
  const begin = [...meant].findIndex((letter, i) => letter !== name[i]);
  const from = begin === -1 ? least : begin;
  const end =
    [...Array(least - from).keys()].find((i) => name.at(-1 - i) !== meant.at(-1 - i)) ?? least - from;
  return `${name.slice(from, name.length - end)} → ${meant.slice(from, meant.length - end)}`;
};

/** A route that no alert takes was meant for one, which goes elsewhere. */
export const everyRouteTakesAnAlert: Law = inEach((estate) =>
  ofEach(estate, ({ routing }, alerts) => idleRoutes(routing, alerts)),
);

/** By a label that no alert has none are kept apart: what was meant to be many messages is one. */
export const everyGroupingKeepsAlertsApart: Law = inEach((estate) =>
  ofEach(estate, ({ routing }, alerts) => idleGroupings(routing, alerts)),
);

/** An inhibition that silences nothing was meant to; one by a label that both sides lack silences what it should not. */
export const everyInhibitionIsOfItsAlerts: Law = inEach((estate) =>
  oncePerCause(
    ofEach(estate, ({ routing }, alerts) => idleInhibitions(routing.inhibit, alerts)).map((fault) => ({
      fault,
      cause: misspelling(fault),
      hit: fault.what,
    })),
  ),
);

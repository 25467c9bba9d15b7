import { alertLabels } from '#application/alert-labels.js';
import type { Application } from '#application/application.js';
import { beginningsOf, holdsAt } from '#alerts/rule/hours.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { courses } from '#routing/reach.js';
import type { Route } from '#routing/route.js';
import { type Minutes, always, everSends } from '#routing/week.js';
import type { Judged } from './law.js';
import { asGenerated } from './reached.js';

/** When an alert can fire: within its hours, unless it goes on after them. */
export const firing = ({ during, keepFiringFor }: AlertRule): Minutes =>
  during === undefined || keepFiringFor !== undefined
    ? always
    : { holds: (minute) => holdsAt(during, minute), turns: beginningsOf(during) };

/** The routes at which an alert comes to rest, on each of its courses that ends anywhere. */
export const restingPlaces = (
  application: Application,
  rule: AlertRule,
  cluster: Judged['cluster'],
): readonly (readonly Route[])[] =>
  courses(asGenerated(application, cluster), alertLabels(application, rule)).filter(
    (course) => course.length > 0,
  );

/** Whether one of these routes ever sends while an alert can fire. */
export const sends = ({ routing }: Application, rule: AlertRule, routes: readonly Route[]): boolean =>
  everSends(routes, routing.timeIntervals, firing(rule));

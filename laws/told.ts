import { alertLabels } from '../application/alert-labels.js';
import { type Application, alertsOf } from '../application/application.js';
import { type Weekday, weekdays } from '../alerts/rule/clock.js';
import { beginningsOf, holdsAt } from '../alerts/rule/hours.js';
import type { AlertRule } from '../alerts/rule/rule.js';
import { byKey } from '../ground/by-key.js';
import type { Fault } from '../ground/fault.js';
import { wakes } from '../routing/receiver/paging.js';
import { address } from '../routing/receiver/address.js';
import { courses } from '../routing/reach.js';
import type { Route } from '../routing/route.js';
import { type Minutes, always, everSends, isAny, onDay } from '../routing/week.js';
import type { Law } from './law.js';
import { asGenerated } from './reached.js';

/** When an alert can fire: within its hours, unless it goes on after them. */
const firing = ({ during, keepFiringFor }: AlertRule): Minutes =>
  during === undefined || keepFiringFor !== undefined
    ? always
    : { holds: (minute) => holdsAt(during, minute), turns: beginningsOf(during) };

/** The routes at which an alert comes to rest, on each of its courses that ends anywhere. */
const restingPlaces = (application: Application, rule: AlertRule): readonly (readonly Route[])[] =>
  courses(asGenerated(application), alertLabels(application, rule)).filter((course) => course.length > 0);

const sends = ({ routing }: Application, rule: AlertRule, routes: readonly Route[]): boolean =>
  everSends(routes, routing.timeIntervals, firing(rule));

const list = (names: readonly string[]): string => names.join(', ');

const intervalsOf = (routes: readonly Route[]): readonly string[] => [
  ...new Set(
    routes.flatMap(({ muteTimeIntervals = [], activeTimeIntervals = [] }) => [
      ...muteTimeIntervals,
      ...activeTimeIntervals,
    ]),
  ),
];

/** The days on which an alert can fire, and on which none of these routes sends. */
const muteDays = ({ routing }: Application, rule: AlertRule, routes: readonly Route[]): readonly Weekday[] =>
  weekdays.filter((_, day) => {
    const minutes = onDay(day, firing(rule));
    return isAny(minutes) && !everSends(routes, routing.timeIntervals, minutes);
  });

const muteFault = (application: Application, rule: AlertRule, course: readonly Route[]) => {
  const { receivers } = application.routing;
  const telling = course.filter(({ receiver }) => (receivers[receiver] ?? []).length > 0);
  if (telling.length === 0) return undefined;
  const by = `by ${list(intervalsOf(telling))}`;
  if (!sends(application, rule, telling))
    return {
      why: `at no time at which it can fire is it sent, ${by}: nobody is told of it`,
      cure: 'leave a time at which its route is active and not muted',
    };
  const days = rule.severity === 'critical' ? muteDays(application, rule, telling) : [];
  if (days.length === 0) return undefined;
  return {
    why: `it is critical, and all of ${list(days)} (in UTC) nobody is told of it, ${by}`,
    cure: 'tell somebody on every day on which it can fire, or make it a warning',
  };
};

/** An alert that fires only while its routes are mute is told to nobody; what is critical is told on each day of the week. */
export const noAlertIsAlwaysMuted: Law = ({ applications }) =>
  applications.flatMap((application) =>
    alertsOf(application).flatMap((rule): readonly Fault[] => {
      const [fault] = restingPlaces(application, rule).flatMap(
        (course) => muteFault(application, rule, course) ?? [],
      );
      return fault ? [{ where: `${application.name}/routing`, what: rule.name, ...fault }] : [];
    }),
  );

/** Where an alert goes that wakes nobody, of the courses that it may take; nothing where each wakes somebody. */
const sleeping = (application: Application, rule: AlertRule): readonly Route[] | undefined => {
  const { receivers } = application.routing;
  return restingPlaces(application, rule).find(
    (course) =>
      !sends(
        application,
        rule,
        course.filter(({ receiver }) => wakes(receivers[receiver] ?? [])),
      ),
  );
};

/** One fault for each place to which critical alerts go that wakes nobody. */
const unpagedFaults = (application: Application): readonly Fault[] => {
  const { receivers } = application.routing;
  const asleep = alertsOf(application)
    .filter(({ severity }) => severity === 'critical')
    .flatMap((rule) => {
      const course = sleeping(application, rule);
      if (course === undefined) return [];
      const told = course.flatMap(({ receiver }) => receivers[receiver] ?? []).map(address);
      return [{ name: rule.name, told: list([...new Set(told)]) }];
    });
  return [...byKey(asleep, ({ told }) => told)].map(([told, rules]) => ({
    where: `${application.name}/routing`,
    what: list(rules.map(({ name }) => name)),
    why: `critical, and pages nobody: ${list(rules.map(({ name }) => name))}, which ${rules.length === 1 ? 'goes' : 'go'} to ${told === '' ? 'no integration' : told}`,
    cure: "route it to what pages, such as pagerduty(…) or a webhook with pages: true; or say why not, once: routing({ …, unpaged: 'Slack is all that this team has' })",
  }));
};

/**
 * What is critical wakes somebody, or its application says in words why it does not: `unpaged`. What says so although all of it
 * pages is out of date.
 */
export const everyCriticalAlertPages: Law = ({ applications }) =>
  applications.flatMap((application) => {
    const { name, routing } = application;
    const faults = unpagedFaults(application);
    if (routing.unpaged === undefined) return faults;
    return faults.length > 0
      ? []
      : [
          {
            where: `${name}/routing`,
            what: routing.unpaged,
            why: 'it says why nobody is paged, and every critical alert pages',
            cure: 'leave unpaged out',
          },
        ];
  });

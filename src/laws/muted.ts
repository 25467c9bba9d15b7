import { type Weekday, weekdays } from '#alerts/rule/clock.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import type { Fault } from '#ground/fault.js';
import type { Route } from '#routing/route.js';
import { everSends, isAny, onDay } from '#routing/week.js';
import { firing, restingPlaces, sends } from './course.js';
import type { Law } from './law.js';
import { inEach } from './apart.js';

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
      code: 'muted' as const,
      why: `at no time at which it can fire is it sent, ${by}: nobody is told of it`,
      cure: 'leave a time at which its route is active and not muted',
    };
  const days = rule.severity === 'critical' ? muteDays(application, rule, telling) : [];
  if (days.length === 0) return undefined;
  return {
    code: 'muted' as const,
    why: `it is critical, and all of ${list(days)} (in UTC) nobody is told of it, ${by}`,
    cure: 'tell somebody on every day on which it can fire, or make it a warning',
  };
};

/** An alert that fires only while its routes are mute is told to nobody; what is critical is told on each day of the week. */
export const noAlertIsAlwaysMuted: Law = inEach(({ applications, cluster }) =>
  applications
    .filter(({ routing }) => Object.keys(routing.timeIntervals).length > 0)
    .flatMap((application) =>
      toldAlertsOf(application).flatMap((rule): readonly Fault[] => {
        const [fault] = restingPlaces(application, rule, cluster).flatMap(
          (course) => muteFault(application, rule, course) ?? [],
        );
        return fault ? [{ where: `${application.name}/routing`, what: rule.name, ...fault }] : [];
      }),
    ),
);

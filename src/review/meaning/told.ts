import { type Timing, timingsOf } from './timing.js';
import { byKey } from '#ground/by-key.js';
import type { AlertLabels } from '#routing/carried.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import { courses } from '#routing/reach.js';
import { address } from '#routing/receiver/address.js';
import type { Route } from '#routing/route.js';
import { hoursText } from './hours.js';
import type { TellingMeant } from './meaning.js';

type Routes = ReadonlyMap<Route, Timing>;

const tellings = (
  { receivers, timeIntervals }: Configuration,
  course: readonly Route[],
  timings: Routes,
): readonly Omit<TellingMeant, 'sure'>[] =>
  course.flatMap((route) =>
    (receivers[route.receiver] ?? []).map((integration) => ({
      to: address(integration),
      receiver: route.receiver,
      pages: integration.pages,
      resolved: integration.sendResolved,
      hours: hoursText(route, timeIntervals),
      wait: timings.get(route)?.wait ?? '',
      repeat: timings.get(route)?.repeat ?? '',
    })),
  );

/** What tells one telling from another of the same alert. */
const keyOf = ({ to, receiver, hours }: Omit<TellingMeant, 'sure'>): string =>
  JSON.stringify([to, receiver, hours]);

/** What makes one configuration's answers: its routes are walked once for all alerts. */
export const tellingOf = (
  configuration: Configuration,
): ((labels: AlertLabels) => readonly TellingMeant[]) => {
  const timings = timingsOf(configuration.route);
  return (labels) => {
    const ways = courses(configuration, labels).map((course) => tellings(configuration, course, timings));
    return [...byKey(ways.flat(), keyOf)].flatMap(([key, [first]]) =>
      first ? [{ ...first, sure: ways.every((way) => way.some((each) => keyOf(each) === key)) }] : [],
    );
  };
};

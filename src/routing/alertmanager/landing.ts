import type { Duration } from '#ground/duration.js';
import { satisfies } from '#routing/matcher.js';
import type { Route } from '#routing/route.js';
import type { Timed } from '#routing/week.js';

/** The labels of an alert, or those by which alerts are grouped. */
export type Labels = Readonly<Record<string, string>>;

/** Where an alert comes to rest in the tree, with all that is in force there. */
export interface Landing extends Timed {
  /** The path of the route: `route.routes[0]`. */
  readonly at: string;
  readonly receiver: string;
  readonly groupBy: readonly string[];
  readonly groupWait: Duration;
  readonly groupInterval: Duration;
  readonly repeatInterval: Duration;
}

type Handed = Pick<Landing, 'groupBy' | 'groupWait' | 'groupInterval' | 'repeatInterval'>;

/** What holds where no route says otherwise, https://prometheus.io/docs/alerting/latest/configuration/#route. */
export const defaults: Handed = { groupBy: [], groupWait: '30s', groupInterval: '5m', repeatInterval: '4h' };

const here = (route: Route, { groupBy, groupWait, groupInterval, repeatInterval }: Handed): Handed => ({
  groupBy: route.groupBy ?? groupBy,
  groupWait: route.groupWait ?? groupWait,
  groupInterval: route.groupInterval ?? groupInterval,
  repeatInterval: route.repeatInterval ?? repeatInterval,
});

/**
 * The routes at which an alert comes to rest, as Alertmanager's own tree has it: the deepest that take it, several where some let
 * it go on; none where the top does not. Time intervals are not handed down.
 */
export const landings = (
  route: Route,
  labels: Labels,
  above: Handed = defaults,
  at = 'route',
): readonly Landing[] => {
  if (!satisfies(labels, route.matchers)) return [];
  const handed = here(route, above);
  const below = amongChildren(route.routes, labels, handed, at);
  if (below.length > 0) return below;
  const { receiver, muteTimeIntervals, activeTimeIntervals } = route;
  return [
    {
      at,
      receiver,
      ...handed,
      ...(muteTimeIntervals && { muteTimeIntervals }),
      ...(activeTimeIntervals && { activeTimeIntervals }),
    },
  ];
};

const amongChildren = (
  routes: readonly Route[],
  labels: Labels,
  handed: Handed,
  at: string,
  from = 0,
): readonly Landing[] => {
  const route = routes[from];
  if (route === undefined) return [];
  const found = landings(route, labels, handed, `${at}.routes[${from}]`);
  return found.length > 0 && route.continue !== true
    ? found
    : [...found, ...amongChildren(routes, labels, handed, at, from + 1)];
};

/** The labels that an alert shares with the others of its message. */
export const groupLabels = ({ groupBy }: Pick<Landing, 'groupBy'>, labels: Labels): Labels =>
  groupBy.includes('...')
    ? labels
    : Object.fromEntries(Object.entries(labels).filter(([label]) => groupBy.includes(label)));

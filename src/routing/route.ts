import type { LabelMatcher } from '#promql/metric/match.js';
import type { Duration } from '#ground/duration.js';
import { type AlertMatchers, labelMatchers } from './matcher.js';

/**
 * A node of the routing tree, `R` the receivers and `T` the time intervals that there are. Of the alerts that satisfy its
 * matchers it takes those that no child takes. What is left out is as in the route above.
 */
export interface RouteSpec<R extends string = string, T extends string = string> {
  readonly receiver?: R;
  readonly matchers?: AlertMatchers;
  /** Labels by which alerts share a message: `alertname` and `severity` at the top of a tree. `['...']` gives each alert its own. */
  readonly groupBy?: readonly string[];
  /** How long a new group waits for more alerts before it is sent. */
  readonly groupWait?: Duration;
  /** How long after that until news of the group is sent. */
  readonly groupInterval?: Duration;
  /** How long until a message is sent again although nothing is new. */
  readonly repeatInterval?: Duration;
  /** Whether the routes beside it, after it, are tried too. */
  readonly continue?: boolean;
  /** Within any of these nothing is sent: by this route, not by those below it. */
  readonly muteTimeIntervals?: readonly T[];
  /** Outside all of these nothing is sent: by this route, not by those below it. */
  readonly activeTimeIntervals?: readonly T[];
  readonly routes?: readonly RouteSpec<R, T>[];
}

/** The top of a tree: it must say who is told. */
export type RootRouteSpec<R extends string = string, T extends string = string> = RouteSpec<R, T> & {
  readonly receiver: R;
};

/** A route as renderers read it: the receiver is told of each, whatever it has from the route above. */
export interface Route extends Omit<RouteSpec, 'matchers' | 'routes'> {
  readonly receiver: string;
  readonly matchers: readonly LabelMatcher[];
  readonly routes: readonly Route[];
}

export const route = ({ matchers, routes = [], ...spec }: RouteSpec, above: string): Route => {
  const receiver = spec.receiver ?? above;
  return {
    ...spec,
    receiver,
    matchers: labelMatchers(matchers),
    routes: routes.map((child) => route(child, receiver)),
  };
};

/** A route and all below it, each with its path. */
export const everyRoute = (
  at: string,
  spec: RouteSpec,
): readonly (readonly [at: string, spec: RouteSpec])[] => [
  [at, spec],
  ...(spec.routes ?? []).flatMap((child, i) => everyRoute(`${at}.routes[${i}]`, child)),
];

import type { AlertMatchers } from '#routing/matcher.js';
import type { InhibitionSpec } from '#routing/inhibition.js';
import type { RootRouteSpec, RouteSpec } from '#routing/route.js';
import type { Receivers, Intervals } from '#routing/routing.js';
import type { WrittenRoute } from '#routing/read/route.js';
import type { Draft } from './draft.js';
import { wordedMatchers } from './matchers.js';

/** What a draft is as a routing's specification. */
export interface Spec {
  readonly receivers: Receivers;
  readonly timeIntervals: Intervals;
  readonly route: RootRouteSpec;
  readonly inhibit: readonly InhibitionSpec[];
}

const matchersOf = (matchers: WrittenRoute['matchers']): AlertMatchers =>
  wordedMatchers(matchers)?.value ?? {};

const routeOf = ({ line: _, matchers, routes, ...route }: WrittenRoute): RootRouteSpec => ({
  ...route,
  ...(matchers.length > 0 && { matchers: matchersOf(matchers) }),
  ...(routes.length > 0 && { routes: routes.map((each): RouteSpec => routeOf(each)) }),
});

export const specOf = ({ receivers, intervals, route, inhibit }: Draft): Spec => ({
  receivers: Object.fromEntries(
    [...receivers].map(([name, its]) => [name, its.map(({ integration }) => integration)]),
  ),
  timeIntervals: Object.fromEntries(intervals),
  route: routeOf(route),
  inhibit: inhibit.map(({ source, target, equal }) => ({
    source: matchersOf(source),
    target: matchersOf(target),
    equal,
  })),
});

import type { TimeInterval } from '#routing/time-interval.js';
import { type Intervals, type Receivers, type Routing, type RoutingSpec, routing } from '#routing/routing.js';
import type { Profile } from './profile.js';

/** A routing but for its language, which is that of its application. */
export type OwnRoutingSpec<R extends Receivers, T extends Intervals> = Omit<
  RoutingSpec<R, T>,
  'language' | 'severities'
>;

/**
 * The routing of an application's own alerts, which carry its name in the label `application`, told in its language.
 *
 * @throws Error, when the application is made, that tells everything that is wrong with it at once: see `routing`.
 */
export const ownRouting =
  <const R extends Receivers, const T extends Intervals = Readonly<Record<never, TimeInterval>>>(
    spec: OwnRoutingSpec<R, T>,
  ) =>
  ({
    application,
    language,
    severities = [],
  }: Pick<Profile, 'application' | 'language'> & Partial<Pick<Profile, 'severities'>>): Routing => {
    const { route } = spec;
    return routing<R, T>({
      ...spec,
      language,
      severities,
      route: { ...route, matchers: { application, ...route.matchers } },
    });
  };

import type { Language } from '#ground/language.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import { type Fault, thrownBy, refuse } from '#ground/fault.js';
import { beating, heartbeatFaults, heartbeatReceiver, heartbeatRoute } from './heartbeat.js';
import { type Inhibition, type InhibitionSpec, inhibition, inhibitionFaults } from './inhibition.js';
import { type TimeInterval, intervalFaults } from './time-interval.js';
import { type Clock, kst, utc } from './message/clock.js';
import { type Integration, type Receiver, receiverFaults } from './receiver/receiver.js';
import type { Webhook } from './receiver/webhook.js';
import { type RootRouteSpec, type Route, type RouteSpec, everyRoute, route } from './route.js';
import { routeFaults } from './route-faults.js';
import { nearest } from '#ground/nearest.js';
import { routingShape } from './shape.js';

/** Who is told, by the names of receivers. */
export type Receivers = Readonly<Record<string, Integration | readonly Integration[]>>;
/** Times of the week by their names. */
export type Intervals = Readonly<Record<string, TimeInterval | readonly TimeInterval[]>>;

export interface RoutingSpec<R extends Receivers, T extends Intervals> {
  /** The language of the messages. */
  readonly language: Language;
  /** The clock that messages tell the time by: Korea's for messages in Korean, else UTC. */
  readonly clock?: Clock;
  /** Who can be told, by name. A receiver of no integration, `[]`, tells nobody. */
  readonly receivers: R;
  readonly timeIntervals?: T;
  readonly route: RootRouteSpec<NoInfer<keyof R & string>, NoInfer<keyof T & string>>;
  readonly inhibit?: readonly InhibitionSpec[];
  /**
   * A service outside that misses a heartbeat and tells people then, such as healthchecks: a Watchdog that always fires is sent to it.
   * Without one there is no Watchdog.
   */
  readonly heartbeat?: Webhook;
  /**
   * Why what is critical pages nobody, or not all of it: a sentence for whoever reviews this, and for whoever operates it. Left out
   * where each critical alert reaches a receiver that pages.
   */
  readonly unpaged?: string;
  /** Why nobody is told of anything, though alerts are evaluated: a sentence for whoever reviews this. */
  readonly untold?: string;
  /** After how long without news an alert is taken for resolved. It is one for a whole Alertmanager; its default is 5m. */
  readonly resolveTimeout?: Duration;
  /** Severities of others that alerts bring along: a pattern may match them, `severity: /page/`. */
  readonly severities?: readonly string[];
}

/** Who is told of which alerts, how and in which words: what `routing` found to be sound. */
export interface Routing {
  readonly language: Language;
  readonly clock: Clock;
  readonly receivers: Readonly<Record<string, Receiver>>;
  readonly timeIntervals: Readonly<Record<string, readonly TimeInterval[]>>;
  readonly route: Route;
  readonly inhibit: readonly Inhibition[];
  /** Where the Watchdog goes, which is a receiver and a route too. */
  readonly heartbeat?: Webhook;
  /** Why what is critical pages nobody, or not all of it. */
  readonly unpaged?: string;
  /** Why nobody is told of anything. */
  readonly untold?: string;
  readonly resolveTimeout: Duration;
}

/** Alerts of one name and severity share a message; Alertmanager's own default is one message for all alerts. */
const defaultGroupBy = ['alertname', 'severity'];

const isList = <V extends object>(value: V | readonly V[]): value is readonly V[] => Array.isArray(value);
const lists = <V extends object>(
  values: Readonly<Record<string, V | readonly V[]>>,
): Readonly<Record<string, readonly V[]>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isList(value) ? value : [value]]));

const freeze = <V>(value: V): V => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
};

/** Whether a route names it, misspelt, which is told of the route. */
const isMeant = (name: string, names: readonly string[], used: readonly (string | undefined)[]): boolean =>
  used.some((each) => each !== undefined && !names.includes(each) && nearest(each, names) === name);

export const unusedFaults = (
  kind: 'receivers' | 'timeIntervals',
  names: readonly string[],
  used: readonly (string | undefined)[],
): readonly Fault[] =>
  names
    .filter((name) => !used.includes(name) && !isMeant(name, names, used))
    .map((name) => ({
      where: `${kind}.${name}`,
      what: name,
      code: 'unused',
      why: 'no route names it, so it never gets an alert into its hands',
      cure: 'name it in a route or leave it out',
    }));

export const usedIntervals = ({
  muteTimeIntervals = [],
  activeTimeIntervals = [],
}: Pick<RouteSpec, 'muteTimeIntervals' | 'activeTimeIntervals'>): readonly string[] => [
  ...muteTimeIntervals,
  ...activeTimeIntervals,
];

/** What each says why. */
const reasonsSaid = {
  unpaged: { is: 'paged', like: 'Slack is all that this team has' },
  untold: { is: 'told', like: 'In staging those are told who look' },
} as const;

/** Reasons that are none: a word, or nothing. */
export const unsaidFaults = (
  said: Readonly<Record<keyof typeof reasonsSaid, string | undefined>>,
): readonly Fault[] =>
  (['unpaged', 'untold'] as const).flatMap((field) => {
    const why = said[field];
    const { is, like } = reasonsSaid[field];
    return why === undefined || /\p{L}\P{L}+\p{L}/u.test(why)
      ? []
      : [
          {
            where: field,
            what: why,
            code: 'unpaged-without-reason',
            why: `'${why}' does not say why nobody is ${is}`,
            cure: `say it in words, e.g. '${like}'`,
          },
        ];
  });

/** Routings as they were made, of which all is frozen. */
const sound = new WeakSet<Routing>();
/** Whether a routing is as it was made, and no copy of one. */
export const isAsMade = (given: Routing): boolean => sound.has(given);

/**
 * The routing of an application's alerts. Receivers and time intervals are named once, as keys; a route that names another does
 * not compile.
 *
 * @throws Error that tells everything that is wrong with it at once.
 */
export const routing = <
  const R extends Receivers,
  const T extends Intervals = Readonly<Record<never, TimeInterval>>,
>(
  spec: RoutingSpec<R, T>,
): Routing => {
  refuse('routing', routingShape('', spec));
  const receivers = lists<Integration>(spec.receivers);
  const timeIntervals = lists<TimeInterval>(spec.timeIntervals ?? {});
  const {
    language,
    clock = language === 'ko' ? kst : utc,
    inhibit = [],
    unpaged,
    untold,
    resolveTimeout = '5m',
    severities = [],
  } = spec;
  const heartbeat = spec.heartbeat && beating(spec.heartbeat);
  const known = { receivers: Object.keys(receivers), timeIntervals, severities };
  const routes = everyRoute('route', spec.route).map(([, each]) => each);

  refuse('routing', [
    ...Object.entries(receivers).flatMap(([name, receiver]) =>
      receiverFaults(`receivers.${name}`, name, receiver),
    ),
    ...unusedFaults(
      'receivers',
      known.receivers,
      routes.map(({ receiver }) => receiver),
    ),
    ...Object.entries(timeIntervals).flatMap(([name, intervals]) =>
      intervalFaults(`timeIntervals.${name}`, intervals),
    ),
    ...unusedFaults('timeIntervals', Object.keys(timeIntervals), routes.flatMap(usedIntervals)),
    ...routeFaults('route', spec.route, known),
    ...inhibitionFaults(inhibit, severities),
    ...(heartbeat ? heartbeatFaults(known.receivers, inhibit) : []),
    ...(heartbeat ? receiverFaults('heartbeat', heartbeatReceiver, [heartbeat]) : []),
    ...unsaidFaults({ unpaged, untold }),
    ...thrownBy('resolveTimeout', () => inSeconds(resolveTimeout)),
  ]);

  const made = freeze<Routing>({
    language,
    clock,
    receivers: { ...receivers, ...(heartbeat && { [heartbeatReceiver]: [heartbeat] }) },
    timeIntervals,
    route: route(
      {
        groupBy: defaultGroupBy,
        ...spec.route,
        ...(heartbeat && { routes: [heartbeatRoute, ...(spec.route.routes ?? [])] }),
      },
      spec.route.receiver,
    ),
    inhibit: inhibit.map(inhibition),
    ...(heartbeat && { heartbeat }),
    ...(unpaged !== undefined && { unpaged }),
    ...(untold !== undefined && { untold }),
    resolveTimeout,
  });
  sound.add(made);
  return made;
};

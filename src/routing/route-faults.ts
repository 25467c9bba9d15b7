import { isLabelName } from '#promql/metric/spelling.js';
import type { Fault } from '#ground/fault.js';
import { twice } from '#ground/repeated.js';
import { instead } from '#ground/nearest.js';
import { defaults } from './alertmanager/landing.js';
import { matcherFaults } from './matcher.js';
import type { RouteSpec } from './route.js';
import { type TimeInterval, intervalFaults } from './time-interval.js';
import { type Timing, timingFaults } from './timing-faults.js';
import { always, everSends } from './week.js';

/** What a routing has that a route may name. */
export interface Known {
  readonly receivers: readonly string[];
  readonly timeIntervals: Readonly<Record<string, readonly TimeInterval[]>>;
  /** Severities of others that alerts bring along. */
  readonly severities?: readonly string[];
}

const list = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : 'none');

const nameFaults = (
  at: string,
  what: 'receiver' | 'time interval',
  names: readonly string[],
  known: readonly string[],
): readonly Fault[] =>
  names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      where: at,
      what: name,
      code: what === 'receiver' ? 'no-such-receiver' : 'no-such-time-interval',
      why: `there is no ${what} '${name}'`,
      cure: known.length === 0 ? 'declare it, there is none' : instead(name, known),
    }));

const groupByFaults = (at: string, labels: readonly string[]): readonly Fault[] => [
  ...(labels.length > 0
    ? []
    : [
        {
          where: at,
          what: '[]',
          code: 'bad-grouping' as const,
          why: 'groups by nothing, which Alertmanager reads as left out',
          cure: "leave it out, or write ['...'] for a message per alert",
        },
      ]),
  ...(labels.includes('...') && labels.length > 1
    ? [
        {
          where: at,
          what: '...',
          code: 'bad-grouping' as const,
          why: "'...' stands for all labels",
          cure: `leave out ${list(labels.filter((label) => label !== '...'))}, or '...'`,
        },
      ]
    : []),
  ...twice(labels).map((label) => ({
    where: at,
    what: label,
    code: 'label-twice' as const,
    why: `'${label}' stands twice, which Alertmanager refuses`,
    cure: 'leave one out',
  })),
  ...labels
    .filter((label) => label !== '...' && !isLabelName(label))
    .map((label) => ({
      where: at,
      what: label,
      code: 'bad-label-name' as const,
      why: `'${label}' is not a label name`,
      cure: 'use letters, digits and _, and dots as OpenTelemetry does',
    })),
];

const silentFaults = (
  at: string,
  spec: Omit<RouteSpec, 'matchers' | 'routes'>,
  { timeIntervals }: Known,
): readonly Fault[] => {
  const named = [...new Set([...(spec.muteTimeIntervals ?? []), ...(spec.activeTimeIntervals ?? [])])];
  const malformed = named.some((name) => intervalFaults('', timeIntervals[name] ?? []).length > 0);
  return malformed || everSends([spec], timeIntervals, always)
    ? []
    : [
        {
          where: at,
          what: named.join(', '),
          code: 'muted',
          why: `at no time of the week does it send anything, by ${named.join(', ')}`,
          cure: 'leave a time at which it is active and not muted; what nobody is to hear goes to a receiver of no integration',
        },
      ];
};

const siblingFaults = (at: string, routes: readonly RouteSpec[]): readonly Fault[] => {
  const takesAll = routes.findIndex(
    ({ matchers = {}, continue: goesOn = false }) => Object.keys(matchers).length === 0 && !goesOn,
  );
  return takesAll === -1 || takesAll === routes.length - 1
    ? []
    : [
        {
          where: `${at}.routes[${takesAll + 1}]`,
          what: '',
          code: 'route-never-reached',
          why: `no alert gets here: routes[${takesAll}] has no matchers and takes all`,
          cure: 'put that last, or give it matchers',
        },
      ];
};

/** What of its timing a route has where nobody says it: what repeats by default differs between Alertmanagers. */
const unsaid: Timing = { groupInterval: defaults.groupInterval };

/** A route as far as it is checked alike, whether its matchers are written or made. */
type Node<R> = Omit<RouteSpec, 'matchers' | 'routes'> & { readonly routes?: readonly R[] };

/** All that is wrong with a route and those below it, of which `matching` tells what is wrong with matchers. */
export const treeFaults = <R extends Node<R>>(
  at: string,
  route: R,
  known: Known,
  matching: (at: string, route: R) => readonly Fault[],
  above: Timing = unsaid,
): readonly Fault[] => {
  const { receiver, groupBy, muteTimeIntervals = [], activeTimeIntervals = [], routes = [] } = route;
  const timing = {
    ...above,
    ...(route.groupInterval && { groupInterval: route.groupInterval }),
    ...(route.repeatInterval && { repeatInterval: route.repeatInterval }),
  };
  const own = timingFaults(at, route, timing);
  const intervalNames = Object.keys(known.timeIntervals);
  const unknown = [
    ...nameFaults(`${at}.muteTimeIntervals`, 'time interval', muteTimeIntervals, intervalNames),
    ...nameFaults(`${at}.activeTimeIntervals`, 'time interval', activeTimeIntervals, intervalNames),
  ];
  return [
    ...(receiver === undefined ? [] : nameFaults(`${at}.receiver`, 'receiver', [receiver], known.receivers)),
    ...matching(at, route),
    ...(groupBy ? groupByFaults(`${at}.groupBy`, groupBy) : []),
    ...own,
    ...(unknown.length > 0 ? unknown : silentFaults(at, route, known)),
    ...routes.flatMap((child, i) =>
      treeFaults(`${at}.routes[${i}]`, child, known, matching, own.length > 0 ? unsaid : timing),
    ),
  ];
};

/** All that is wrong with a route as it is written, and with those below it. */
export const routeFaults = (at: string, spec: RouteSpec, known: Known): readonly Fault[] =>
  treeFaults(at, spec, known, (where, { matchers, routes = [] }) => [
    ...matcherFaults(`${where}.matchers`, matchers, known.severities),
    ...siblingFaults(where, routes),
  ]);

import { isLabelName } from '../promql/metric/label.js';
import { type Duration, inSeconds } from '../ground/duration.js';
import { type Fault, thrownBy } from '../ground/fault.js';
import { twice } from '../ground/repeated.js';
import { instead } from '../ground/nearest.js';
import { matcherFaults } from './matcher.js';
import type { RouteSpec } from './route.js';
import { type TimeInterval, intervalFaults } from './time-interval.js';
import { always, everSends } from './week.js';

/** What a routing has that a route may name. */
export interface Known {
  readonly receivers: readonly string[];
  readonly timeIntervals: Readonly<Record<string, readonly TimeInterval[]>>;
}

/** Alertmanager's default, https://prometheus.io/docs/alerting/latest/configuration/#route. */
const defaultGroupInterval = '5m';

/**
 * How long Alertmanager remembers what it has sent, unless `--data.retention` says otherwise: after that it sends again.
 * https://github.com/prometheus/alertmanager/blob/v0.33.0/cmd/alertmanager/main.go
 */
const retention = '120h';

const list = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : 'none');

const nameFaults = (
  at: string,
  what: string,
  names: readonly string[],
  known: readonly string[],
): readonly Fault[] =>
  names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      where: at,
      what: name,
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
          why: 'groups by nothing, which Alertmanager reads as left out',
          cure: "leave it out, or write ['...'] for a message per alert",
        },
      ]),
  ...(labels.includes('...') && labels.length > 1
    ? [
        {
          where: at,
          what: '...',
          why: "'...' stands for all labels",
          cure: `leave out ${list(labels.filter((label) => label !== '...'))}, or '...'`,
        },
      ]
    : []),
  ...twice(labels).map((label) => ({
    where: at,
    what: label,
    why: `'${label}' stands twice, which Alertmanager refuses`,
    cure: 'leave one out',
  })),
  ...labels
    .filter((label) => label !== '...' && !isLabelName(label))
    .map((label) => ({
      where: at,
      what: label,
      why: `'${label}' is not a label name`,
      cure: 'use letters, digits and _',
    })),
];

const durationFaults = (
  at: string,
  duration: Duration | undefined,
  zero: 'allowed' | 'refused',
): readonly Fault[] => {
  if (duration === undefined) return [];
  const malformed = thrownBy(at, () => inSeconds(duration));
  if (malformed.length > 0 || zero === 'allowed' || inSeconds(duration) > 0) return malformed;
  return [
    {
      where: at,
      what: duration,
      why: `${duration} is no interval, Alertmanager refuses it`,
      cure: "write e.g. '10s'",
    },
  ];
};

/** Durations that are in force on a route, its own or from above. */
interface Timing {
  readonly groupInterval: Duration;
  readonly repeatInterval?: Duration;
}

const timingFaults = (
  at: string,
  spec: RouteSpec,
  { groupInterval, repeatInterval }: Timing,
): readonly Fault[] => {
  const malformed = [
    ...durationFaults(`${at}.groupWait`, spec.groupWait, 'allowed'),
    ...durationFaults(`${at}.groupInterval`, spec.groupInterval, 'refused'),
    ...durationFaults(`${at}.repeatInterval`, spec.repeatInterval, 'refused'),
  ];
  if (malformed.length > 0 || repeatInterval === undefined) return malformed;
  if (spec.repeatInterval !== undefined && inSeconds(repeatInterval) > inSeconds(retention))
    return [
      {
        where: `${at}.repeatInterval`,
        what: repeatInterval,
        why: `${repeatInterval} is longer than Alertmanager remembers what it has sent, ${retention}: it repeats when it has forgotten`,
        cure: `repeat at least every ${retention}`,
      },
    ];
  if (inSeconds(repeatInterval) >= inSeconds(groupInterval)) return [];
  return [
    {
      where: `${at}.repeatInterval`,
      what: repeatInterval,
      why: `${repeatInterval} is shorter than the groupInterval of ${groupInterval}, and a group is only looked at that often`,
      cure: 'repeat no more often than that',
    },
  ];
};

const silentFaults = (at: string, spec: RouteSpec, { timeIntervals }: Known): readonly Fault[] => {
  const named = [...new Set([...(spec.muteTimeIntervals ?? []), ...(spec.activeTimeIntervals ?? [])])];
  const malformed = named.some((name) => intervalFaults('', timeIntervals[name] ?? []).length > 0);
  return malformed || everSends([spec], timeIntervals, always)
    ? []
    : [
        {
          where: at,
          what: named.join(', '),
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
          why: `no alert gets here: routes[${takesAll}] has no matchers and takes all`,
          cure: 'put that last, or give it matchers',
        },
      ];
};

/** All that is wrong with a route and those below it. */
export const routeFaults = (
  at: string,
  spec: RouteSpec,
  known: Known,
  above: Timing = { groupInterval: defaultGroupInterval },
): readonly Fault[] => {
  const { receiver, matchers, groupBy, muteTimeIntervals = [], activeTimeIntervals = [], routes = [] } = spec;
  const timing = {
    ...above,
    ...(spec.groupInterval && { groupInterval: spec.groupInterval }),
    ...(spec.repeatInterval && { repeatInterval: spec.repeatInterval }),
  };
  const own = timingFaults(at, spec, timing);
  const intervalNames = Object.keys(known.timeIntervals);
  const unknown = [
    ...nameFaults(`${at}.muteTimeIntervals`, 'time interval', muteTimeIntervals, intervalNames),
    ...nameFaults(`${at}.activeTimeIntervals`, 'time interval', activeTimeIntervals, intervalNames),
  ];
  return [
    ...(receiver === undefined ? [] : nameFaults(`${at}.receiver`, 'receiver', [receiver], known.receivers)),
    ...matcherFaults(`${at}.matchers`, matchers),
    ...(groupBy ? groupByFaults(`${at}.groupBy`, groupBy) : []),
    ...own,
    ...(unknown.length > 0 ? unknown : silentFaults(at, spec, known)),
    ...siblingFaults(at, routes),
    ...routes.flatMap((child, i) =>
      routeFaults(
        `${at}.routes[${i}]`,
        child,
        known,
        own.length > 0 ? { groupInterval: defaultGroupInterval } : timing,
      ),
    ),
  ];
};

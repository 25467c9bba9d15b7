import { isLabelName } from '../promql/metric/label.js';
import { type Duration, inSeconds } from '../ground/duration.js';
import { type Fault, thrownBy } from '../ground/fault.js';
import { twice } from '../ground/repeated.js';
import { instead } from '../ground/nearest.js';
import { matcherFaults } from './matcher.js';
import type { RouteSpec } from './route.js';

/** What a routing has that a route may name. */
export interface Known {
  readonly receivers: readonly string[];
  readonly timeIntervals: readonly string[];
}

/** Alertmanager's default, https://prometheus.io/docs/alerting/latest/configuration/#route. */
const defaultGroupInterval = '5m';

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
  if (
    malformed.length > 0 ||
    repeatInterval === undefined ||
    inSeconds(repeatInterval) >= inSeconds(groupInterval)
  )
    return malformed;
  return [
    {
      where: `${at}.repeatInterval`,
      what: repeatInterval,
      why: `${repeatInterval} is shorter than the groupInterval of ${groupInterval}, and a group is only looked at that often`,
      cure: 'repeat no more often than that',
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
  return [
    ...(receiver === undefined ? [] : nameFaults(`${at}.receiver`, 'receiver', [receiver], known.receivers)),
    ...matcherFaults(`${at}.matchers`, matchers),
    ...(groupBy ? groupByFaults(`${at}.groupBy`, groupBy) : []),
    ...own,
    ...nameFaults(`${at}.muteTimeIntervals`, 'time interval', muteTimeIntervals, known.timeIntervals),
    ...nameFaults(`${at}.activeTimeIntervals`, 'time interval', activeTimeIntervals, known.timeIntervals),
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

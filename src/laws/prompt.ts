import { alertLabels } from '#application/alert-labels.js';
import type { Application } from '#application/application.js';
import { type Promptness, firesAfter, readSeconds } from '#application/promptness.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { defaults } from '#routing/alertmanager/landing.js';
import { courses } from '#routing/reach.js';
import type { Route } from '#routing/route.js';
import { asGenerated, isHeard } from './reached.js';
import type { Judged, Law } from './law.js';
import { inEach } from './apart.js';

/** How long a new group waits at each route of a tree: as the route above, unless it says otherwise. */
const waits = (route: Route, above: Duration = defaults.groupWait): ReadonlyMap<Route, Duration> => {
  const own = route.groupWait ?? above;
  return new Map([[route, own], ...route.routes.flatMap((each) => [...waits(each, own)])]);
};

/** How long the first message of an alert waits, in seconds, on the slowest of its courses; nothing where no course ends anywhere. */
const toldAfter = (
  application: Application,
  rule: AlertRule,
  cluster: Judged['cluster'],
): number | undefined => {
  const { route, receivers } = asGenerated(application, cluster);
  const waited = waits(route);
  const first = courses({ route }, alertLabels(application, rule)).flatMap((course) => {
    const sending = course.filter(({ receiver }) => (receivers[receiver] ?? []).length > 0);
    const seconds = sending.map((each) => inSeconds(waited.get(each) ?? defaults.groupWait));
    return seconds.length === 0 ? [] : [Math.min(...seconds)];
  });
  return first.length === 0 ? undefined : Math.max(...first);
};

interface Critical {
  readonly rule: AlertRule;
  readonly seconds: number;
}

const criticalOf = ({ groups, logGroups }: Application): readonly Critical[] =>
  [...groups, ...logGroups].flatMap((group) =>
    group.alerts
      .filter(({ severity }) => severity === 'critical')
      .map((rule) => ({ rule, seconds: firesAfter(rule, group) })),
  );

const tooSlow = (
  where: string,
  { fires, slower = {} }: Promptness,
  all: readonly Critical[],
): readonly Fault[] => {
  const late = (name: string): boolean =>
    all.some(({ rule, seconds }) => rule.name === name && seconds > inSeconds(fires));
  return all.flatMap(({ rule: { name }, seconds }): readonly Fault[] => {
    const why = slower[name];
    if (why === undefined)
      return late(name)
        ? [
            {
              where,
              what: name,
              code: 'critical-too-late',
              why: `${name} is critical and fires up to ${readSeconds(seconds)} after a fault began, later than the ${fires} that are promised`,
              cure: `shorten its for or its window, or say which alert tells of the same outage in time, or why it will do: prompt: { …, slower: { ${name}: { sooner: '…' } } }`,
            },
          ]
        : [];
    if (!late(name))
      return [
        {
          where: `${where}.slower.${name}`,
          what: name,
          code: 'setting-for-nothing',
          why: `it says why ${name} is slow, which fires within ${readSeconds(seconds)}`,
          cure: 'leave it out',
        },
      ];
    return typeof why !== 'string' && late(why.sooner)
      ? [
          {
            where: `${where}.slower.${name}`,
            what: why.sooner,
            code: 'critical-too-late',
            why: `${why.sooner}, which is to tell in the place of ${name}, is too slow itself`,
            cure: `name one that fires within ${fires}`,
          },
        ]
      : [];
  });
};

const toldTooLate = (
  application: Application,
  cluster: Judged['cluster'],
  where: string,
  { told }: Promptness,
  all: readonly Critical[],
): readonly Fault[] =>
  all.flatMap(({ rule }) => {
    const seconds = toldAfter(application, rule, cluster);
    return seconds === undefined || seconds <= inSeconds(told)
      ? []
      : [
          {
            where,
            what: rule.name,
            code: 'critical-too-late' as const,
            why: `${rule.name} is critical, and its message waits ${readSeconds(seconds)} for others of its group, longer than the ${told} that are promised`,
            cure: `let its route wait less: { matchers: { severity: 'critical' }, groupWait: '10s' }`,
          },
        ];
  });

/**
 * What is critical fires as soon as its application promises, where everything is concerned, and is told as soon after that: by `for`, windows,
 * scrapes and evaluations of each alert, and by how long the route that it takes waits for others of a new group. Exceptions are named.
 */
export const everyCriticalAlertIsPrompt: Law = inEach(({ applications, cluster }) =>
  applications.flatMap((application) => {
    const { name, prompt } = application;
    if (prompt === undefined) return [];
    const all = criticalOf(application);
    const where = `${name}/prompt`;
    return [
      ...tooSlow(where, prompt, all),
      ...(isHeard(application, cluster) ? toldTooLate(application, cluster, where, prompt, all) : []),
    ];
  }),
);

import { severities } from '#alerts/rule/facts.js';
import type { Fault } from '#ground/fault.js';
import { languages } from '#ground/language.js';
import { length, oneOf } from '#ground/shape.js';
import { type LabelMatcher, matchOperators } from '#promql/metric/match.js';
import { heartbeatReceiver } from './heartbeat.js';
import { madeFaults } from './inhibition.js';
import { accepts } from './matcher.js';
import { receiverFaults } from './receiver/receiver.js';
import { receiversShape } from './receiver/shape.js';
import type { Route } from './route.js';
import { treeFaults } from './route-faults.js';
import { type Routing, isAsMade, unsaidFaults, unusedFaults, usedIntervals } from './routing.js';
import { intervalFaults } from './time-interval.js';

/** What is wrong with a matcher that nobody checked. */
const madeMatcherFaults = (at: string, matchers: readonly LabelMatcher[]): readonly Fault[] =>
  matchers.flatMap((each) => [
    ...oneOf(matchOperators)(`${at}.${each.label}`, each.operator),
    ...(each.label === 'severity' && !severities.some((severity) => accepts(each, severity))
      ? oneOf(severities)(`${at}.severity`, each.value)
      : []),
  ]);

const nodesOf = (route: Route): readonly Route[] => [route, ...route.routes.flatMap(nodesOf)];

/** What is wrong with a routing that was changed since it was made; nothing of one that was not. */
export const changedFaults = (given: Routing): readonly Fault[] => {
  if (isAsMade(given)) return [];
  const {
    receivers,
    timeIntervals,
    route: root,
    inhibit,
    heartbeat,
    unpaged,
    untold,
    resolveTimeout,
    language,
  } = given;
  const malformed = [
    ...oneOf(languages)('language', language),
    ...receiversShape('receivers', receivers),
    ...length('resolveTimeout', resolveTimeout),
  ];
  if (malformed.length > 0) return malformed;
  const nodes = nodesOf(root);
  const names = Object.keys(receivers);
  return [
    ...Object.entries(receivers).flatMap(([name, receiver]) =>
      receiverFaults(`receivers.${name}`, name, receiver),
    ),
    ...unusedFaults(
      'receivers',
      names,
      nodes.map(({ receiver }) => receiver),
    ),
    ...Object.entries(timeIntervals).flatMap(([name, intervals]) =>
      intervalFaults(`timeIntervals.${name}`, intervals),
    ),
    ...unusedFaults('timeIntervals', Object.keys(timeIntervals), nodes.flatMap(usedIntervals)),
    ...treeFaults<Route>('route', root, { receivers: names, timeIntervals }, (at, { matchers }) =>
      madeMatcherFaults(`${at}.matchers`, matchers),
    ),
    ...inhibit.flatMap(({ source, target }, i) => [
      ...madeMatcherFaults(`inhibit[${i}].source`, source),
      ...madeMatcherFaults(
        `inhibit[${i}].target`,
        target.filter(({ value }) => value !== 'none'),
      ),
    ]),
    ...madeFaults(inhibit),
    ...(heartbeat ? receiverFaults('heartbeat', heartbeatReceiver, [heartbeat]) : []),
    ...unsaidFaults({ unpaged, untold }),
  ];
};

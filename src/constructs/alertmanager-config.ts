import type { IAlertmanagerConfigSpec } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfigSpec';
import type { IMatcher } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Matcher';
import type { IMuteTimeInterval } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/MuteTimeInterval';
import type { Route as RouteOfSpec } from '#imports/alertmanager-config.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { type Fault, refuse } from '#ground/fault.js';
import type { TimeInterval } from '#routing/time-interval.js';
import type { Reader } from '#routing/message/reader.js';
import type { Route } from '#routing/route.js';
import type { Routing } from '#routing/routing.js';
import { receiver } from './alertmanager-receiver.js';
import { some } from './some.js';

const matcher = ({ label, operator, value }: LabelMatcher): IMatcher => ({
  name: label,
  matchType: operator,
  value,
});

const route = ({
  receiver,
  matchers,
  groupBy = [],
  muteTimeIntervals = [],
  activeTimeIntervals = [],
  routes,
  ...rest
}: Route): RouteOfSpec => ({
  receiver,
  ...some('matchers', matchers.map(matcher)),
  ...some('groupBy', groupBy),
  ...rest,
  ...some('muteTimeIntervals', muteTimeIntervals),
  ...some('activeTimeIntervals', activeTimeIntervals),
  ...some('routes', routes.map(route)),
});

const muteTimeInterval = ([name, intervals]: readonly [
  string,
  readonly TimeInterval[],
]): IMuteTimeInterval => ({
  name,
  timeIntervals: intervals.map(({ times = [], weekdays = [] }) => ({
    ...some(
      'times',
      times.map(({ start, end }) => ({ startTime: start, endTime: end })),
    ),
    ...some('weekdays', weekdays),
  })),
});

const faults = ({ resolveTimeout, route: { matchers, continue: goesOn } }: Routing): readonly Fault[] => [
  ...(resolveTimeout === '5m'
    ? []
    : [
        {
          where: 'resolveTimeout',
          what: resolveTimeout,
          code: 'not-for-the-operator' as const,
          why: `${resolveTimeout} cannot be said in an AlertmanagerConfig, since it is one for a whole Alertmanager, whose own is 5m`,
          cure: 'leave it out, or set alertmanager.config.global.resolve_timeout in the values of the chart',
        },
      ]),
  ...matchers
    .filter(({ label }) => label === 'namespace')
    .map(() => ({
      where: 'route.matchers.namespace',
      what: 'namespace',
      code: 'not-for-the-operator' as const,
      why: 'the operator adds namespace="…", the namespace of the AlertmanagerConfig, to this route',
      cure: 'leave it out here',
    })),
  ...(goesOn === false
    ? [
        {
          where: 'route.continue',
          what: 'false',
          code: 'not-for-the-operator' as const,
          why: 'the operator sets it to true, so that another AlertmanagerConfig may take the alert too',
          cure: 'leave it out',
        },
      ]
    : []),
];

/** As the models have it, but for the child routes, which they leave open. */
type AlertmanagerConfigSpec = Omit<IAlertmanagerConfigSpec, 'route'> & { readonly route: RouteOfSpec };

/**
 * The spec of an AlertmanagerConfig (v1alpha1) that routes as `routing` says. The operator puts it among the first routes of
 * its Alertmanager, adds `namespace="<that of the object>"` to its route and its inhibition rules, and reads its secrets from that
 * namespace.
 *
 * @throws Error if the routing asks for what an AlertmanagerConfig cannot say.
 */
export const alertmanagerConfigSpec = (
  routing: Routing,
  { severities = {}, tells = [] }: Pick<Reader, 'severities' | 'tells'> = {},
): AlertmanagerConfigSpec => {
  refuse('AlertmanagerConfig', faults(routing));
  const reader = { ...routing, severities, tells };
  return {
    receivers: Object.entries(routing.receivers).map(([name, integrations]) =>
      receiver(name, integrations, reader),
    ),
    route: route(routing.route),
    ...some(
      'inhibitRules',
      routing.inhibit.map(({ source, target, equal }) => ({
        sourceMatch: source.map(matcher),
        targetMatch: target.map(matcher),
        equal: [...equal],
      })),
    ),
    ...some('muteTimeIntervals', Object.entries(routing.timeIntervals).map(muteTimeInterval)),
  };
};

import type { LabelMatcher } from '#promql/metric/match.js';
import type { Inhibition } from '#routing/inhibition.js';
import type { Route } from '#routing/route.js';
import type { Configuration } from './configuration.js';
import { kubePrometheusStack } from './kube-prometheus-stack.js';

/** An AlertmanagerConfig: whose it is, and what it says. */
export interface Member {
  readonly namespace: string;
  readonly name: string;
  readonly routing: Configuration;
}

/** Which alerts an AlertmanagerConfig is for: `alertmanagerConfigMatcherStrategy` of the Alertmanager. */
export type MatcherStrategy = 'OnNamespace' | 'OnNamespaceExceptForAlertmanagerNamespace' | 'None';

export interface Operated {
  readonly strategy?: MatcherStrategy;
  /** The namespace of the Alertmanager itself. */
  readonly namespace?: string;
  /** What the Alertmanager had before: by default what kube-prometheus-stack gives it. */
  readonly base?: Configuration;
}

const keyOf = ({ namespace, name }: Member): string => `${namespace}/${name}`;

const renamed = <V>(member: Member, values: Readonly<Record<string, V>>): Readonly<Record<string, V>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${keyOf(member)}/${name}`, value]));

const named = (member: Member, route: Route): Route => {
  const all = (names: readonly string[] | undefined) => names?.map((name) => `${keyOf(member)}/${name}`);
  const [mute, active] = [all(route.muteTimeIntervals), all(route.activeTimeIntervals)];
  return {
    ...route,
    receiver: `${keyOf(member)}/${route.receiver}`,
    ...(mute && { muteTimeIntervals: mute }),
    ...(active && { activeTimeIntervals: active }),
    routes: route.routes.map((child) => named(member, child)),
  };
};

/**
 * The Alertmanager that prometheus-operator makes of several AlertmanagerConfigs: each has a route before those that were there, in
 * the order of their namespaces and names, and lets others have its alerts too. Receivers and time intervals are called
 * `<namespace>/<name>/…`. By its strategy the operator adds the namespace to the matchers of routes and inhibitions.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.0/pkg/alertmanager/amcfg.go
 */
export const ofOperator = (members: readonly Member[], operated: Operated = {}): Configuration => {
  const { strategy = 'OnNamespace', namespace: own, base = kubePrometheusStack } = operated;
  const added = ({ namespace }: Member): readonly LabelMatcher[] =>
    strategy === 'None' || (strategy !== 'OnNamespace' && namespace === own)
      ? []
      : [{ label: 'namespace', operator: '=', value: namespace }];
  const within = (member: Member, { source, target, equal }: Inhibition): Inhibition => ({
    source: [...source, ...added(member)],
    target: [...target, ...added(member)],
    equal,
  });
  const sorted = [...members].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    receivers: Object.assign(
      {},
      base.receivers,
      ...sorted.map((each) => renamed(each, each.routing.receivers)),
    ),
    timeIntervals: Object.assign(
      {},
      base.timeIntervals,
      ...sorted.map((each) => renamed(each, each.routing.timeIntervals)),
    ),
    route: {
      ...base.route,
      routes: [
        ...sorted.map((each) => ({
          ...named(each, each.routing.route),
          matchers: [...each.routing.route.matchers, ...added(each)],
          continue: true,
        })),
        ...base.route.routes,
      ],
    },
    inhibit: [
      ...base.inhibit,
      ...sorted.flatMap((each) => each.routing.inhibit.map((rule) => within(each, rule))),
    ],
  };
};

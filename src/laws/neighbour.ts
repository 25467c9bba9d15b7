import { alertLabels } from '#application/alert-labels.js';
import type { Application } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { accepts, printMatcher } from '#routing/matcher.js';
import type { AlertLabels } from '#routing/carried.js';
import { ways } from '#routing/reach.js';
import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';
import type { Judged, Law } from './law.js';
import { asGenerated, isKeptToNamespace } from './reached.js';
import { across } from './apart.js';
import type { LabelMatcher } from '#promql/metric/match.js';

/** An alert as it arrives in Alertmanager, and whose it is. */
interface Arriving extends AlertLabels {
  readonly application: Application;
}

const arriving = (application: Application): readonly Arriving[] =>
  toldAlertsOf(application).map((rule) => ({ application, ...alertLabels(application, rule) }));

/** Where alerts meet: in one Alertmanager, whose configuration for a namespace takes what carries its name. */
const placeOf = ({ release }: Pick<Application, 'release'>, namespace = ''): string =>
  `${release} ${namespace}`;

/** What an alert is called where it arrives. */
const nameOf = ({ application, labels: { alertname, namespace } }: Arriving): string =>
  `${placeOf(application, namespace)} ${alertname}`;

/** What an application's routing does to an alert of another; nothing where it leaves it alone. */
const meddling = (own: Application, alert: Arriving, cluster: Judged['cluster']): readonly string[] => {
  const { labels, open = [] } = alert;
  const told = ways(asGenerated(own, cluster), alert).some((way) => way.length > 0);
  const silencing = own.routing.inhibit.filter(({ target }) =>
    target.every((matcher) => open.includes(matcher.label) || accepts(matcher, labels[matcher.label] ?? '')),
  );
  return [
    ...(told ? ['its route may take it'] : []),
    ...silencing.map(
      ({ target }) => `its inhibition of {${target.map(printMatcher).join(', ')}} may silence it`,
    ),
  ];
};

/** What an application's routing does to alerts of others in a place. */
const meddled = ({ applications, cluster }: Judged): readonly Fault[] => {
  const [kept, open] = [true, false].map((isKept) =>
    applications.filter(({ namespace }) => isKeptToNamespace(namespace, cluster) === isKept),
  );
  const neighbours = byKey(kept ?? [], (each) => placeOf(each, each.namespace));
  return applications.flatMap(arriving).flatMap((alert) =>
    [
      ...(neighbours.get(placeOf(alert.application, alert.labels['namespace'])) ?? []),
      // Where the operator adds no namespace, all alerts of the Alertmanager come by.
      ...(open ?? []).filter(({ release }) => release === alert.application.release),
    ]
      .filter((own) => own !== alert.application)
      .flatMap((own) =>
        meddling(own, alert, cluster).map((does): Fault => ({
          where: `${own.name}/routing`,
          what: `${alert.labels['alertname']} of ${alert.application.name}`,
          code: 'meddles-with-others',
          why: `${does}, although it is no alert of ${own.name}`,
          cure: `match the label that every alert carries: application: '${own.name}'`,
        })),
      ),
  );
};

const label = 'application';

/** Whether matchers take nothing but what carries an application's own name. */
const isOwn = (matchers: readonly LabelMatcher[], { name }: Application): boolean =>
  matchers.some((each) => each.label === label && each.operator === '=' && each.value === name);

/** Whether an application's routing takes and silences nothing but what carries its own name. */
const keepsApart = (application: Application): boolean => {
  const { route, inhibit } = application.routing;
  return isOwn(route.matchers, application) && inhibit.every(({ target }) => isOwn(target, application));
};

/** Alerts of several applications may have one name, and their objects one namespace: the label `application` tells them apart. */
export const everyAlertStaysWithItsApplication: Law = across({
  summary: ({ applications: [application], cluster }) => {
    if (application === undefined) return undefined;
    const { name, namespace, release } = application;
    const alerts = arriving(application);
    return {
      ...{ name, namespace, release },
      isKept: isKeptToNamespace(namespace, cluster),
      isApart: keepsApart(application),
      isNamed: alerts.every(({ labels }) => labels[label] === name),
      arrivesAt: [...new Set(alerts.map(({ labels }) => placeOf(application, labels['namespace'])))],
    };
  },
  judge: (all) => {
    const arriving = byKey(
      all.flatMap((each) => each.arrivesAt.map((place) => ({ place, ...each }))),
      ({ place }) => place,
    );
    const ofRelease = byKey(all, ({ release }) => release);
    const mayMeddle = all.some((own) => {
      const met = own.isKept ? arriving.get(placeOf(own, own.namespace)) : ofRelease.get(own.release);
      // Of most, all alerts of others carry a name that it does not take.
      return met?.some(({ name, isNamed }) => name !== own.name && !(own.isApart && isNamed)) ?? false;
    });
    return mayMeddle ? undefined : [];
  },
  whole: meddled,
});

/** The alerts in a place that are silenced by another's of the same name. */
const silenced = ({ applications }: Judged): readonly Fault[] => {
  const alerts = applications.flatMap(arriving);
  const severe = byKey(
    alerts.filter(({ labels }) => labels['severity'] === 'critical'),
    nameOf,
  );
  return alerts
    .filter(({ labels }) => labels['severity'] === 'warning')
    .flatMap((alert) =>
      (severe.get(nameOf(alert)) ?? [])
        .filter(({ application }) => application !== alert.application)
        .map(({ application, labels: { alertname = '', namespace } }) => ({
          where: `${alert.application.name}/rules`,
          what: alertname,
          code: 'silenced-by-its-name' as const,
          why: `while the critical ${alertname} of ${application.name} fires, this warning of the same name in ${namespace} is not sent, by an inhibition of kube-prometheus-stack's own`,
          cure: "call it after its application: prefixed('…', pack)",
        })),
    );
};

/**
 * An inhibition of kube-prometheus-stack's own values: while a critical alert fires, a warning of the same name and
 * namespace is not sent. Between two applications whose objects share a namespace the two have nothing to do with each other.
 */
export const noAlertIsSilencedByItsName: Law = across({
  summary: ({ applications: [application] }) => {
    const alerts = application ? arriving(application) : [];
    const of = (severity: string): readonly string[] => [
      ...new Set(alerts.filter(({ labels }) => labels['severity'] === severity).map(nameOf)),
    ];
    const [critical, warning] = [of('critical'), of('warning')];
    return application && critical.length + warning.length > 0
      ? { by: application.name, critical, warning }
      : undefined;
  },
  judge: (all) => {
    const severe = new Map<string, Set<string>>();
    for (const { by, critical } of all)
      for (const each of critical) severe.set(each, (severe.get(each) ?? new Set()).add(by));
    const isSilenced = all.some(({ by, warning }) =>
      warning.some((each) => [...(severe.get(each) ?? [])].some((other) => other !== by)),
    );
    return isSilenced ? undefined : [];
  },
  mute: () => undefined,
  whole: silenced,
});

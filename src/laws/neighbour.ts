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

/** An alert as it arrives in Alertmanager, and whose it is. */
interface Arriving extends AlertLabels {
  readonly application: Application;
}

const arriving = (application: Application): readonly Arriving[] =>
  toldAlertsOf(application).map((rule) => ({ application, ...alertLabels(application, rule) }));

/** Where alerts meet: in one Alertmanager, whose configuration for a namespace takes what carries its name. */
const placeOf = ({ release }: Application, namespace = ''): string => `${release} ${namespace}`;

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

/** Alerts of several applications may have one name, and their objects one namespace: the label `application` tells them apart. */
export const everyAlertStaysWithItsApplication: Law = ({ applications, cluster }) => {
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

/**
 * An inhibition of kube-prometheus-stack's own values: while a critical alert fires, a warning of the same name and
 * namespace is not sent. Between two applications whose objects share a namespace the two have nothing to do with each other.
 */
export const noAlertIsSilencedByItsName: Law = ({ applications }) => {
  const alerts = applications.flatMap(arriving);
  const nameOf = ({ application, labels: { alertname, namespace } }: Arriving): string =>
    `${placeOf(application, namespace)} ${alertname}`;
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
          code: 'silenced-by-its-name',
          why: `while the critical ${alertname} of ${application.name} fires, this warning of the same name in ${namespace} is not sent, by an inhibition of kube-prometheus-stack's own`,
          cure: "call it after its application: prefixed('…', pack)",
        })),
    );
};

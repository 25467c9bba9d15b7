import { alertLabels } from '../application/alert-labels.js';
import { type Application, alertsOf } from '../application/application.js';
import { accepts, printMatcher } from '../routing/matcher.js';
import { type AlertLabels, unreached, ways } from '../routing/reach.js';
import type { Routing } from '../routing/routing.js';
import type { Violation } from '../synth/violation.js';
import type { Law } from './law.js';

/** An application's routing as its Alertmanager has it: the operator takes only alerts of the AlertmanagerConfig's namespace. */
const asGenerated = ({ routing, namespace }: Application): Routing => {
  const { route } = routing;
  const own = { label: 'namespace', operator: '=', value: namespace } as const;
  return { ...routing, route: { ...route, matchers: [...route.matchers, own] } };
};

/** An alert that no route takes to a receiver which sends somewhere is told to nobody. */
export const everyAlertReachesSomebody: Law = ({ applications }) =>
  applications.flatMap((application) =>
    alertsOf(application).flatMap((rule) => {
      const fault = unreached(asGenerated(application), alertLabels(application, rule));
      return fault ? [{ path: `${application.name}/routing`, text: rule.name, ...fault }] : [];
    }),
  );

/** What an application's routing does to an alert of another; nothing where it leaves it alone. */
const meddling = (own: Application, { labels, open = [] }: AlertLabels): readonly string[] => {
  const told = ways(asGenerated(own), { labels, open }).some((way) => way.length > 0);
  const silenced = own.routing.inhibit.filter(
    ({ target }) =>
      labels['namespace'] === own.namespace &&
      target.every(
        (matcher) => open.includes(matcher.label) || accepts(matcher, labels[matcher.label] ?? ''),
      ),
  );
  return [
    ...(told ? ['its route may take it'] : []),
    ...silenced.map(
      ({ target }) => `its inhibition of {${target.map(printMatcher).join(', ')}} may silence it`,
    ),
  ];
};

/** Alerts of several applications may have one name, and their objects one namespace: the label `application` tells them apart. */
export const everyAlertStaysWithItsApplication: Law = ({ applications }) =>
  applications.flatMap((own) =>
    applications
      .filter((other) => other !== own && other.release === own.release)
      .flatMap((other) =>
        alertsOf(other).flatMap((rule) =>
          meddling(own, alertLabels(other, rule)).map((does): Violation => ({
            path: `${own.name}/routing`,
            text: `${rule.name} of ${other.name}`,
            message: `${does}, although it is no alert of ${own.name}`,
            cure: `match the label that every alert carries: application: '${own.name}'`,
          })),
        ),
      ),
  );

import { alertLabels } from '#application/alert-labels.js';
import { type Application, alertsOf } from '#application/application.js';
import { unreached } from '#routing/reach.js';
import type { Routing } from '#routing/routing.js';
import type { Law } from './law.js';

/** An application's routing as its Alertmanager has it: the operator takes only alerts of the AlertmanagerConfig's namespace. */
export const asGenerated = ({ routing, namespace }: Application): Routing => {
  const { route } = routing;
  const own = { label: 'namespace', operator: '=', value: namespace } as const;
  return { ...routing, route: { ...route, matchers: [...route.matchers, own] } };
};

/** An alert that no route takes to a receiver which sends somewhere is told to nobody. */
export const everyAlertReachesSomebody: Law = ({ applications }) =>
  applications.flatMap((application) =>
    alertsOf(application).flatMap((rule) => {
      const fault = unreached(asGenerated(application), alertLabels(application, rule));
      return fault ? [{ where: `${application.name}/routing`, what: rule.name, ...fault }] : [];
    }),
  );

import { alertLabels } from '#application/alert-labels.js';
import type { Application } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { unreached } from '#routing/reach.js';
import type { Routing } from '#routing/routing.js';
import type { Fault } from '#ground/fault.js';
import { oncePerCause } from './cause.js';
import type { Judged, Law } from './law.js';
import { inEach } from './apart.js';

/** Whether the operator gives an AlertmanagerConfig of a namespace none but the alerts of that namespace. */
export const isKeptToNamespace = (namespace: string, cluster?: Judged['cluster']): boolean => {
  const { alertmanager, namespace: own } = cluster?.platform ?? {};
  const strategy = alertmanager?.matcherStrategy ?? 'OnNamespace';
  return strategy === 'OnNamespace' || (strategy !== 'None' && namespace !== own);
};

/**
 * An application's routing as its Alertmanager has it: the operator takes only alerts of the AlertmanagerConfig's namespace, unless the
 * platform's matcher strategy says otherwise.
 */
export const asGenerated = ({ routing, namespace }: Application, cluster?: Judged['cluster']): Routing => {
  if (!isKeptToNamespace(namespace, cluster)) return routing;
  const { route } = routing;
  const own = { label: 'namespace', operator: '=', value: namespace } as const;
  return { ...routing, route: { ...route, matchers: [...route.matchers, own] } };
};

/** Whether any alert of an application is told to somebody: where none is, its routing is for others, and all else about it follows. */
export const isHeard = (application: Application, cluster?: Judged['cluster']): boolean => {
  const alerts = toldAlertsOf(application);
  const generated = asGenerated(application, cluster);
  return (
    alerts.length === 0 ||
    alerts.some((rule) => unreached(generated, alertLabels(application, rule)) === undefined)
  );
};

/** An application that says why nobody is told, though somebody is. */
const toldAfterAll = (application: Application, cluster: Judged['cluster']): readonly Fault[] =>
  toldAlertsOf(application).length > 0 && isHeard(application, cluster)
    ? [
        {
          where: `${application.name}/routing`,
          what: application.routing.untold ?? '',
          code: 'setting-for-nothing',
          why: 'it says why nobody is told, and somebody is',
          cure: 'leave untold out',
        },
      ]
    : [];

/** An alert that no route takes to a receiver which sends somewhere is told to nobody. */
export const everyAlertReachesSomebody: Law = inEach(({ applications, cluster }) => [
  ...applications
    .filter(({ routing }) => routing.untold !== undefined)
    .flatMap((each) => toldAfterAll(each, cluster)),
  ...oncePerCause(
    applications
      .filter(({ routing }) => routing.untold === undefined)
      .flatMap((application) =>
        toldAlertsOf(application).flatMap((rule) => {
          const why = unreached(asGenerated(application, cluster), alertLabels(application, rule));
          const fault = why && {
            where: `${application.name}/routing`,
            what: rule.name,
            ...why,
            // What was written elsewhere may be meant: a Watchdog that nobody is told of.
            ...(rule.imported && { isHint: true as const }),
          };
          return fault
            ? [{ fault, cause: `${fault.why} ${rule.imported ? 'elsewhere' : ''}`, hit: rule.name }]
            : [];
        }),
      ),
  ),
]);

import { ruleLabels } from '../alerts/rule/prometheus.js';
import { type Application, alertsOf, ruleContext } from '../application/application.js';
import { labelsOf } from '../promql/expr/labels.js';
import { unreached } from '../routing/reach.js';
import type { Routing } from '../routing/routing.js';
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
      const labels = { alertname: rule.name, ...ruleLabels(rule, ruleContext(application)) };
      const ofSeries = labelsOf(rule.expr);
      const open = ofSeries === 'scraped' ? [] : [...ofSeries].filter((label) => !(label in labels));
      const fault = unreached(asGenerated(application), { labels, open });
      return fault ? [{ path: `${application.name}/routing`, text: rule.name, ...fault }] : [];
    }),
  );

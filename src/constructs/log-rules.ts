import { Construct } from 'constructs';
import { type PrometheusGroup, prometheusAlert } from '#alerts/rule/prometheus.js';
import { type Application } from '#application/application.js';
import { ruleContext } from '#application/rule-context.js';
import { yamlOf } from '#ground/yaml.js';
import { ConfigMap } from '#imports/config-map.js';

/** By what the sidecar of Loki's chart finds rules, as it comes: https://github.com/grafana/loki/blob/main/production/helm/loki/values.yaml. */
export const lokiRuleLabel = 'loki_rule';

/** Where it writes them: the folder of a tenant below that of the ruler's storage. Of a Loki that asks for no tenant that is `fake`. */
const folder = { 'k8s-sidecar-target-directory': '/rules/fake' } as const;

/** The rule file of Loki's ruler, https://grafana.com/docs/loki/latest/alert/: as Prometheus has one, with LogQL in it. */
export const lokiGroups = (application: Application): { readonly groups: readonly PrometheusGroup[] } => ({
  groups: application.logGroups.map(({ name, interval, alerts }) => ({
    name,
    interval,
    rules: alerts.map((alert) => ({
      ...prometheusAlert(alert, ruleContext(application)),
      expr: alert.logql,
    })),
  })),
});

/** An application's rules for Loki's ruler, as a ConfigMap that its sidecar takes up; nothing where it has none. */
export class LogRules extends Construct {
  constructor(scope: Construct, id: string, application: Application) {
    super(scope, id);
    if (application.logGroups.length === 0) return;
    const name = `${application.name}-loki-rules`;
    new ConfigMap(this, 'config-map', {
      metadata: { name, labels: { [lokiRuleLabel]: 'true' }, annotations: folder },
      // The sidecar writes the keys of all of them into one folder, and an application's name is its alone.
      data: { [`${name}.yaml`]: yamlOf(lokiGroups(application)) },
    });
  }
}

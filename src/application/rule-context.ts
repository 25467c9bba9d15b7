import type { AlertRule } from '#alerts/rule/rule.js';
import type { RuleContext } from '#alerts/rule/prometheus.js';
import { panelsShowing } from '#dashboards/row.js';
import type { Application } from './application.js';

/** What every rule of an application carries. */
export const ruleContext = (application: Application): RuleContext => ({
  application: application.name,
  namespace: application.namespace,
  language: application.language,
  languages: application.languages,
  annotations: (rule) => ({
    ...(application.runbook && { runbook_url: application.runbook(rule.name) }),
    ...dashboardUrl(application, rule),
  }),
});

/** The first dashboard that shows an alert, where it is known at which address Grafana is. */
const dashboardUrl = (
  { grafana, dashboards }: Pick<Application, 'grafana' | 'dashboards'>,
  { name }: AlertRule,
): Readonly<Record<string, string>> => {
  const shown = dashboards.find(({ panels }) => panelsShowing(name, panels).length > 0);
  return grafana !== undefined && shown ? { dashboard_url: `${grafana}/d/${shown.uid}` } : {};
};

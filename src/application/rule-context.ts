import type { AlertRule } from '#alerts/rule/rule.js';
import type { RuleContext } from '#alerts/rule/prometheus.js';
import { seenOn } from '#dashboards/seen.js';
import { panelId } from '#dashboards/identity.js';
import { once } from '#ground/once.js';
import type { Application } from './application.js';
import { toldAlertsOf } from './log-groups.js';

/** What every rule of an application carries. */
export const ruleContext = (application: Application): RuleContext => {
  const links = dashboardLinks(application);
  return {
    application: application.name,
    namespace: application.namespace,
    language: application.language,
    languages: application.languages,
    annotations: (rule) => ({
      ...(application.runbook && { runbook_url: application.runbook(rule.name) }),
      ...links(rule),
    }),
  };
};

/** By which annotations an alert leads to the panel that draws it, where it is known at which address Grafana is. */
const dashboardLinks = (
  application: Application,
): ((rule: AlertRule) => Readonly<Record<string, string>>) => {
  const { grafana, dashboards } = application;
  const seen = once(() => seenOn(dashboards, toldAlertsOf(application)));
  return (rule) => {
    const found = grafana === undefined ? undefined : seen()(rule);
    if (!found) return {};
    const id = panelId(found.panel.key);
    return { dashboard_url: `${grafana}/d/${found.dashboard.uid}?viewPanel=${id}`, panelId: String(id) };
  };
};

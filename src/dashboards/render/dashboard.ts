import { inLanguage } from '#ground/language.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { spokenOf } from '#dashboards/description.js';
import { linkModel, siblingsModel } from '#dashboards/link.js';
import type { DashboardModel, LinkModel } from '#dashboards/model.js';
import { shownTags, shownTitle } from '#dashboards/shown-title.js';
import { firingAlerts, marked, rawAnnotation } from './annotation.js';
import { place } from './layout.js';
import { variableModel } from './variable.js';

/** The version of Grafana's classic dashboard model that is written here. */
const schemaVersion = 42;

/** The way to the application's other dashboards, where there are any. */
const siblings = (dashboard: Dashboard): readonly LinkModel[] => {
  const { application, applicationTitle = application, isOneOfSeveral = false } = dashboard;
  return isOneOfSeveral ? [siblingsModel(application, applicationTitle)] : [];
};

/** A dashboard as Grafana's classic model, the JSON that its sidecar and its provisioning read. */
export const dashboardModel = (dashboard: Dashboard): DashboardModel => ({
  uid: dashboard.uid,
  title: shownTitle(dashboard),
  description: inLanguage(spokenOf(dashboard.description), dashboard.language),
  tags: shownTags(dashboard),
  schemaVersion,
  // Changes are made in code: Grafana would lose them at the next sync.
  editable: false,
  // One cursor on all panels.
  graphTooltip: 1,
  timezone: dashboard.timezone,
  time: { from: `now-${dashboard.last}`, to: 'now' },
  refresh: dashboard.refresh,
  annotations: {
    list: [
      ...(dashboard.alerts.length > 0
        ? [firingAlerts(dashboard.application, dashboard.datasources.prometheus)]
        : []),
      ...dashboard.marks.map((each) => marked(each, dashboard)),
      ...dashboard.annotations.map((each) => rawAnnotation(each, dashboard.datasources.prometheus)),
    ],
  },
  links: [...siblings(dashboard), ...dashboard.links.map(linkModel)],
  templating: {
    list: dashboard.variables.map((each) => variableModel(each, dashboard.datasources.prometheus)),
  },
  ...dashboard.more,
  panels: place(dashboard),
});

/** The same as text: pretty, keys always in the same order, a newline at the end. */
export const dashboardJson = (dashboard: Dashboard): string =>
  `${JSON.stringify(dashboardModel(dashboard), null, 2)}\n`;

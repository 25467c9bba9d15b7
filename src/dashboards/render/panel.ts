import { inLanguage } from '#ground/language.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { panelId } from '#dashboards/identity.js';
import { linkModel } from '#dashboards/link.js';
import { objectAt } from '#ground/json.js';
import type { GridPos, LinkModel, OverrideModel, OwnOptions, PanelModel } from '#dashboards/model.js';
import { ofGrafana, reference } from '#dashboards/datasource.js';
import { type Panel, askedBy } from '#dashboards/panel/panel.js';
import { alertHeading, firingKey } from '#dashboards/strip/firing.js';
import { runbookLink } from '#dashboards/strip/runbook-link.js';
import { dataLinks } from './data-links.js';
import { targets } from './target.js';

const runbooks = ({ drawing }: Panel, { runbook }: Dashboard): readonly LinkModel[] =>
  runbook
    ? drawing.alerts.map(({ name }) => linkModel({ title: `Runbook: ${name}`, url: runbook(name) }))
    : [];

/** Where each row of a panel is an alert, its way to the runbook. */
const ofRows = ({ key }: Panel, { runbook, alerts, language }: Dashboard): readonly OverrideModel[] =>
  runbook && key === firingKey ? runbookLink(alertHeading[language], runbook, alerts) : [];

/** One that is as Grafana's JSON has it: its queries ask what the JSON says, else what it asks by itself. */
const drawnModel = (panel: Panel, more: OwnOptions, model: PanelModel): PanelModel => {
  const whole = { ...model, ...more };
  const { type, uid } = objectAt(whole, 'datasource');
  const asked = targets(panel, { type: String(type ?? 'prometheus'), uid: String(uid ?? '') });
  return {
    ...whole,
    ...(asked.length > 0 && { targets: asked }),
    ...(panel.transformations.length > 0 && { transformations: panel.transformations }),
    fieldConfig: { defaults: panel.defaults, overrides: panel.overrides },
    options: panel.options,
  };
};

/** A panel at its place on its dashboard. */
export const panelModel = (panel: Panel, gridPos: GridPos, dashboard: Dashboard): PanelModel => {
  const source = askedBy(panel, dashboard.datasources);
  const datasource = source ? reference(source) : ofGrafana;
  const common = {
    id: panelId(panel.key),
    type: panel.plugin ?? panel.kind,
    title: panel.title,
    description: inLanguage(panel.description, dashboard.language),
    gridPos,
  };
  if (panel.drawn) return drawnModel(panel, panel.drawn.more, { ...common, datasource });
  const asked = targets(panel, datasource, dashboard.exemplars);
  return {
    ...common,
    datasource,
    // Grafana's least step, and a quarter of its $__rate_interval: four scrapes.
    ...(asked.length > 0 && { interval: dashboard.scrapeInterval, targets: asked }),
    ...(panel.transformations.length > 0 && { transformations: panel.transformations }),
    fieldConfig: {
      defaults: panel.defaults,
      overrides: [...panel.overrides, ...ofRows(panel, dashboard), ...dataLinks(panel, dashboard)],
    },
    options: panel.options,
    links: runbooks(panel, dashboard),
  };
};

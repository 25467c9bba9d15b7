import { inLanguage } from '#ground/language.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { panelId } from '#dashboards/identity.js';
import { linkModel } from '#dashboards/link.js';
import type { GridPos, LinkModel, PanelModel } from '#dashboards/model.js';
import { ofGrafana, reference } from '#dashboards/datasource.js';
import { type Panel, askedBy } from '#dashboards/panel/panel.js';
import { targets } from './target.js';

const runbooks = ({ drawing }: Panel, { runbook }: Dashboard): readonly LinkModel[] =>
  runbook
    ? drawing.alerts.map(({ name }) => linkModel({ title: `Runbook: ${name}`, url: runbook(name) }))
    : [];

/** A panel at its place on its dashboard. */
export const panelModel = (panel: Panel, gridPos: GridPos, dashboard: Dashboard): PanelModel => {
  const source = askedBy(panel, dashboard.datasources);
  const datasource = source ? reference(source) : ofGrafana;
  const asked = targets(panel, datasource);
  return {
    id: panelId(panel.key),
    type: panel.plugin ?? panel.kind,
    title: panel.title,
    description: inLanguage(panel.description, dashboard.language),
    gridPos,
    datasource,
    // Grafana's least step, and a quarter of its $__rate_interval: four scrapes.
    ...(asked.length > 0 && { interval: dashboard.scrapeInterval, targets: asked }),
    ...(panel.transformations.length > 0 && { transformations: panel.transformations }),
    fieldConfig: { defaults: panel.defaults, overrides: panel.overrides },
    options: panel.options,
    links: runbooks(panel, dashboard),
  };
};

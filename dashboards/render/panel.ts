import { panelId } from '../identity.js';
import { linkModel } from '../link.js';
import type { GridPos, PanelModel } from '../model.js';
import type { Panel } from '../panel/panel.js';
import { targets } from './target.js';

/**
 * A panel at its place.
 *
 * @param scrapeInterval how often its series are scraped: Grafana's least step, and a quarter of its `$__rate_interval`
 */
export const panelModel = (panel: Panel, gridPos: GridPos, scrapeInterval: string): PanelModel => {
  const asked = targets(panel);
  return {
    id: panelId(panel.key),
    type: panel.kind,
    title: panel.title,
    description: panel.description,
    gridPos,
    datasource: panel.datasource,
    ...(asked.length > 0 && { interval: scrapeInterval, targets: asked }),
    ...(panel.transformations.length > 0 && { transformations: panel.transformations }),
    fieldConfig: { defaults: panel.defaults, overrides: panel.overrides },
    options: panel.options,
    links: panel.drawing.runbooks.map(linkModel),
  };
};

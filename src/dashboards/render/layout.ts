import type { Dashboard } from '#dashboards/dashboard.js';
import { ofGrafana } from '#dashboards/datasource.js';
import { panelId } from '#dashboards/identity.js';
import { columns, flow } from '#dashboards/layout.js';
import type { PanelModel, RowModel } from '#dashboards/model.js';
import { mostColumns } from '#dashboards/panel/needed.js';
import type { Panel } from '#dashboards/panel/panel.js';
import type { Row } from '#dashboards/row.js';
import { panelModel } from './panel.js';

interface Placed<T> {
  readonly models: readonly T[];
  readonly bottom: number;
}

const placePanels = (panels: readonly Panel[], top: number, dashboard: Dashboard): Placed<PanelModel> => {
  const flowing = flow(
    panels.map((panel) => ({ width: panel.width, height: panel.height, most: mostColumns(panel) })),
    top,
  );
  const positions = panels.flatMap(({ drawn, width, height }, i) => {
    const at = drawn?.at;
    return (at ? { h: height, w: width, x: at.x, y: top + at.y } : flowing.positions[i]) ?? [];
  });
  const models = panels.flatMap((panel, i) => {
    const position = positions[i];
    return position ? [panelModel(panel, position, dashboard)] : [];
  });
  const isFlowing = panels.every(({ drawn }) => drawn?.at === undefined);
  return { models, bottom: isFlowing ? flowing.bottom : Math.max(...positions.map(({ y, h }) => y + h)) };
};

/** The heading, then its panels: inside it while it is closed, beside it while it is open. */
const placeRow = (row: Row, top: number, dashboard: Dashboard): Placed<PanelModel | RowModel> => {
  const { models, bottom } = placePanels(row.panels, top + 1, dashboard);
  const heading = (panels: readonly PanelModel[]): RowModel => ({
    id: panelId(row.key),
    type: 'row',
    title: row.title,
    gridPos: { h: 1, w: columns, x: 0, y: top },
    datasource: ofGrafana,
    collapsed: row.collapsed,
    panels,
    ...(row.repeat !== undefined && { repeat: row.repeat }),
  });
  return row.collapsed
    ? { models: [heading(models)], bottom: top + 1 }
    : { models: [heading([]), ...models], bottom };
};

/** Runs of panels without a row between them, and rows. */
const sections = (entries: readonly (Panel | Row)[]): readonly (readonly Panel[] | Row)[] => {
  const result: (Panel[] | Row)[] = [];
  for (const entry of entries) {
    const last = result.at(-1);
    if (entry.type === 'row') result.push(entry);
    else if (Array.isArray(last)) last.push(entry);
    else result.push([entry]);
  }
  return result;
};

/** Everything on a dashboard at its place, from top to bottom. */
export const place = (dashboard: Dashboard): readonly (PanelModel | RowModel)[] => {
  let bottom = 0;
  return sections(dashboard.panels).flatMap((section) => {
    const placed =
      'type' in section ? placeRow(section, bottom, dashboard) : placePanels(section, bottom, dashboard);
    bottom = placed.bottom;
    return placed.models;
  });
};

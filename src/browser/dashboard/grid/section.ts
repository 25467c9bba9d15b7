import type { PanelGiven } from '#browser/dashboard/model/panel.js';

/** A row of a dashboard with the panels below it, up to the next row; before the first row there is none. */
export interface Section {
  readonly row?: PanelGiven;
  readonly panels: readonly PanelGiven[];
}

const byPlace = (one: PanelGiven, other: PanelGiven): number =>
  one.gridPos.y - other.gridPos.y || one.gridPos.x - other.gridPos.x;

/** The sections of a dashboard. A row that is collapsed holds its panels itself, in Grafana's model; the others stand below theirs. */
export const sectionsOf = (panels: readonly PanelGiven[]): readonly Section[] => {
  const sections: { row?: PanelGiven; panels: PanelGiven[] }[] = [{ panels: [] }];
  for (const panel of [...panels].sort(byPlace))
    if (panel.type === 'row') sections.push({ row: panel, panels: [...panel.inner].sort(byPlace) });
    else sections.at(-1)?.panels.push(panel);
  return sections.filter(({ row, panels: own }) => row !== undefined || own.length > 0);
};

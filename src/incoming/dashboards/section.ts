import { isObject } from '#ground/field.js';
import { isTrueAt, listAt, numberAt, textAt } from '#ground/json.js';
import { flow } from '#dashboards/layout.js';
import type { Json } from './read.js';

/** Where a panel stands on Grafana's grid. */
export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Panels under one heading, or under none. */
export interface Section {
  readonly heading?: Json;
  readonly panels: readonly Json[];
}

export const gridOf = (panel: unknown): Grid => ({
  x: numberAt(panel, 'gridPos', 'x') ?? 0,
  y: numberAt(panel, 'gridPos', 'y') ?? 0,
  w: numberAt(panel, 'gridPos', 'w') ?? 12,
  h: numberAt(panel, 'gridPos', 'h') ?? 8,
});

const byPlace = (a: Json, b: Json): number => {
  const [one, other] = [gridOf(a), gridOf(b)];
  return one.y - other.y || one.x - other.x;
};

const isRow = (panel: Json): boolean => textAt(panel, 'type') === 'row';

/** The panels of a dashboard by their headings, in the order of reading. What Grafana made of a repeated panel it makes anew. */
export const sectionsOf = (panels: readonly Json[]): readonly Section[] =>
  panels
    .filter((panel) => panel['repeatPanelId'] === undefined && panel['repeatedByRow'] !== true)
    .toSorted(byPlace)
    .reduce<readonly Section[]>((sections, panel) => {
      if (isRow(panel)) {
        const inside = listAt(panel, 'panels').filter(isObject).toSorted(byPlace);
        return [...sections, { heading: panel, panels: isTrueAt(panel, 'collapsed') ? inside : [] }];
      }
      const last = sections.at(-1);
      // Below a closed row Grafana draws what stands there as a part of no row.
      return last === undefined || (last.heading !== undefined && isTrueAt(last.heading, 'collapsed'))
        ? [...sections, { panels: [panel] }]
        : [...sections.slice(0, -1), { ...last, panels: [...last.panels, panel] }];
    }, [])
    .filter(({ panels: inside }) => inside.length > 0);

/** Where the panels of a section stand below its heading. */
export const placesOf = ({ panels }: Section): readonly Grid[] => {
  const grids = panels.map(gridOf);
  const top = Math.min(...grids.map(({ y }) => y));
  return grids.map((grid) => ({ ...grid, y: grid.y - top }));
};

/** Whether panels stand where they would by themselves: side by side, and below. */
export const isFlowing = (places: readonly Grid[]): boolean => {
  const { positions } = flow(places.map(({ w, h }) => ({ width: w, height: h })));
  return positions.every(
    ({ x, y, w, h }, i) =>
      places[i]?.x === x && places[i]?.y === y && places[i]?.w === w && places[i]?.h === h,
  );
};

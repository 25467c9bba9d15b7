import type { PanelGiven } from '#browser/dashboard/model/panel.js';
import type { Section } from './section.js';

/** Where something stands in Grafana's grid of 24 columns, from nought. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What is drawn of a dashboard, at its place. */
export interface Placed {
  readonly panel: PanelGiven;
  readonly place: Place;
  /** Of a row: whether its panels are hidden. */
  readonly isClosed: boolean;
  /** Of a row: how many panels it has. */
  readonly count: number;
}

const bottomOf = (places: readonly Place[]): number => Math.max(0, ...places.map(({ y, h }) => y + h));

const overlaps = (one: Place, other: Place): boolean => one.x < other.x + other.w && other.x < one.x + one.w;

/** Panels move up as far as there is room, as Grafana lets them. */
const risen = (panels: readonly PanelGiven[], top: number): readonly Place[] => {
  const order = [...panels].sort(
    (one, other) => one.gridPos.y - other.gridPos.y || one.gridPos.x - other.gridPos.x,
  );
  const places = new Map<string, Place>();
  for (const { key, gridPos } of order) {
    const above = [...places.values()].filter((other) => overlaps(gridPos, other));
    places.set(key, { ...gridPos, y: above.length === 0 ? top : bottomOf(above) });
  }
  return panels.map(({ key, gridPos }) => places.get(key) ?? gridPos);
};

/** All that is drawn, from top to bottom; panels of closed rows are not. */
export const placed = (
  sections: readonly Section[],
  isClosed: (row: PanelGiven) => boolean,
): readonly Placed[] => {
  const all: Placed[] = [];
  for (const { row, panels } of sections) {
    const top = bottomOf(all.map(({ place }) => place));
    const closed = row !== undefined && isClosed(row);
    if (row)
      all.push({ panel: row, place: { x: 0, y: top, w: 24, h: 1 }, isClosed: closed, count: panels.length });
    if (closed) continue;
    const places = risen(panels, row ? top + 1 : top);
    for (const [at, panel] of panels.entries()) {
      const place = places[at];
      if (place) all.push({ panel, place, isClosed: false, count: 0 });
    }
  }
  return all;
};

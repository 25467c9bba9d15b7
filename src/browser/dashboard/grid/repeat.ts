import type { PanelGiven } from '#browser/dashboard/model/panel.js';
import type { Known } from '#browser/dashboard/variable/interpolate.js';
import type { Section } from './section.js';

const columns = 24;

const scopedTo = (
  panel: PanelGiven,
  scope: Readonly<Record<string, string>>,
  suffix: string,
): PanelGiven => ({
  ...panel,
  key: `${panel.key}${suffix}`,
  scope: { ...panel.scope, ...scope },
});

/** The values for which something is repeated; nothing where it is not, or where nothing is chosen. */
const valuesOf = ({ repeat, scope }: PanelGiven, known: Known): readonly string[] => {
  if (repeat === undefined || Object.hasOwn(scope, repeat)) return [];
  return known[repeat]?.values ?? [];
};

/** The repetitions of a panel in its place and beside or below it, and by how much what is below moves down. */
const repetitions = (
  panel: PanelGiven,
  values: readonly string[],
): readonly [readonly PanelGiven[], number] => {
  const { gridPos, repeatDirection, maxPerRow, repeat = '' } = panel;
  const isAcross = repeatDirection === 'h';
  const perRow = isAcross ? Math.min(values.length, maxPerRow) : 1;
  const width = isAcross ? Math.floor(columns / perRow) : gridPos.w;
  const repeated = values.map((value, at) => ({
    ...scopedTo(panel, { [repeat]: value }, `-${at}`),
    gridPos: {
      ...gridPos,
      w: width,
      x: isAcross ? (at % perRow) * width : gridPos.x,
      y: gridPos.y + Math.floor(at / perRow) * gridPos.h,
    },
  }));
  return [repeated, (Math.ceil(values.length / perRow) - 1) * gridPos.h];
};

const repeatedPanels = (panels: readonly PanelGiven[], known: Known): readonly PanelGiven[] =>
  panels.reduce<readonly PanelGiven[]>((placed, panel) => {
    const values = valuesOf(panel, known);
    if (values.length === 0) return placed;
    const [copies, down] = repetitions(panel, values);
    return placed.flatMap((other) => {
      if (other.key === panel.key) return copies;
      const isBelow = other.gridPos.y > panel.gridPos.y;
      return [isBelow ? { ...other, gridPos: { ...other.gridPos, y: other.gridPos.y + down } } : other];
    });
  }, panels);

const repeatedSection = (section: Section, known: Known): readonly Section[] => {
  const { row } = section;
  const values = row ? valuesOf(row, known) : [];
  if (!row || values.length === 0) return [section];
  return values.map((value, at) => {
    const scope = { [row.repeat ?? '']: value };
    return {
      row: scopedTo(row, scope, `-${at}`),
      panels: section.panels.map((panel) => scopedTo(panel, scope, `-${at}`)),
    };
  });
};

/** Sections with the rows and panels that are repeated for each value of a variable. */
export const repeated = (sections: readonly Section[], known: Known): readonly Section[] =>
  sections
    .flatMap((section) => repeatedSection(section, known))
    .map((section) => ({ ...section, panels: repeatedPanels(section.panels, known) }));

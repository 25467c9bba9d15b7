import type { PanelModel, RowModel } from '#dashboards/model.js';
import type { PersesGrid } from './model.js';

/** Panels that stand under one heading, or under none. */
interface Section {
  readonly heading?: RowModel;
  readonly panels: readonly PanelModel[];
}

const isRow = (model: PanelModel | RowModel): model is RowModel => model.type === 'row';

/** What Grafana writes one after the other, by headings: an open row is followed by its panels, a closed one holds them. */
const sectionsOf = (models: readonly (PanelModel | RowModel)[]): readonly Section[] =>
  models.reduce<readonly Section[]>((sections, model) => {
    if (isRow(model)) {
      const inside = model.panels.filter((each) => !isRow(each));
      return [...sections, { heading: model, panels: inside }];
    }
    const last = sections.at(-1) ?? { panels: [] };
    return [...sections.slice(0, -1), { ...last, panels: [...last.panels, model] }];
  }, []);

const top = (panels: readonly PanelModel[]): number =>
  Math.min(...panels.map(({ gridPos }) => gridPos?.y ?? 0));

/** @param keyOf by what a panel is named. */
const gridOf = ({ heading, panels }: Section, keyOf: (panel: PanelModel) => string): PersesGrid => ({
  kind: 'Grid',
  spec: {
    ...(heading && {
      display: { title: heading.title ?? '', collapse: { open: !heading.collapsed } },
    }),
    items: panels.map((panel) => {
      const { x = 0, y = 0, w = 12, h = 8 } = panel.gridPos ?? {};
      const content = { $ref: `#/spec/panels/${keyOf(panel)}` };
      return { x, y: y - top(panels), width: w, height: h, content };
    }),
  },
});

/** Where panels stand, and the panels themselves, from top to bottom. */
export const layoutsOf = (
  models: readonly (PanelModel | RowModel)[],
  keyOf: (panel: PanelModel) => string,
) => {
  const sections = sectionsOf(models);
  return {
    panels: sections.flatMap(({ panels }) => panels),
    layouts: sections.map((section) => gridOf(section, keyOf)),
  };
};

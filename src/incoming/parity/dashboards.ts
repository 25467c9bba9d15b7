import type { Beside } from '#incoming/beside/beside.js';
import { dashboardParity } from '#incoming/dashboards/parity.js';
import { readDashboards } from '#incoming/dashboards/read.js';
import { textAt } from '#ground/json.js';
import type { Difference } from './rules.js';

/** Panels that are rendered, held against those that came in. */
export interface PanelsParity {
  readonly dashboards: number;
  readonly panels: number;
  readonly equal: number;
  readonly differences: readonly Pick<Difference, 'what' | 'place' | 'field'>[];
}

/** Dashboards that are rendered, held against those that came in, panel by panel. */
export const panelsParity = (
  { dashboards }: Beside,
  files: Readonly<Record<string, string>>,
): PanelsParity => {
  const rendered = readDashboards(Object.entries(files).map(([file, text]) => ({ file, text }))).dashboards;
  const all = dashboards.map(({ read, from }) => {
    const title = textAt(read.model, 'title') ?? '';
    const place = { file: from, line: 1 };
    const after = rendered.find(({ model }) => textAt(model, 'title') === title);
    if (after === undefined)
      return {
        panels: 0,
        equal: 0,
        differences: [{ what: `dashboard '${title}'`, place, field: 'dashboard' }],
      };
    const { panels, differences } = dashboardParity(read.model, after.model);
    return {
      panels: panels.length,
      equal: panels.filter((panel) => panel.differences.length === 0).length,
      differences: [
        ...differences.map((field) => ({ what: `dashboard '${title}'`, place, field })),
        ...panels.flatMap((panel) =>
          panel.differences.map((field) => ({ what: `panel '${panel.title}' of '${title}'`, place, field })),
        ),
      ],
    };
  });
  return {
    dashboards: all.length,
    panels: all.reduce((sum, { panels }) => sum + panels, 0),
    equal: all.reduce((sum, { equal }) => sum + equal, 0),
    differences: all.flatMap(({ differences }) => differences),
  };
};

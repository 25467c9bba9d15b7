import { describe, expect, test } from '@jest/globals';
import { sizeFaults } from '#dashboards/check/sizes.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { panelId } from '#dashboards/identity.js';
import { place } from '#dashboards/render/layout.js';
import { panelsIn } from '#dashboards/row.js';
import { takenOf } from '#preview/shown/taken.js';
import main from '../../../main.js';

/** Columns that each panel has, by its id. Its height is that of its line, which a neighbour may need. */
const widthsOf = (dashboard: Dashboard) => {
  const placed = place(dashboard).flatMap((each) => ('panels' in each ? [...each.panels] : [each]));
  return new Map(placed.map(({ id, gridPos }) => [id, gridPos?.w ?? 0]));
};

/** What has more room where it stands than it fills: a line that is not full is stretched. */
const tooWide = (dashboard: Dashboard): readonly string[] => {
  const widths = widthsOf(dashboard);
  return panelsIn(dashboard.panels).flatMap((panel) => {
    const width = widths.get(panelId(panel.key)) ?? panel.width;
    return sizeFaults(panel, { width, height: panel.height }).map(({ why }) => `${panel.title}: ${why}`);
  });
};

const dashboards = takenOf(main, undefined).flatMap(({ application }) =>
  application.dashboards.map((each) => [each.uid, each] as const),
);

describe('where it stands', () => {
  test.each(dashboards)('no panel of %s has more room than it fills', (_, dashboard) => {
    expect(tooWide(dashboard)).toEqual([]);
  });
});

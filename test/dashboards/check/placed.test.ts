import { describe, expect, test } from '@jest/globals';
import { sizeFaults } from '#dashboards/check/sizes.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { panelId } from '#dashboards/identity.js';
import { place } from '#dashboards/render/layout.js';
import { panelsIn } from '#dashboards/row.js';
import { takenOf } from '#preview/shown/taken.js';
import main from '../../../main.js';

/** Columns and rows of the grid that each panel has, by its id. */
const sizesOf = (dashboard: Dashboard) => {
  const placed = place(dashboard).flatMap((each) => ('panels' in each ? [...each.panels] : [each]));
  return new Map(placed.map(({ id, gridPos }) => [id, { width: gridPos?.w ?? 0, height: gridPos?.h ?? 0 }]));
};

/** What takes more room where it stands than it fills: a line that is not full is stretched. */
const tooLarge = (dashboard: Dashboard): readonly string[] => {
  const sizes = sizesOf(dashboard);
  return panelsIn(dashboard.panels).flatMap((panel) =>
    sizeFaults(panel, sizes.get(panelId(panel.key))).map(({ why }) => `${panel.title}: ${why}`),
  );
};

const dashboards = takenOf(main, undefined).flatMap(({ application }) =>
  application.dashboards.map((each) => [each.uid, each] as const),
);

describe('where it stands', () => {
  test.each(dashboards)('no panel of %s has more room than it fills', (_, dashboard) => {
    expect(tooLarge(dashboard)).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { everyAlertIsDrawn } from '#laws/drawn.js';
import { estate } from '../estate.js';
import { alerting, drawing, openBaskets, shop, stock, tooMany } from '../synth/estate/shop.js';

const faults = (application: ReturnType<typeof shop>) =>
  everyAlertIsDrawn({ applications: [application], objects: [] }).map(({ what }) => what);
const described = shop({
  groups: alerting(tooMany('TooManyItems', stock)),
  dashboards: [drawing(openBaskets)],
});

describe('every alert is drawn over time', () => {
  test.each(estate.map((each) => [each.name, each] as const))('of %s', (_, application) => {
    expect(faults(application)).toEqual([]);
  });

  test('by the library, where nobody else does', () => {
    expect(faults(described)).toEqual([]);
  });

  test('not where its dashboards are replaced afterwards', () => {
    const [board] = described.dashboards;
    const panels = board?.panels.filter(({ type }) => type === 'panel') ?? [];
    expect(faults({ ...described, dashboards: board ? [{ ...board, panels }] : [] })).toContain(
      'TooManyItems',
    );
  });

  test('nowhere in an application without dashboards', () => {
    expect(faults({ ...described, dashboards: [] })).toEqual([]);
  });
});

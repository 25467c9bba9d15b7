import { expect, test } from '@jest/globals';
import type { ApplicationSpec } from '#application/application.js';
import { dashboard } from '#dashboards/dashboard.js';
import { drawn } from '#dashboards/panel/drawn.js';
import { text } from '#dashboards/panel/text.js';
import { everyDashboardHasATitleOfItsOwn } from '#laws/titled.js';
import { bakery, shop } from '../synth/estate/shop.js';

const note = text('Note', { description: 'A note.', markdown: 'Hello.' });
const others = drawn.text('Note', { options: { content: 'Hello.' } });
type Dashboards = NonNullable<ApplicationSpec['dashboards']>;
const called = (title: string, panel = note, uid?: string): Dashboards => [
  (about) =>
    dashboard(title, {
      ...about,
      description: 'What it says.',
      panels: [panel],
      ...(uid !== undefined && { uid }),
    }),
];
const faults = (...all: readonly [shop: Dashboards, bakery: Dashboards]) =>
  everyDashboardHasATitleOfItsOwn({
    applications: [shop({ dashboards: all[0] }), bakery({ title: 'Bakery', dashboards: all[1] })],
    objects: [],
  });

test('two dashboards that are called the same are refused, each by its application and uid', () => {
  const both = [...called('Overview', note, 'one'), ...called('Overview', note, 'two')];
  expect(faults(both, [])).toMatchObject([
    {
      where: 'shop/dashboards/two',
      code: 'title-twice',
      why: expect.stringContaining('shop/dashboards/one'),
    },
  ]);
});

test('those of two applications are called after them', () => {
  expect(faults(called('Overview'), called('Overview'))).toEqual([]);
});

test('one that others drew keeps its title', () => {
  expect(faults([...called('Overview', others, 'one'), ...called('Overview', others, 'two')], [])).toEqual(
    [],
  );
});

import { describe, expect, test } from '@jest/globals';
import { coloredIn } from '#dashboards/check/colors.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { colorOf } from '#dashboards/perses/color.js';
import { panelsIn } from '#dashboards/row.js';
import { takenOf } from '#preview/shown/taken.js';
import main from '../../../main.js';
import { confusedBy } from './seen.js';

/** What Grafana draws for a name where all is dark, and where all is light. */
const drawnAs = (name: string): readonly string[] =>
  [name, `semi-dark-${name}`].flatMap((each) => colorOf(each) ?? []);

/** Those who take two colours for one in either theme. */
const confused = (one: string, other: string): readonly string[] => [
  ...new Set(
    drawnAs(one).flatMap((light, theme) => {
      const dark = drawnAs(other)[theme];
      return dark === undefined ? [] : confusedBy(light, dark);
    }),
  ),
];

describe('colours by which something is told', () => {
  test('are told apart by everybody where they are limits', () => {
    expect(confused('yellow', 'red')).toEqual([]);
  });

  // Why a legend of these says more than its colours do: the two that mean most are one for many.
  test('are not told apart where they are red and green', () => {
    expect(confused('red', 'green')).toEqual(expect.arrayContaining(['deuteranopia', 'achromatopsia']));
  });
});

/** What a panel says of a series beside its colour: numbers with its name, its place in a stack. */
const saysMore = ({ options, defaults }: Panel): boolean => {
  const { legend } = { legend: undefined, ...options };
  return (
    JSON.stringify(legend ?? {}).includes('lastNotNull') ||
    JSON.stringify(defaults.custom ?? {}).includes('"mode":"normal"')
  );
};

/** The pairs of lines of a panel that somebody takes for one, where nothing but their colours tells them apart. */
const toldByColor = (panel: Panel): readonly string[] => {
  if (panel.kind !== 'timeseries' || saysMore(panel)) return [];
  const solid = coloredIn({ ...panel, queries: panel.queries.filter(({ dashed }) => !dashed) });
  return solid.flatMap((one, at) =>
    solid
      .slice(at + 1)
      .filter((other) => other.color !== one.color && confused(one.color, other.color).length > 0)
      .map((other) => `${panel.title}: ${one.name} and ${other.name}`),
  );
};

const panels = takenOf(main, undefined).flatMap(({ application }) =>
  application.dashboards.flatMap(({ panels }) => panelsIn(panels)),
);

describe('the dashboards of this estate', () => {
  test('have series in colours that were chosen', () => {
    expect(panels.filter((panel) => coloredIn(panel).length > 1).length).toBeGreaterThan(0);
  });

  test('tell series apart without their colours', () => {
    expect(panels.flatMap(toldByColor)).toEqual([]);
  });
});

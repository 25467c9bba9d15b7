import { describe, expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { type Labels, landings } from '#routing/alertmanager/landing.js';
import { canGetTo, placesOf } from '#routing/place.js';
import type { Route } from '#routing/route.js';

const values = ['', 'x', 'y', 'xy', 'x.y'];
const matchers: fc.Arbitrary<LabelMatcher> = fc.record({
  label: fc.constantFrom('k', 'l', 'm'),
  operator: fc.constantFrom('=', '!=', '=~', '!~'),
  value: fc.constantFrom('x', 'y', 'xy', 'x.y', 'x|y', '.*', '.+', 'x.', '[xy]', 'x\\.y', ''),
});
const node = (depth: number): fc.Arbitrary<Route> =>
  fc.record({
    receiver: fc.constant('a'),
    matchers: fc.array(matchers, { maxLength: 2 }),
    continue: fc.boolean(),
    routes: depth === 0 ? fc.constant([]) : fc.array(node(depth - 1), { maxLength: 4 }),
  });
const value = fc.constantFrom(...values);

/** The places that an alert goes through on its way to rest, as Alertmanager walks the tree. */
const passed = (route: Route, labels: Labels): ReadonlySet<string> => {
  const rests = landings(route, labels).map(({ at }) => at);
  return new Set(
    placesOf({ route })
      .map(({ at }) => at)
      .filter((at) => rests.some((rest) => rest === at || rest.startsWith(`${at}.`))),
  );
};

describe('an alert can get to', () => {
  test('the routes that it goes through, and to no other, where all of its labels are known', () => {
    fc.assert(
      fc.property(node(3), value, value, value, (route, k, l, m) => {
        const labels = { k, l, m };
        const reached = placesOf({ route }).filter((place) => canGetTo(place, { labels }));
        expect(new Set(reached.map(({ at }) => at))).toEqual(passed(route, labels));
      }),
      { numRuns: 500 },
    );
  });

  test('every route that it goes through with any value of a label that is open', () => {
    fc.assert(
      fc.property(node(3), value, value, (route, k, l) => {
        const reached = placesOf({ route }).filter((place) =>
          canGetTo(place, { labels: { k, l }, open: ['m'] }),
        );
        const all = new Set(reached.map(({ at }) => at));
        const through = values.flatMap((m) => [...passed(route, { k, l, m })]);
        expect(through.filter((at) => !all.has(at))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('no route but those that it goes through with a value between which its expression chooses, or with none', () => {
    fc.assert(
      fc.property(node(2), value, value, (route, k, l) => {
        const among = { m: ['x', 'y', 'xy'] };
        const alert = { labels: { k, l }, open: ['m'], among };
        const through = new Set(['', ...among.m].flatMap((m) => [...passed(route, { k, l, m })]));
        const reached = placesOf({ route }).filter((place) => canGetTo(place, alert));
        expect(reached.map(({ at }) => at).filter((at) => !through.has(at))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

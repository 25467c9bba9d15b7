import { expect, test } from '@jest/globals';
import type { Expr } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { parse } from '#promql/expr/parse.js';
import { bareMetric } from '#promql/metric/metric.js';
import { compile } from '#derive/engine/compile.js';
import { Refused } from '#derive/engine/refused.js';
import type { Value, World } from '#derive/engine/world.js';
import { cannotFire } from '#derive/reason/cannot-fire.js';
import { cannotMature } from '#derive/reason/cannot-mature.js';
import { fc } from '../../seeded.js';
import { shop } from '../engine/shop.js';
import { written } from '../engine/written.js';
import { asked } from './asked.js';
import { conditions, slowWorlds, worlds } from './conditions.js';

const blamed = (text: string): readonly { readonly text: string; readonly blame: Expr }[] => {
  const expr = parse(text, bareMetric);
  const found = cannotFire({ name: 'Alert', expr, for: 0, interval: 60, scrape: 30, records: [] });
  return found ? [expr, found.blame].map((blame) => ({ text, blame })) : [];
};

/** What is read of a part in spite of the blame, at the first moment of the first world at which anything is. */
const readOf = (
  { text, blame }: { readonly text: string; readonly blame: Expr },
  among: readonly World[],
  moments: readonly number[],
): readonly string[] => {
  if (blame.type === 'range') return [];
  const compiled = compile(blame);
  const read = (world: World, seconds: number): Value => {
    try {
      return compiled(world, seconds);
    } catch (error) {
      if (error instanceof Refused) return [];
      throw error;
    }
  };
  const found = among.some((world) =>
    moments.some((seconds) => {
      const value = read(world, seconds);
      return typeof value !== 'object' || value.length > 0;
    }),
  );
  return found ? [`${inline(blame)} in ${text}`] : [];
};

test('What is said never to fire reads nothing of any series', () => {
  const found = fc.sample(conditions, 2_000).flatMap(blamed);
  const among = fc.sample(worlds, 15);
  expect(found.length).toBeGreaterThan(400);
  expect(found.flatMap((each) => readOf(each, among, [0, 60, 330]))).toEqual([]);
});

test('What is said never to fire reads nothing of the shop', () => {
  const found = fc.sample(written, 2_000).flatMap(blamed);
  expect(found.length).toBeGreaterThan(40);
  expect(found.flatMap((each) => readOf(each, [shop], [0, 30, 310, 1_335, 2_100, 3_600]))).toEqual([]);
});

/** The longest that one series of an expression is there, evaluation by evaluation, in seconds. */
const longest = (expr: Expr, world: World): number => {
  const compiled = compile(expr);
  const since = new Map<string, number>();
  const lasted = Array.from({ length: 80 }, (_, i) => i * 60).flatMap((seconds) => {
    const value = compiled(world, seconds);
    const there = typeof value === 'object' ? value.map(({ labels }) => JSON.stringify(labels)) : [];
    for (const key of [...since.keys()].filter((each) => !there.includes(each))) since.delete(key);
    return there.map((key) => {
      since.set(key, since.get(key) ?? seconds);
      return seconds - (since.get(key) ?? seconds);
    });
  });
  return Math.max(0, ...lasted);
};

test.each([
  ['seats offset 5m unless seats', 300],
  ['up unless on (job) up offset 5m', 300],
  ['seats == 0 and seats offset 5m > 0', 300],
  ['seats > 1 and seats offset 10m <= 1', 600],
  ['up >= 0 and on () minute() < 10', 600],
  ['up >= 0 and on () (hour() == 0)', 3_600],
])('What is said for a fact never to mature lasts no longer than for: %s', (text, seconds) => {
  const alert = asked(text, { for: seconds });
  expect(cannotMature(alert).map(({ certainty }) => certainty)).toEqual(['fact']);
  const lasts = fc.sample(slowWorlds, 40).map((world) => longest(alert.expr, world));
  expect(Math.max(...lasts)).toBeGreaterThanOrEqual(seconds / 3);
  expect(Math.max(...lasts)).toBeLessThan(seconds);
});

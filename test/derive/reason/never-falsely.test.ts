import { expect, test } from '@jest/globals';
import type { Expr } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { parse } from '#promql/expr/parse.js';
import { bareMetric } from '#promql/metric/metric.js';
import { compile } from '#derive/engine/compile.js';
import { Refused } from '#derive/engine/refused.js';
import type { Value, World } from '#derive/engine/world.js';
import { cannotFire } from '#derive/reason/cannot-fire.js';
import { fc } from '../../seeded.js';
import { shop } from '../engine/shop.js';
import { written } from '../engine/written.js';
import { conditions, worlds } from './conditions.js';

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

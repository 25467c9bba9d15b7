import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Application } from '#application/application.js';
import { type Given, synthesizedEstate } from '#synth/estate/synthesized.js';
import { alerting, bakery, openBaskets, shop, tooMany } from './shop.js';
import { inProduction } from '../../place.js';

/** An error that no line of a source led to. */
const fromNowhere = (error: Error): Error => {
  error.stack = String(error);
  return error;
};

/** A shop whose runbooks cannot be asked for any more once it is made. */
const failing = (name: string): Application => {
  let isMade = false;
  const runbook = (alert: string): string => {
    if (isMade) throw fromNowhere(new Error(`no page of ${name}`));
    return `https://runbooks.example/${name}/${alert}.md`;
  };
  const made = shop({ runbook }, name);
  isMade = true;
  return made;
};

const reading = bakery({ groups: alerting(tooMany('TooManyBaskets', openBaskets)) });

describe('an estate of which functions throw', () => {
  const told: string[] = [];
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation((text: string) => told.push(text));
  });
  afterEach(() => {
    told.splice(0);
    jest.restoreAllMocks();
    process.exitCode = undefined;
  });

  /** Whose faults are told, and the first of each. */
  const saidOf = (given: Given): readonly string[] => {
    synthesizedEstate(given)([]);
    return told.flatMap((text) => [...text.matchAll(/^\w+: .*/gm)].map(([line]) => line));
  };

  test('is told of each of them', () => {
    expect(saidOf({ estate: inProduction([failing('shop'), failing('stall')]) })).toEqual([
      expect.stringMatching(/^shop: shop: Error: no page of shop/),
      expect.stringMatching(/^stall: stall: Error: no page of stall/),
    ]);
  });

  test('is told of what is wrong with the others', () => {
    expect(saidOf({ estate: inProduction([failing('shop'), reading]) })).toEqual([
      expect.stringMatching(/^shop: shop: Error: no page of shop/),
      expect.stringMatching(/^bakery: /),
    ]);
  });

  test('is told of what files threw, too', () => {
    const thrown = [{ file: 'apps/stall/index.ts', error: fromNowhere(new Error('no stall')) }];
    expect(
      saidOf({ estate: { places: [...inProduction([failing('shop')]).places, undefined] }, thrown }),
    ).toEqual([
      expect.stringMatching(/^stall: apps\/stall\/index\.ts: Error: no stall/),
      expect.stringMatching(/^shop: shop: Error: no page of shop/),
    ]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Fault } from '#ground/fault.js';
import { readFiles } from '#synth/folder.js';
import { synth } from '#synth/synth.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { type Law, synthesize } from '#synth/synthesize.js';
import { shop } from './estate/shop.js';
import { inProduction } from '../place.js';

const fault = (why: string): Fault => ({
  where: 'shop/rules',
  what: '',
  code: 'window-too-short',
  why,
  cure: '',
});
const hinting: Law = () => [{ ...fault('the window is short'), isHint: true }];
const refusing: Law = () => [fault('the window is empty')];
const { charts } = synthesisOf(inProduction([shop()]));

describe('what may be meant', () => {
  let output = '';
  const told: string[] = [];
  beforeEach(() => {
    output = mkdtempSync(join(tmpdir(), 'hints-'));
    jest.spyOn(console, 'log').mockImplementation(() => {});
    jest.spyOn(console, 'error').mockImplementation((text: string) => told.push(text));
  });
  afterEach(() => {
    rmSync(output, { recursive: true, force: true });
    told.splice(0);
    jest.restoreAllMocks();
  });

  test('is told', () => {
    synth(charts, [hinting], output);
    expect(told).toEqual([
      [
        'To be looked at, though nothing is refused for it:',
        'shop: shop/rules: the window is short [window-too-short]',
        'cheomseong explain CODE tells more of each.',
        '',
      ].join('\n'),
    ]);
  });

  test('is told once of alerts that were written elsewhere', () => {
    const ofImported: Law = () =>
      ['A', 'B'].map((imported) => ({ ...fault('the window is short'), isHint: true, imported }));
    synth(charts, [ofImported], output);
    expect(told.join().match(/the window is short/g)).toHaveLength(1);
  });

  test('is written all the same', () => {
    synth(charts, [hinting], output);
    expect(readFiles(output)).toEqual(synthesize(charts));
  });

  test('is not told where there is nothing of the kind', () => {
    synth(charts, [], output);
    expect(told).toEqual([]);
  });

  test('is no reason of a refusal', () => {
    expect(() => synthesize(charts, [hinting, refusing])).toThrow(/^shop: shop\/rules: the window is empty$/);
  });
});

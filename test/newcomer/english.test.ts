import { expect, test } from '@jest/globals';
import { proveEstate } from '#proof/prove-estate.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { host } from '#application/host/host.js';
import { shop } from '../readme/shop.js';
import { newcomer } from './newcomer.js';
import { inProduction } from '../place.js';

const { charts, laws, files, pages } = synthesisOf(inProduction([newcomer, shop], [host(shop)]));
const written = [
  ...synthesize(charts, laws),
  ...files,
  ...Object.values(pages).flatMap((texts) => [...texts]),
];

test('of an application in English nothing that is written holds a word of Korean', () => {
  expect(written.filter(([, text]) => /[가-힣]/.test(text)).map(([path]) => path)).toEqual([]);
});

test('of an application in English nothing is proven in Korean', async () => {
  const proven = await proveEstate([newcomer]);
  expect(proven.map(({ refused, verdicts }) => [refused, verdicts.length])).toEqual(
    proven.map(() => [[], 1]),
  );
});

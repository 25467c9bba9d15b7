import { textsIn } from '#synth/publishing/content.js';
import { expect, test } from '@jest/globals';
import { proveEstate } from '#proof/prove-estate.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { host } from '#application/host/host.js';
import { cluster } from '#cluster/cluster.js';
import { shop } from '../readme/shop.js';
import { newcomer } from './newcomer.js';

const here = cluster('production', {
  addresses: { runbooks: 'https://runbooks.example.org' },
  applications: [newcomer, shop],
});
const { charts, laws, files, pages } = synthesisOf({ places: [here, host(shop)] });
const written = [
  ...synthesize(charts, laws),
  ...textsIn(files),
  ...Object.values(pages).flatMap((texts) => [...textsIn(texts)]),
];

test('of an application in English nothing that is written holds a word of Korean', () => {
  expect(written.filter(([, text]) => /[가-힣]/.test(text)).map(([path]) => path)).toEqual([]);
});

test('of an application in English nothing is proven in Korean', async () => {
  const proven = await proveEstate(here.applications.filter(({ name }) => name === newcomer.name));
  expect(proven.map(({ refused, verdicts }) => [refused, verdicts.length])).toEqual(
    proven.map(() => [[], 1]),
  );
});

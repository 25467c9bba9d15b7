import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { shop } from './shop.js';
import { inProduction } from '../place.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The fenced block under a marker of the README. */
const block = (marker: string): string => {
  const [, after = ''] = read('../../README.md').split(`<!-- ${marker} -->`);
  return /```\w+\n([\s\S]*?)```/.exec(after)?.[1] ?? '';
};

const { charts, laws } = synthesisOf(inProduction([shop]));
const files = synthesize(charts, laws);

test('the smallest application of the README is the one that compiles here, without its imports', () => {
  const [, code] = read('shop.ts').split(/;\n\n(?=const metrics)/);
  expect(block('test/readme/shop.ts')).toBe(code);
});

test('the README names the objects that it makes', () => {
  expect(block('files').match(/dist\S+/g)).toEqual([...files.keys()].sort().map((file) => `dist/${file}`));
});

test('the README names every alert that it makes', () => {
  const rules = files.get('production/shop/PrometheusRule.shop.yaml') ?? '';
  const names = [...rules.matchAll(/alert: (\w+)/g)].map(([, name]) => name);
  expect(block('files')).toContain(`${names.slice(0, -1).join(', ')} and ${names.at(-1)}, `);
});

test('the README shows its first alert as it is written', () => {
  const lines = (files.get('production/shop/PrometheusRule.shop.yaml') ?? '').split('\n');
  const start = lines.findIndex((line) => line.includes('alert: HighErrorRate'));
  const end = lines.findIndex((line) => line.includes('alert: HighLatency'));
  const alert = lines.slice(start, end).map((line) => line.slice(8));
  expect(block('HighErrorRate')).toBe(`${alert.join('\n')}\n`);
});

test('the README says where every Secret is named', () => {
  expect(read('../../README.md')).toContain('[docs/secrets/](docs/secrets/production.md)');
});

test('the README is short: what else there is to say stands in docs/', () => {
  expect(read('../../README.md').split('\n').length).toBeLessThan(125);
});

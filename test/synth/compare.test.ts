import { describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { compare } from './compare.js';
import { differenceText } from './difference.js';

const path = 'observer/PrometheusRule.observer.yaml';
const one = (manifest: unknown) => new Map([[path, stringify(manifest)]]);
const rules = (...items: readonly object[]) =>
  one({ spec: { groups: [{ name: 'observer', rules: items }] } });
const fields = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
  compare(before, after).map(({ field }) => field);

const pods = { alert: 'Pods', expr: 'up', for: '5m' };
const latency = { alert: 'Latency', expr: 'p95', for: '5m' };

describe('comparing', () => {
  test('finds nothing between equal files', () => {
    expect(compare(rules(pods), rules(pods))).toEqual([]);
  });

  test('names the object, the field, and both values', () => {
    expect(compare(rules(pods, latency), rules(pods, { ...latency, for: '10m' }))).toEqual([
      { object: path, field: 'spec.groups[observer].rules[Latency].for', before: '5m', after: '10m' },
    ]);
  });

  test('finds an item that was put before others, and only that', () => {
    expect(fields(rules(pods), rules(latency, pods))).toEqual(['spec.groups[observer].rules[Latency]']);
  });

  test('finds that items changed places', () => {
    expect(fields(rules(pods, latency), rules(latency, pods))).toEqual([
      'spec.groups[observer].rules, order',
    ]);
  });

  test('compares items without names by their index', () => {
    expect(fields(one({ list: ['a', 'b'] }), one({ list: ['a', 'c', 'd'] }))).toEqual(['list[1]', 'list[2]']);
  });

  test('compares items that share a name by their index', () => {
    expect(fields(rules(pods, pods), rules(pods, { ...pods, for: '1m' }))).toEqual([
      'spec.groups[observer].rules[1].for',
    ]);
  });

  test('looks into dashboards', () => {
    const dashboard = (unit: string) =>
      one({ data: { 'observer.json': JSON.stringify({ panels: [{ title: 'Errors', unit }] }) } });
    expect(fields(dashboard('s'), dashboard('percentunit'))).toEqual([
      'data["observer.json"].panels[Errors].unit',
    ]);
  });

  test('finds a text that is written otherwise though it says the same', () => {
    expect(fields(one({ a: '{"x":1}' }), one({ a: '{ "x": 1 }' }))).toEqual(['a']);
  });

  test('finds a file that is written otherwise though it says the same', () => {
    expect(fields(new Map([[path, 'a: 1\nb: 2\n']]), new Map([[path, 'b: 2\na: 1\n']]))).toEqual(['']);
  });

  test('finds an object that only one side has', () => {
    expect(compare(new Map([['a', 'x']]), new Map([['b', 'y']]))).toEqual([
      { object: 'a', field: '', before: 'x', after: undefined },
      { object: 'b', field: '', before: undefined, after: 'y' },
    ]);
  });

  test('compares what is no YAML as text', () => {
    expect(fields(new Map([[path, '<<<<<<< HEAD\na: [']]), rules(pods))).toEqual(['']);
  });
});

test('the differences are shown with the command that accepts them', () => {
  const before = new Map([
    ...rules({ ...pods, annotations: { description: 'one\ntwo\nthree\nfour' } }, latency),
    ['observer/Service.old.yaml', 'a: 1\n'],
  ]);
  const after = new Map([
    ...rules({ ...pods, for: '10m', annotations: { description: 'one\ntwo\n3\nfour' } }),
    ['observer/Service.new.yaml', 'a: 1\n'],
  ]);
  expect(differenceText(compare(before, after))).toMatchInlineSnapshot(`
   "dist/ is not what the code makes: 3 objects differ.

   observer/PrometheusRule.observer.yaml
     spec.groups[observer].rules[Pods].for
       before  5m
       after   10m
     spec.groups[observer].rules[Pods].annotations.description
       @@ -3,1 +3,1 @@
       - three
       + 3
     spec.groups[observer].rules[Latency]
       - alert: Latency
       - expr: p95
       - for: 5m

   observer/Service.new.yaml
     is new

   observer/Service.old.yaml
     is no longer made

   To accept this: npm run synth"
  `);
});

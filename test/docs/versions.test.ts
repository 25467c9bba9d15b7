import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { isObject } from '#ground/field.js';
import { lowest as held, programNames, programs } from '#platform/lowest.js';
import { requirements } from '#proof/tools/requirements.js';
import { readFiles } from '#synth/folder.js';

const page = readFileSync('docs/versions.md', 'utf8');

/** The lowest version of a program. */
const lowest = (program: string): string =>
  new RegExp(`^\\| ${program} +\\| (.+?) +\\|`, 'm').exec(page)?.[1] ?? '';

/** Every text under one of these names, at any depth. */
const under = (names: readonly string[], value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => under(names, each));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    names.includes(name) ? [each] : under(names, each),
  );
};
const configs = [...readFiles('dist')]
  .filter(([path]) => path.includes('AlertmanagerConfig'))
  .map(([, text]): unknown => parse(text));

describe('the page of versions names the lowest', () => {
  test.each([requirements.prometheus, requirements.alertmanager])(
    '$project by which it is proven',
    (each) => {
      expect(lowest(each.project)).toBe(each.atLeast);
    },
  );

  test.each(programs)('to which the %s of a platform is held', (program) => {
    expect(lowest(programNames[program]).replace(/,.*/, '')).toBe(held[program].release);
  });

  test('operator, but for the one that refuses templates where a URL stands, since they do stand there', () => {
    const links = under(['titleLink', 'href'], configs);
    expect([lowest('prometheus-operator'), links.some((text) => String(text).startsWith('{{'))]).toEqual([
      expect.stringContaining('not 0.88.0'),
      true,
    ]);
  });

  test.each(['Kubernetes', 'Grafana', 'ArgoCD'])('%s', (program) => {
    expect(lowest(program)).toMatch(/^\d+\.\d+/);
  });
});

test('the README names the same', () => {
  const needed = readFileSync('README.md', 'utf8').replaceAll('\n', ' ');
  const programs = ['Kubernetes', 'prometheus-operator', 'Prometheus', 'Alertmanager', 'Grafana', 'ArgoCD'];
  const versions = programs.map((program) => `${program} ${/^[\d.]+/.exec(lowest(program))?.[0] ?? '?'}`);
  expect(versions.filter((each) => !needed.includes(each))).toEqual([]);
});

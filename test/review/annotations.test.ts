import { describe, expect, test } from '@jest/globals';
import { type Annotation, githubCommands } from '#ground/annotation.js';
import { codeQuality, remarks } from '#review/annotations/annotations.js';
import { changedLinesIn } from '#review/annotations/changed-lines.js';
import { compared } from '#review/compare/compare.js';
import { alert, meant, slack } from './meant.js';

const annotation = (i: number, level: Annotation['level'] = 'error'): Annotation => ({
  ...{ level, path: 'dist/rules.yaml', line: i, title: `Alert${i}`, text: 'no longer pages' },
});
const many = (count: number, level?: Annotation['level']): readonly Annotation[] =>
  Array.from({ length: count }, (_, i) => annotation(i + 1, level));
const lines = (text: string): readonly string[] => text.trimEnd().split('\n');

describe('Of annotations GitHub is given', () => {
  test('all where it shows all', () => {
    expect(lines(githubCommands(many(10), 'the page'))).toHaveLength(10);
  });

  test('as many of a level as it shows', () => {
    expect(lines(githubCommands([...many(30), ...many(4, 'notice')], 'the page'))).toHaveLength(14);
  });

  test('in the place of the last how many there are more', () => {
    expect(lines(githubCommands(many(30), 'the page')).at(-1)).toMatch(
      /title=and 21 more::21 more are not shown/,
    );
  });

  test('no line break and no colon that would end them', () => {
    const odd = { ...annotation(1), title: 'a: b, c', text: 'one\ntwo 5%' };
    expect(githubCommands([odd], 'the page')).toBe(
      '::error file=dist/rules.yaml,line=1,title=a%3A b%2C c::one%0Atwo 5%25\n',
    );
  });
});

const rules = (...alerts: readonly string[]): string =>
  alerts.map((name) => `        - alert: ${name}\n          expr: up == 0\n`).join('');
const path = 'production/shop/PrometheusRule.shop.yaml';

describe('Lines that differ', () => {
  const of = (...diff: readonly string[]) => [...changedLinesIn(diff.join('\n'))];

  test('of a file that is gone are of none', () => {
    expect(
      of(
        ...['diff --git a/dist/a.yaml b/dist/a.yaml', '+++ b/dist/a.yaml', '@@ -4 +4 @@'],
        ...['diff --git a/dist/b.yaml b/dist/b.yaml', '+++ /dev/null', '@@ -1,9 +0,0 @@'],
      ),
    ).toEqual([['dist/a.yaml', [4]]]);
  });

  test('of a file with a space in its name, after which git writes a tab, are its own', () => {
    expect(of('+++ b/dist/a b.yaml\t', '@@ -4 +4 @@')).toEqual([['dist/a b.yaml', [4]]]);
  });
});

describe('A finding stands', () => {
  const before = meant({ alerts: [alert('First'), alert('Second', { severity: 'warning' })] });
  const after = meant({
    alerts: [alert('First', { for: '10m' }), alert('Second', { severity: 'warning', for: '10m' })],
  });
  const found = (changed: string) =>
    remarks(
      compared(before, after),
      new Map([[path, rules('First', 'Second')]]),
      changedLinesIn(changed),
      'dist/',
    );

  test('at its rule', () => {
    expect(found('').map(({ title, line }) => [title, line])).toEqual([
      ['First', 1],
      ['Second', 3],
    ]);
  });

  test('first where its lines differ, for a forge shows those alone where somebody reads', () => {
    const diff = `+++ b/dist/${path}\n@@ -4 +4 @@ rules\n`;
    expect(found(diff).map(({ title, line }) => [title, line])).toEqual([
      ['Second', 4],
      ['First', 1],
    ]);
  });

  test('at the routes where it is about who is told', () => {
    const config = 'production/shop/AlertmanagerConfig.shop.yaml';
    const quiet = meant({
      alerts: [alert('First', { told: [slack] }), alert('Second', { severity: 'warning' })],
    });
    const files = new Map([
      [path, rules('First', 'Second')],
      [config, 'kind: AlertmanagerConfig\n'],
    ]);
    const [remark] = remarks(
      compared(before, quiet),
      files,
      changedLinesIn(`+++ b/dist/${config}\n@@ -9,2 +9,0 @@\n`),
      'dist/',
    );
    expect(remark).toMatchObject({ level: 'error', path: `dist/${config}`, line: 9 });
  });

  test('in a Code Quality report, known again whatever its line', () => {
    const [one] = JSON.parse(codeQuality(found('')));
    const [, other] = JSON.parse(codeQuality(found(`+++ b/dist/${path}\n@@ -4 +4 @@\n`)));
    expect([one.fingerprint, one.location]).toEqual([
      other.fingerprint,
      { path: `dist/${path}`, lines: { begin: 1 } },
    ]);
  });
});

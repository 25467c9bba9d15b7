import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { proved } from './said.js';

let folder = '';
const git = (...args: readonly string[]): void =>
  void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd: folder,
    stdio: 'ignore',
  });

const record = (window: string) => `
      - { record: 'job:up:min', expr: 'min by (job) (min_over_time(up[${window}]))' }`;
const alert = (name: string, expr: string) => `
      - { alert: ${name}, expr: '${expr}' }`;
const rules = (...texts: readonly string[]): string =>
  `groups:\n  - name: shop\n    rules:${texts.join('')}\n`;

const [down, gone] = [alert('Down', 'up == 0'), alert('Gone', 'absent(up)')];
const recorded = alert('Recorded', 'job:up:min == 0');

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'since-'));
  git('init', '-b', 'main');
  await mkdir(join(folder, 'rules'));
  await write('rules/a.yml', rules(down, gone, record('5m'), recorded));
  git('add', '.');
  git('commit', '-m', 'first');
});
afterEach(() => rm(folder, { recursive: true }));

const changed = async (...args: readonly string[]): Promise<readonly string[]> => {
  const { runs } = JSON.parse((await proved([...args, '--since', 'main', '--json'], { folder })).out);
  return runs[0].alerts.map((each: { readonly alert: string }) => each.alert);
};

describe('since a revision of git', () => {
  test('nothing has changed where nothing was', async () => {
    expect(await changed('rules')).toEqual([]);
  });

  test('an alert has whose text has', async () => {
    await write('rules/a.yml', rules(down, alert('Gone', 'absent(up == 1)'), record('5m'), recorded));
    expect(await changed('rules')).toEqual(['Gone']);
  });

  test('an alert has not that was only moved', async () => {
    await write('rules/a.yml', rules(gone, record('5m'), recorded, down));
    expect(await changed('rules')).toEqual([]);
  });

  test('an alert has that reads a recording rule that has', async () => {
    await write('rules/a.yml', rules(down, gone, record('10m'), recorded));
    expect(await changed('rules')).toEqual(['Recorded']);
  });

  test('an alert has not whose file was renamed', async () => {
    await rename(join(folder, 'rules/a.yml'), join(folder, 'rules/b.yml'));
    git('add', '.');
    expect(await changed('rules/b.yml')).toEqual([]);
  });

  test('all alerts of a new file have, though git does not know it yet', async () => {
    await write('rules/new.yml', rules(alert('New', 'up < 1')));
    expect(await changed('rules')).toEqual(['New']);
  });

  test('nothing is counted in tests of alerts that have not changed', async () => {
    await write('rules/a_test.yml', 'rule_files: [a.yml]\ntests: []\n');
    const { out } = await proved(['rules', '--since', 'main'], { folder });
    expect([out.includes('1 file: all hold.'), out.includes('0 of 0')]).toEqual([true, false]);
  });

  test('is said of what is counted', async () => {
    expect((await proved(['rules', '--since', 'main'], { folder })).out).toMatch(
      /^No alerts, of those that have changed since main \(by promtool X\)\.$/m,
    );
  });

  test('is told where git does not know it', async () => {
    expect((await proved(['rules', '--since', 'no-such'], { folder })).err).toMatch(
      /^--since no-such: git says: .+\nSee cheomseong prove --help.\n$/,
    );
  });

  test('is no option of git', async () => {
    expect((await proved(['rules', '--since=--output=x'], { folder })).exitCode).toBe(2);
  });
});

import { describe, expect, test } from '@jest/globals';
import { proved, provedOnce } from './said.js';

interface Said {
  readonly alerts: readonly { readonly alert: string; readonly ownTests: string }[];
  readonly coverage: Readonly<Record<string, number>>;
  readonly ownTests: readonly { readonly file: string; readonly holds: boolean; readonly said: string }[];
}

const said = async (...args: readonly string[]): Promise<Said> =>
  JSON.parse((await provedOnce(...args, '--json')).out).runs[0];

const covered = async (...args: readonly string[]): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await said(...args)).alerts.map(({ alert, ownTests }) => [alert, ownTests]));

describe('tests that somebody wrote', () => {
  test('are run where they are', async () => {
    expect((await said('shop_test.yml')).ownTests).toEqual([
      { file: 'shop_test.yml', holds: true, said: '' },
    ]);
  });

  test('that fail are told in the words of promtool', async () => {
    expect((await said('failing_test.yml')).ownTests[0]?.said).toMatch(/alertname: ShopDown, time: 10m/);
  });

  test('cover the alerts of which they expect that they fire', async () => {
    expect(await covered('shop.yml', 'shop_test.yml')).toMatchObject({ ShopDown: 'fires' });
  });

  test('only let others stay quiet', async () => {
    expect(await covered('shop.yml', 'shop_test.yml')).toMatchObject({ ShopErrors: 'quiet' });
  });

  test('say nothing of others', async () => {
    expect(await covered('shop.yml', 'shop_test.yml')).toMatchObject({ ShopQueueStuck: 'none' });
  });

  test('say nothing of alerts of that name in other files', async () => {
    expect((await said('unhurried.yml', 'shop_test.yml')).alerts[0]).toMatchObject({
      alert: 'ShopDown',
      ownTests: 'none',
    });
  });

  test('may name their rule files by a pattern', async () => {
    expect(await covered('failing_test.yml')).toMatchObject({ ShopDown: 'fires' });
  });
});

describe('coverage', () => {
  test('is of alerts that are proven, or that tests let fire', async () => {
    const { percent, ...counts } = (await said('shop.yml', 'shop_test.yml')).coverage;
    expect([Math.floor(percent ?? 0), counts]).toEqual([
      66,
      { derived: 2, ownTests: 0, none: 1, emptyByDesign: 0 },
    ]);
  });

  test('does not count what is empty by design', async () => {
    expect((await said('empty.yml')).coverage).toMatchObject({ percent: 100, emptyByDesign: 1 });
  });

  test('names what nothing covers', async () => {
    expect((await proved(['shop.yml', '--coverage'])).out).toContain('  by nothing: ShopQueueStuck\n');
  });

  test.each([
    [66, 1],
    [67, 2],
  ])('with a threshold of %d ends with %d', async (threshold, exitCode) => {
    expect((await proved(['shop.yml', '--coverage-threshold', `${threshold}`])).exitCode).toBe(exitCode);
  });
});

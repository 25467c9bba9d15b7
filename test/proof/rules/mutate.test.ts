import { describe, expect, test } from '@jest/globals';
import { proved, provedOnce } from './said.js';

interface Mutant {
  readonly before: string;
  readonly after: string;
  readonly record?: string;
  readonly noticedByDerived?: boolean;
  readonly noticedByOwnTests?: boolean;
}

const mutantsOf = async (alert: string, ...args: readonly string[]): Promise<readonly Mutant[]> => {
  const { runs } = JSON.parse((await provedOnce(...args, '--mutate', '--json')).out);
  return runs[0].mutants.find((each: { readonly alert: string }) => each.alert === alert).mutants;
};

const changes = (mutants: readonly Mutant[]): readonly string[] =>
  mutants.map(({ before, after }) => `${before} → ${after}`);

describe('changes of a rule', () => {
  test('that its derived proof notices are most', async () => {
    const mutants = await mutantsOf('ShopErrors', 'sound.yml');
    const noticed = mutants.filter(({ noticedByDerived }) => noticedByDerived);
    expect(noticed.length / mutants.length).toBeGreaterThan(0.8);
  });

  test('of its limit are noticed by the derived proof', async () => {
    const mutants = await mutantsOf('ShopErrors', 'sound.yml');
    const survived = mutants.filter(({ noticedByDerived }) => !noticedByDerived);
    expect(changes(survived).filter((change) => change.startsWith('> 0.05'))).toEqual([]);
  });

  test('of how long it waits are noticed by the derived proof', async () => {
    const mutants = await mutantsOf('ShopDown', 'sound.yml');
    const ofFor = mutants.filter(({ before }) => before.startsWith('for:'));
    expect(ofFor.map(({ noticedByDerived }) => noticedByDerived)).toEqual([true, true, true]);
  });

  test('that tests of the user let pass are told', async () => {
    const mutants = await mutantsOf('ShopDown', 'shop.yml', 'shop_test.yml');
    expect(changes(mutants.filter(({ noticedByOwnTests }) => !noticedByOwnTests))).toContain(
      'for: 2m → none',
    );
  });

  test('that tests of the user notice are not', async () => {
    const mutants = await mutantsOf('ShopDown', 'shop.yml', 'shop_test.yml');
    expect(changes(mutants.filter(({ noticedByOwnTests }) => noticedByOwnTests))).toContain(
      'severity: critical → none',
    );
  });

  test('are listed by alert, with the share that was noticed', async () => {
    expect((await proved(['shop.yml', 'shop_test.yml', '--mutate'])).out).toMatch(
      /^ {2}Your own tests notice [\d.]+% of changes: \d+ of \d+\.$/m,
    );
  });
});

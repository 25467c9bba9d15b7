import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

describe('beside each alert stands', () => {
  const of = async (rules: string, tests: string): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'team-'));
    await writeFile(join(folder, 'team.yml'), `groups: [{ name: team, rules: [${rules}] }]`);
    await writeFile(
      join(folder, 'team_test.yml'),
      `{ rule_files: [team.yml], evaluation_interval: 1m, tests: [{ interval: 1m, ${tests} }] }`,
    );
    return (await proved(['team.yml', 'team_test.yml', '--mutate'], { folder })).out;
  };
  const down = '{ alert: Down, expr: up == 0, for: 5m, labels: { severity: page } }';
  const fires = 'alert_rule_test: [{ eval_time: 5m, alertname: Down, exp_alerts: [{ exp_labels: LABELS }] }]';
  const zeros = "input_series: [{ series: 'up', values: 0x20 }]";

  test('how many changes each of what tries it notices, and what it lets pass', async () => {
    const out = await of(down, `${zeros}, ${fires.replace('LABELS', '{ severity: page }')}`);
    expect(out).toMatch(/^ {2}Down {2}8 of 9 noticed by its derived proof, 5 of 9 by team_test\.yml$/m);
    expect(out).toMatch(/^ {4}not noticed by team_test\.yml:\n(?: {6}.*\n)*? {6}for: 5m → none$/m);
  });

  test('the same where another alert has its name', async () => {
    const other = '{ alert: Down, expr: up < 0, labels: { severity: ticket } }';
    const out = await of(`${down}, ${other}`, `${zeros}, ${fires.replace('LABELS', '{ severity: page }')}`);
    expect(out.match(/of \d+ by team_test\.yml/g)).toHaveLength(2);
  });

  test('what is asked of its ALERTS, samples included', async () => {
    const sample = `{ labels: 'ALERTS{alertname="Down", alertstate="firing", severity="page"}', value: 1 }`;
    const alerts = `promql_expr_test: [{ eval_time: 5m, expr: 'ALERTS{alertname="Down"}', exp_samples: [${sample}] }]`;
    const out = await of(down, `${zeros}, ${fires.replace('LABELS', '{ severity: page }')}, ${alerts}`);
    expect(out).toMatch(/of \d+ by team_test\.yml/);
  });

  test('that nothing tries it, where nothing does', async () => {
    const never = '{ alert: Never, expr: up > 1 and up < 0 }';
    expect(await of(never, `${zeros}, alert_rule_test: []`)).toMatch(
      /^ {2}Never {2}no change was tried: no proof was derived, and none of your own tests is of it$/m,
    );
  });
});

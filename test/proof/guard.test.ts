import { describe, expect, test } from '@jest/globals';
import { type AlertProof, alertProof } from '#proof/files.js';
import { faultsOf } from '#proof/guard.js';
import { complaintIn } from '#proof/promtool/complaint.js';
import { askPromtool } from '#proof/promtool/run.js';
import { prove } from '#proof/prove.js';
import { testOfWitness } from '#proof/witness.js';
import { programOf } from '#proof/tools/tool.js';
import { packs, shopGroup } from '../alerts/packs.js';

const context = { application: 'shop', namespace: 'shop-prod', language: 'en' } as const;
const proof = alertProof(packs.postgres.databaseDown, shopGroup, context);
const renamed = (part: 'rules' | 'tests', to: string): AlertProof => ({
  ...proof,
  [part]: { ...proof[part], text: proof[part].text.replaceAll('DatabaseDown', to) },
});
const only = (expectation: 'fires' | 'stays quiet'): AlertProof => {
  const file = JSON.parse(proof.tests.text) as { readonly tests: readonly { readonly name: string }[] };
  const tests = file.tests.filter(({ name }) => name.includes(expectation));
  return { ...proof, tests: { ...proof.tests, text: JSON.stringify({ ...file, tests }) } };
};

test('a proof as it is written has no fault', () => {
  expect(faultsOf(proof)).toEqual([]);
});

describe('what promtool lets pass', () => {
  const misspelt = only('stays quiet');
  const quiet = {
    ...misspelt,
    tests: { ...misspelt.tests, text: misspelt.tests.text.replaceAll('DatabaseDown', 'DatabaseDwon') },
  };

  test('a test of an alert that does not exist has nothing that promtool would be against', async () => {
    const [answer = []] = await askPromtool(await programOf('promtool'), [quiet]);
    const complaints = answer.flatMap((test) => test.complaints).map(complaintIn);
    expect(complaints.filter((each) => each.about !== 'samples' || !testOfWitness(each.expr))).toEqual([]);
  });

  test('a test of an alert that does not exist is refused by us', async () => {
    const [verdict] = await prove([quiet]);
    expect(verdict?.refused).toEqual(expect.arrayContaining([...faultsOf(quiet)]));
  });

  test('the refusal names the alert and its file', () => {
    expect(faultsOf(renamed('tests', 'DatabaseDwon'))).toContain(
      'shop.DatabaseDown.en.test.json tests DatabaseDwon, which is not in shop.DatabaseDown.en.rules.json: promtool would let it pass',
    );
  });

  test('an alert without a test is refused', () => {
    expect(faultsOf(renamed('rules', 'DatabaseGone'))).toContain(
      'DatabaseGone in shop.DatabaseDown.en.rules.json has no test',
    );
  });

  test('tests that expect no alert at all are refused', () => {
    expect(faultsOf(only('stays quiet'))).toEqual([
      'no test in shop.DatabaseDown.en.test.json expects an alert',
    ]);
  });

  test('tests of another rule file are refused', () => {
    expect(faultsOf({ ...proof, rules: { ...proof.rules, name: 'other.rules.json' } })).toContain(
      'shop.DatabaseDown.en.test.json is about shop.DatabaseDown.en.rules.json, not about other.rules.json',
    );
  });
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import { type AlertProof, alertProof } from '#proof/files.js';
import { faultsOf } from '#proof/guard.js';
import type { UnitTestFile } from '#proof/promtool/test-file.js';
import { type Verdict, prove } from '#proof/prove.js';
import { packs, shopGroup } from '../alerts/packs.js';
import { instead, mutated, ofExpr } from './changed.js';

const context = { application: 'shop', namespace: 'shop-prod', language: 'en' } as const;
const proof = alertProof(packs.connections.noActiveConnections, shopGroup, context);
const fileOf = (tests: AlertProof['tests'] | undefined): UnitTestFile | undefined =>
  tests && (JSON.parse(tests.text) as UnitTestFile);
const days = 'NoActiveConnections fires when there is none for 4 days';

describe('days of a fault', () => {
  test('are in tests of their own, evaluated as seldom as its hours need', () => {
    const { evaluation_interval: every, tests = [] } = fileOf(proof.seldom) ?? {};
    expect([every, tests.map(({ name }) => name)]).toEqual(['30m', [days]]);
  });

  test('are not among those at the interval of the group', () => {
    expect(fileOf(proof.tests)?.tests.filter(({ name }) => name === days)).toEqual([]);
  });

  test('are none of an alert that keeps no hours', () => {
    expect(alertProof(packs.postgres.databaseDown, shopGroup, context).seldom).toBeUndefined();
  });

  test('are guarded too', () => {
    const misspelt = proof.seldom?.text.replaceAll('NoActiveConnections', 'NoConnections') ?? '';
    expect(faultsOf({ ...proof, seldom: { name: 'seldom', text: misspelt } }).join()).toContain(
      'tests NoConnections, which is not in',
    );
  });
});

describe('promtool', () => {
  const changed: Readonly<Record<string, AlertProof>> = {
    'as it is': proof,
    'hours that end later': mutated(proof, ofExpr(instead('< 390', '< 450'))),
    Saturdays: mutated(proof, ofExpr(instead('day_of_week() <= 5', 'day_of_week() <= 6'))),
  };
  const verdicts = new Map<string, Verdict | undefined>();
  beforeAll(async () => {
    const found = await prove(Object.values(changed), { fresh: true });
    Object.keys(changed).forEach((name, i) => verdicts.set(name, found[i]));
  }, 60_000);

  test('plays all scenarios of both files', () => {
    expect(verdicts.get('as it is')?.outcomes.filter(({ played }) => !played)).toEqual([]);
  });

  test('has nothing against it', () => {
    expect(verdicts.get('as it is')?.refused).toEqual([]);
  });

  test.each(['hours that end later', 'Saturdays'])('refuses %s', (name) => {
    expect(verdicts.get(name)?.refused.join('\n')).toContain('4 days');
  });
});

import { join } from 'node:path';
import type { RuleContext } from '../../alerts/rule/prometheus.js';
import type { UnitTest } from '../unit-test.js';
import type { Mutant } from './mutant.js';
import { tried } from './trial.js';
import { type Parts, mutantGroup, mutantTest } from './test-file.js';

/** By which scenario each mutant was noticed; those that none noticed are missing. */
export type Noticed = ReadonlyMap<string, string>;

/**
 * Runs all mutants of an alert through its scenarios, the shortest first; those that one notices are left out of the next.
 *
 * @throws Error where the alert itself does not do what its proof says.
 */
export const noticed = async (
  alert: string,
  { group, tests }: Parts,
  mutants: readonly Mutant[],
  context: RuleContext,
  folder: string,
): Promise<Noticed> => {
  const by = new Map<string, string>();
  let trial = 0;
  for (const test of inOrder(tests.tests)) {
    let living = mutants.filter(({ name }) => !by.has(name));
    // What cannot be evaluated ends the whole test: the rest is tried again without it.
    for (let failed = true; failed && living.length > 0; ) {
      const names = living.map(({ name }) => name);
      const { differs, fails } = await tried(
        {
          group: mutantGroup(group, living, context),
          test: mutantTest(test, alert, [alert, ...names]),
        },
        join(folder, String(trial++)),
      );
      if (differs.has(alert) || fails.has(alert))
        throw new Error(`${alert}: its proof does not hold, so it can tell no change: ${test.name}`);
      const failing = living.filter((mutant) => failsIn(mutant, fails));
      if (fails.size > 0 && failing.length === 0)
        throw new Error(`${alert}: ${[...fails].join(', ')} cannot be evaluated in: ${test.name}`);
      failed = failing.length > 0;
      const found = failed ? failing : living.filter(({ name }) => differs.has(name));
      found.forEach(({ name }) => by.set(name, test.name));
      living = living.filter(({ name }) => !by.has(name));
    }
  }
  return by;
};

const failsIn = ({ name, records }: Mutant, fails: ReadonlySet<string>): boolean =>
  fails.has(name) || records.some(({ record }) => fails.has(record));

/** What costs little first, so that less is left for what costs much. */
const inOrder = (tests: readonly UnitTest[]): readonly UnitTest[] => {
  const length = (test: UnitTest): number =>
    Math.max(0, ...[...test.alert_rule_test, ...test.promql_expr_test].map((each) => parseInt(each.eval_time, 10)));
  return tests.toSorted((a, b) => length(a) - length(b));
};

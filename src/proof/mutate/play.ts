import { join } from 'node:path';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { RuleContext } from '#alerts/rule/prometheus.js';
import type { UnitTest } from '#proof/promtool/test-file.js';
import type { Mutant } from './mutant.js';
import { type Parts, mutantGroup, mutantTest } from './test-file.js';
import { tried } from './trial.js';

/** What the trials of one alert are made with. */
export interface Surroundings {
  readonly alert: AlertRule;
  /** The path of the promtool. */
  readonly promtool: string;
  readonly context: RuleContext;
  /** By how many seconds the clock of the rules is fast in a test. */
  readonly fast: (test: UnitTest) => number;
  /** Where promtool works; each trial gets a folder of its own in it. */
  readonly folder: string;
}

/** What came of a scenario: whether the alert is as it expects, and which mutants are not. */
export interface Played {
  readonly holds: boolean;
  readonly noticed: ReadonlySet<string>;
}

/**
 * Plays one scenario for mutants as rules beside the alert.
 *
 * @throws Error where the alert cannot be evaluated.
 */
export const play = async (
  given: Surroundings,
  group: Parts['group'],
  test: UnitTest,
  mutants: readonly Mutant[],
): Promise<Played> => {
  if (mutants.length === 0) return { holds: true, noticed: new Set() };
  const { alert, promtool, context, fast, folder } = given;
  const trial = {
    group: mutantGroup(group, alert, mutants, context, fast(test)),
    tests: [mutantTest(test, alert.name, [alert.name, ...mutants.map(({ name }) => name)], fast(test))],
  };
  const { differs, fails } = await tried(promtool, trial, join(folder, 'trial'));
  const failing = new Set(mutants.filter((mutant) => failsIn(mutant, fails)).map(({ name }) => name));
  if (fails.has(alert.name) || (fails.size > 0 && failing.size === 0))
    throw new Error(`${alert.name}: ${[...fails].join(', ')} cannot be evaluated: ${test.name}`);
  if (failing.size > 0) {
    // What cannot be evaluated ends the whole test: the rest is tried again without it.
    const rest = await play(
      given,
      group,
      test,
      mutants.filter(({ name }) => !failing.has(name)),
    );
    return { ...rest, noticed: new Set([...failing, ...rest.noticed]) };
  }
  return {
    holds: !differs.has(alert.name),
    noticed: new Set(mutants.map(({ name }) => name).filter((name) => differs.has(name))),
  };
};

const failsIn = ({ name, records }: Mutant, fails: ReadonlySet<string>): boolean =>
  fails.has(name) || records.some(({ record }) => fails.has(record));

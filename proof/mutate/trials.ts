import { join } from 'node:path';
import type { AlertRule } from '../../alerts/rule/rule.js';
import type { RuleContext } from '../../alerts/rule/prometheus.js';
import { type Duration, inSeconds } from '../../ground/duration.js';
import type { UnitTest } from '../promtool/test-file.js';
import type { Mutant } from './mutant.js';
import { endOf, probe } from './probe.js';
import { tried } from './trial.js';
import { type Parts, mutantGroup, mutantTest } from './test-file.js';

/** By which scenario each mutant was noticed; those that none noticed are missing. */
export type Noticed = ReadonlyMap<string, string>;

/** What the trials of one alert are made with. */
export interface Surroundings {
  readonly alert: AlertRule;
  /** The path of the promtool. */
  readonly promtool: string;
  readonly parts: Parts;
  /** By how many seconds the clock of the rules is fast in a test. */
  readonly fast: (test: UnitTest) => number;
  readonly context: RuleContext;
  /** Where promtool works; each trial gets a folder of its own in it. */
  readonly folder: string;
}

/**
 * Runs the mutants of an alert through its scenarios, the shortest first; those that one notices are left out of the next, and
 * after the first those whose expression is the same at each evaluation.
 *
 * @throws Error where the alert itself does not do what its proof says.
 */
export const noticed = async (given: Surroundings, mutants: readonly Mutant[]): Promise<Noticed> => {
  const by = new Map<string, string>();
  const living = (): readonly Mutant[] => mutants.filter(({ name }) => !by.has(name));
  const [first, ...others] = given.parts.tests.tests.toSorted((a, b) => endOf(a) - endOf(b));
  if (!first) return by;
  await notice(given, first, mutants, by);
  const interval = inSeconds(given.parts.group.interval as Duration);
  // Shorter tests come first, so that those that are asked about keep their numbers.
  const isProbed = (test: UnitTest): boolean => endOf(test) <= longest * interval;
  const differing = await differingIn(given, others.filter(isProbed), living());
  for (const [i, test] of others.entries()) {
    const candidates = living().filter(
      ({ name, changed }) => !changed || !isProbed(test) || differing.has(`${name}@${i}`),
    );
    await notice(given, test, candidates, by);
  }
  return by;
};

/** So many evaluations are asked about at once at the most: over more, as of a week, a question costs more than a trial. */
const longest = 1_000;

/** Which mutants' expressions are another than the alert's at some evaluation of which test: `HighErrorRate_m17@2`. */
const differingIn = async (
  { alert, promtool, parts: { group }, fast, folder }: Surroundings,
  tests: readonly UnitTest[],
  mutants: readonly Mutant[],
): Promise<ReadonlySet<string>> => {
  if (tests.length === 0 || mutants.length === 0) return new Set();
  const interval = inSeconds(group.interval as Duration);
  const probes = tests.map((test, i) =>
    probe(test, mutants, interval, ({ name }) => `${name}@${i}`, fast(test)),
  );
  const { differs, fails } = await tried(promtool, { group, tests: probes }, join(folder, 'probe'));
  if (fails.size > 0) throw new Error(`${alert.name}: ${[...fails].join(', ')} cannot be evaluated`);
  return differs;
};

/** Tries mutants as rules in one scenario, and notes those that are not as it expects. */
const notice = async (
  given: Surroundings,
  test: UnitTest,
  mutants: readonly Mutant[],
  by: Map<string, string>,
): Promise<void> => {
  if (mutants.length === 0) return;
  const {
    alert,
    parts: { group },
    promtool,
    context,
    fast,
    folder,
  } = given;
  const trial = {
    group: mutantGroup(group, alert, mutants, context, fast(test)),
    tests: [mutantTest(test, alert.name, [alert.name, ...mutants.map(({ name }) => name)], fast(test))],
  };
  const { differs, fails } = await tried(promtool, trial, join(folder, 'trial'));
  const failing = mutants.filter((mutant) => failsIn(mutant, fails));
  if (fails.has(alert.name) || (fails.size > 0 && failing.length === 0))
    throw new Error(`${alert.name}: ${[...fails].join(', ')} cannot be evaluated when ${test.name}`);
  if (failing.length > 0) {
    // What cannot be evaluated ends the whole test: the rest is tried again without it.
    failing.forEach(({ name }) => by.set(name, test.name));
    const rest = mutants.filter(({ name }) => !by.has(name));
    return notice(given, test, rest, by);
  }
  if (differs.has(alert.name))
    throw new Error(`${alert.name}: its proof does not hold, so that it tells no change: ${test.name}`);
  mutants.filter(({ name }) => differs.has(name)).forEach(({ name }) => by.set(name, test.name));
};

const failsIn = ({ name, records }: Mutant, fails: ReadonlySet<string>): boolean =>
  fails.has(name) || records.some(({ record }) => fails.has(record));

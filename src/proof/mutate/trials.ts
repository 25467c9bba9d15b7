import { join } from 'node:path';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { UnitTest } from '#proof/promtool/test-file.js';
import type { Mutant } from './mutant.js';
import { type Surroundings, play } from './play.js';
import { endOf, probe } from './probe.js';
import type { Parts } from './test-file.js';
import { tried } from './trial.js';

/** By which scenario each mutant was noticed; those that none noticed are missing. */
export type Noticed = ReadonlyMap<string, string>;

/** A proof, and those of its scenarios that are evaluated less often. */
export interface Proofs {
  readonly parts: Parts;
  readonly seldom?: Parts;
}

/** So many evaluations are looked at one by one; over more, as of a week, first some of them. */
const longest = 1_000;

/**
 * Runs the mutants of an alert through its scenarios, the shortest first; those that one notices are left out of the next, and
 * after the first those whose expression is the same at each evaluation.
 *
 * @throws Error where the alert itself does not do what its proof says.
 */
export const noticed = async (
  given: Surroundings,
  proofs: Proofs,
  mutants: readonly Mutant[],
): Promise<Noticed> => {
  const { group, tests } = proofs.parts;
  const by = new Map<string, string>();
  const living = (): readonly Mutant[] => mutants.filter(({ name }) => !by.has(name));
  const interval = inSeconds(group.interval as Duration);
  const isShort = (test: UnitTest): boolean => endOf(test) <= longest * interval;
  const inOrder = tests.tests.toSorted((a, b) => endOf(a) - endOf(b));
  const [first, ...short] = inOrder.filter(isShort);

  const note = async (at: Parts['group'], test: UnitTest, candidates: readonly Mutant[]): Promise<void> => {
    const { holds, noticed: found } = await play(given, at, test, candidates);
    if (!holds) throw new Error(`${given.alert.name}: its proof does not hold: ${test.name}`);
    found.forEach((name) => by.set(name, test.name));
  };
  if (first) await note(group, first, mutants);
  const differing = await differingIn(given, group, short, living());
  for (const [i, test] of short.entries())
    await note(
      group,
      test,
      living().filter(({ name, changed }) => !changed || differing.has(`${name}@${i}`)),
    );
  // Only hours need days.
  const ofClock = (): readonly Mutant[] => living().filter((mutant) => mutant.ofClock);
  for (const test of inOrder.filter((each) => !isShort(each))) await note(group, test, ofClock());
  for (const test of proofs.seldom?.tests.tests ?? [])
    await note(proofs.seldom?.group ?? group, test, ofClock());
  return by;
};

/** Which mutants' expressions are another than the alert's at some evaluation of which test: `HighErrorRate_m17@2`. */
const differingIn = async (
  { alert, promtool, fast, folder }: Surroundings,
  group: Parts['group'],
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

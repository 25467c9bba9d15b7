import { shared } from '#ground/cache.js';
import { keptIn } from '#proof/mutate/kept.js';
import { reason } from '#proof/tools/reason.js';
import type { Program } from '#proof/tools/search.js';
import { type ReadRecord, isAsked } from '#proof/rules/subject.js';
import { testsOf } from '#proof/rules/tests/covered.js';
import type { OwnTestFile } from '#proof/rules/tests/read.js';
import { type Judged, isProven } from '#proof/rules/verdict.js';
import type { WrittenGroup } from '#rules/rule.js';
import { derivedFiles } from './derived.js';
import { type RuleMutant, mutantsOf } from './mutants.js';
import { noticedIn } from './noticed.js';
import { ownFiles } from './own.js';

/** An alert's mutants, and which of them what notices. */
export interface MutatedAlert {
  readonly judged: Judged;
  /** Without those that no input can tell from the alert. */
  readonly mutants: readonly RuleMutant[];
  readonly equivalent: number;
  /** Those that the derived proof notices, by name; nothing where there is none. */
  readonly byDerived?: ReadonlySet<string>;
  /** Those that tests of the user's own notice; nothing where none is of this alert. Recording rules are not changed for them. */
  readonly byOwn?: ReadonlySet<string>;
  /** Why they could not be tried against the derived proof. */
  readonly untried?: string;
}

export interface MutateRulesOptions {
  readonly promtool: Program;
  readonly fresh: boolean;
  /** How many promtools run side by side. */
  readonly jobs: number;
  readonly groups: readonly WrittenGroup[];
  /** Tests of the user's own that hold. */
  readonly tests: readonly OwnTestFile[];
  readonly folder: string;
}

interface Counted {
  readonly judged: Judged;
  readonly all: readonly RuleMutant[];
}

/** Whether what a rule records comes of what the proof plays, and is not played itself. */
const isDerivedThrough = ({ name }: ReadRecord, judged: Judged): boolean =>
  isProven(judged) && !judged.verdict.derived.fires.series.some((series) => series.name === name);

/** The mutants of alerts, numbered through: each recording rule is changed with the first alert whose proof goes through it. */
const numbered = (alerts: readonly Judged[]): readonly Counted[] => {
  const taken = new Set<string>();
  const isNew = ({ place: { file, line } }: ReadRecord): boolean => {
    const key = `${file}:${line}`;
    return !taken.has(key) && taken.add(key) !== undefined;
  };
  let next = 1;
  return alerts.map((judged) => {
    const interval = isProven(judged)
      ? judged.verdict.derived.interval
      : isAsked(judged.asked)
        ? judged.asked.interval
        : 60;
    const all = mutantsOf(
      judged,
      judged.records.filter((each) => isDerivedThrough(each, judged) && isNew(each)),
      interval,
      next,
    );
    next += all.length;
    return { judged, all };
  });
};

const livingOf = ({ all }: Counted): readonly RuleMutant[] =>
  all.filter(({ equivalent }) => equivalent === undefined);

/**
 * Tries the mutants of alerts by the real promtool: against the derived proof of each, and against the tests that somebody wrote.
 *
 * @throws Error where promtool says of the tests that somebody wrote what is not understood.
 */
export const mutateRules = async (
  alerts: readonly Judged[],
  { promtool, fresh, jobs, groups, tests, folder }: MutateRulesOptions,
): Promise<readonly MutatedAlert[]> => {
  const kept = keptIn(shared('rule-mutants'));
  const counted = numbered(alerts);

  const noticed: typeof noticedIn = async (program, mutants, files) => {
    const content = { promtool: program.version.text, files: files(mutants) };
    const before = fresh ? undefined : await kept.read(content);
    if (before) return new Set(before.keys());
    const found = await noticedIn(program, mutants, files);
    await kept.write(content, new Map([...found].map((name) => [name, 'noticed'])));
    return found;
  };

  const byDerived = new Map<Judged, ReadonlySet<string>>();
  const untried = new Map<Judged, string>();
  const byOwn = new Set<string>();
  const ofAlert = (each: Counted) => async (): Promise<void> => {
    const { judged } = each;
    if (!isProven(judged)) return;
    try {
      const found = await noticed(promtool, livingOf(each), (some) => derivedFiles(judged, some));
      byDerived.set(judged, found);
    } catch (error) {
      untried.set(judged, reason(error));
    }
  };
  const ofTests = (file: OwnTestFile) => async (): Promise<void> => {
    const covered = counted.filter(({ judged }) => testsOf(judged.alert, [file], folder).length > 0);
    const mutants = covered.flatMap(livingOf).filter(({ record }) => record === undefined);
    const found = await noticed(promtool, mutants, (some) => {
      const mutated = new Map(
        covered.map(({ judged, all }) => [judged, all.filter((each) => some.includes(each))]),
      );
      return ownFiles(file, groups, mutated, folder);
    });
    found.forEach((name) => byOwn.add(name));
  };

  const waiting = [...tests.map(ofTests), ...counted.map(ofAlert)];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return counted.map((each) => {
    const { judged, all } = each;
    const derived = byDerived.get(judged);
    const why = untried.get(judged);
    const mutants = livingOf(each);
    const isOwn = testsOf(judged.alert, tests, folder).length > 0;
    return {
      ...{ judged, mutants, equivalent: all.length - mutants.length },
      ...(derived && { byDerived: derived }),
      ...(why !== undefined && { untried: why }),
      ...(isOwn && { byOwn: new Set(mutants.map(({ name }) => name).filter((name) => byOwn.has(name))) }),
    };
  });
};

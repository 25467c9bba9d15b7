import { reason } from '#proof/tools/reason.js';
import type { Program } from '#proof/tools/search.js';
import { type ReadRecord, isAsked } from '#proof/rules/subject.js';
import type { OwnTestFile } from '#proof/rules/tests/read.js';
import { type Judged, isProven } from '#proof/rules/verdict.js';
import type { WrittenGroup } from '#rules/rule.js';
import { noticedByDerived } from './derived.js';
import { type Counted, mutantsOf } from './mutants.js';
import { keptNoticing } from './noticed.js';
import { noticedByOwn } from './own.js';

/** An alert's mutants, and which of them what notices. */
export interface MutatedAlert extends Counted {
  /** Those that the derived proof notices, by name; nothing where there is none. */
  readonly byDerived?: ReadonlySet<string>;
  /** Those that tests of the user's own notice; nothing where none is of this alert. Recording rules are not changed for them. */
  readonly byOwn?: ReadonlySet<string>;
  /** The same by each file of tests that is of this alert; nothing of a file that does not hold of a copy of the alert. */
  readonly byFile: ReadonlyMap<string, ReadonlySet<string> | undefined>;
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
  /** Told each alert as soon as its derived proof is tried. */
  readonly onTried?: (judged: Judged) => void;
}

/** Whether what a rule records comes of what the proof plays, and is not played itself. */
const isDerivedThrough = ({ name }: ReadRecord, judged: Judged): boolean =>
  isProven(judged) && !judged.verdict.derived.fires.series.some((series) => series.name === name);

/** Seconds between the evaluations by which changes of `for` are told apart. */
const intervalOf = (judged: Judged): number => {
  if (isProven(judged)) return judged.verdict.derived.interval;
  return isAsked(judged.asked) ? judged.asked.interval : 60;
};

/** The mutants of alerts: each recording rule is changed with the first alert whose proof goes through it. */
const countedIn = (alerts: readonly Judged[]): readonly Counted[] => {
  const taken = new Set<string>();
  const isNew = ({ place: { file, line } }: ReadRecord): boolean => {
    const key = `${file}:${line}`;
    return !taken.has(key) && taken.add(key) !== undefined;
  };
  return alerts.map((judged) => {
    const records = judged.records.filter((each) => isDerivedThrough(each, judged) && isNew(each));
    const all = mutantsOf(judged, records, intervalOf(judged));
    const mutants = all.filter(({ equivalent }) => equivalent === undefined);
    return { judged, mutants, equivalent: all.length - mutants.length };
  });
};

/**
 * Tries the mutants of alerts by the real promtool: against the derived proof of each, and against the tests that somebody wrote.
 *
 * @throws Error where promtool says of the tests that somebody wrote what is not understood.
 */
export const mutateRules = async (
  alerts: readonly Judged[],
  { promtool, fresh, jobs, onTried, ...own }: MutateRulesOptions,
): Promise<readonly MutatedAlert[]> => {
  const counted = countedIn(alerts);
  const noticed = keptNoticing(promtool, fresh);
  const byDerived = new Map<Judged, ReadonlySet<string>>();
  const untried = new Map<Judged, string>();
  const byFile = new Map<Judged, ReadonlyMap<string, ReadonlySet<string> | undefined>>();

  const ofAlert =
    ({ judged, mutants }: Counted) =>
    async (): Promise<void> => {
      if (isProven(judged))
        await noticedByDerived(judged, mutants, noticed).then(
          (found) => void byDerived.set(judged, found),
          (error: unknown) => void untried.set(judged, reason(error)),
        );
      onTried?.(judged);
    };
  const ofTests = (file: OwnTestFile) => async (): Promise<void> => {
    for (const [judged, names] of await noticedByOwn(file, counted, own, noticed))
      byFile.set(judged, new Map([...(byFile.get(judged) ?? []), [file.file, names]]));
  };

  const waiting = [...own.tests.map(ofTests), ...counted.map(ofAlert)];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return counted.map((each) => {
    const [derived, files, why] = [
      byDerived.get(each.judged),
      byFile.get(each.judged) ?? new Map<string, ReadonlySet<string> | undefined>(),
      untried.get(each.judged),
    ];
    const tried = [...files.values()].flatMap((names) => (names === undefined ? [] : [names]));
    return {
      ...each,
      byFile: files,
      ...(derived && { byDerived: derived }),
      ...(tried.length > 0 && { byOwn: new Set(tried.flatMap((names) => [...names])) }),
      ...(why !== undefined && { untried: why }),
    };
  });
};

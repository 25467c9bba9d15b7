import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import type { Fault } from '#ground/fault.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { forgetUnused } from '#proof/kept.js';
import { judgesOf } from '#proof/command/judges.js';
import { outputsOf } from '#proof/command/outputs.js';
import { progress } from '#proof/command/progress.js';
import { plain, styleOf } from '#proof/command/style.js';
import { compared, recordedNames } from '#rules/against/compared.js';
import { type RulesRead, readRules, withoutRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';
import { readAgainst } from './against/read.js';
import { type FoundFile, filesOf } from './files.js';
import { findingsOfAll } from './findings.js';
import { intervalsOf } from './intervals.js';
import { type MutateRulesOptions, type MutatedAlert, mutateRules } from './mutate/mutate.js';
import { type Options, readOptions } from './options.js';
import { textOf } from './outputs.js';
import { answersOfRules, proveRules } from './prove.js';
import { type RoutedRead, routedBy } from './reach/told.js';
import { type RulesReport, type RulesRun, isBelow, toldOf } from './report.js';
import { changedSince } from './since.js';
import { subjectsOf } from './subject.js';
import { coveredBy } from './tests/covered.js';
import { ownTestsIn } from './tests/read.js';
import { type OwnTestResult, runOwnTests } from './tests/run.js';
import type { Judged } from './verdict.js';

/** Kinds of files that are given for another reason than rules. */
const beside = /^(tests of promtool|a configuration of (Alertmanager|Prometheus))$/;

/** What a file of rules has, whatever else is wrong with it. */
const speaksOfRules = /\b(alert|record)["']?\s*:/;

/**
 * What is wrong with files as such: of those that somebody named, also that they hold nothing. What else lies in a folder, such as other templates of a
 * chart, may be as it likes.
 */
const faultsOf = (files: readonly FoundFile[], read: RulesRead, routes: RoutedRead): readonly Fault[] => {
  const others = files.filter(({ isNamed, text }) => !isNamed && !speaksOfRules.test(text));
  const isOthers = ({ where }: Fault): boolean => others.some(({ file }) => where.startsWith(`${file}:`));
  const known = new Set(read.foreign.flatMap(({ place, kind }) => (beside.test(kind) ? [place.file] : [])));
  const meant = files.filter(({ file, isNamed }) => isNamed && !known.has(file) && !routes.files.has(file));
  return [...read.faults.filter((fault) => !isOthers(fault)), ...routes.faults, ...withoutRules(meant, read)];
};

/** The files that are named, and the rule files that tests among them name. */
const given = async (options: Options, folder: string) => {
  const named = await filesOf(options.files, folder);
  const tests = await ownTestsIn(named, folder);
  const paths = new Set(named.map(({ file }) => resolve(folder, file)));
  const others = [...new Set(tests.flatMap(({ ruleFiles }) => ruleFiles))].filter((path) => !paths.has(path));
  const more = await filesOf(
    others.map((path) => relative(folder, path)),
    folder,
  );
  return { files: [...named, ...more], tests };
};

/** Tests that hold: by others nothing would be noticed. */
const sound = (results: readonly OwnTestResult[]) =>
  results.flatMap(({ tests, holds }) => (holds ? [tests] : []));

const mutated = async (
  alerts: readonly Judged[],
  asked: Omit<MutateRulesOptions, 'onTried'>,
  err: Surface['err'],
): Promise<readonly MutatedAlert[]> => {
  const { done, end } = progress(alerts.length, err, 'alerts changed, and tried');
  const found = await mutateRules(alerts, { ...asked, onTried: done });
  end();
  return found;
};

const reportOf = async (options: Options, { err, folder }: Surface): Promise<RulesReport> => {
  const began = performance.now();
  const { files, tests } = await given(options, folder);
  const read = readRules(files);
  const intervals = intervalsOf(options, files);
  const known = understood(read.groups);
  const all = subjectsOf(read.groups, known, intervals);
  const subjects =
    options.since === undefined ? all : await changedSince(options.since, all, files, intervals, folder);
  const exported =
    options.against.length === 0 ? undefined : await readAgainst(options.against, known, folder);
  const found = findingsOfAll(all, recordedNames(read.groups), exported);
  const routes = routedBy(files, subjects, options.routes, folder);
  const runs: RulesRun[] = [];
  for (const promtool of await judgesOf(options.promtools, folder)) {
    const { done, end } = progress(subjects.length, err);
    const jobs = availableParallelism();
    const verdicts = await proveRules(subjects, { promtool, fresh: options.fresh, jobs, onJudged: done });
    const ran = await runOwnTests(tests, promtool, folder, jobs);
    end();
    const alerts = subjects.flatMap((subject, i) =>
      verdicts.slice(i, i + 1).map((verdict) => ({
        ...subject,
        verdict,
        findings: found.get(subject) ?? [],
        covered: coveredBy(subject.alert, tests, folder),
      })),
    );
    const mutants = options.mutate
      ? await mutated(
          alerts,
          { ...options, promtool, jobs, groups: read.groups, tests: sound(ran), folder },
          err,
        )
      : undefined;
    runs.push({ promtool: promtool.version.text, alerts, tests: ran, ...(mutants && { mutants }) });
  }
  const { coverageThreshold: threshold } = options;
  return {
    runs,
    faults: faultsOf(files, read, routes),
    ...(routes.routed && { routed: routes.routed }),
    ...(options.since !== undefined && { since: options.since }),
    ...(options.coverage && { coverage: { ...(threshold !== undefined && { threshold }) } }),
    ...(exported && {
      against: { sources: options.against, compared: compared(read.groups, known, exported) },
    }),
    seconds: (performance.now() - began) / 1_000,
  };
};

const exitCodeOf = (report: RulesReport): ExitCode => {
  if (isBelow(report)) return exitCodes.cannot;
  return toldOf(report).some(({ weight }) => weight === 'wrong') ? exitCodes.faults : exitCodes.well;
};

/**
 * `cheomseong prove FILE…`: derives a proof of each alert in files of rules, whoever wrote them, has the real promtool run it, and tells what came of
 * it.
 *
 * @param args The words after `cheomseong prove`.
 * @throws UsageError on words that say nothing, Error where there is no promtool.
 */
export const rulesCommand = async (args: readonly string[], surface: Surface): Promise<ExitCode> => {
  const options = readOptions(args);
  const report = await reportOf(options, surface);
  for (const { format, file } of outputsOf(options.outputs)) {
    if (file === undefined) surface.out.write(textOf(format, report, styleOf(surface.colour)));
    else await write(resolve(surface.folder, file), textOf(format, report, plain));
  }
  await forgetUnused(answersOfRules(), 30);
  return exitCodeOf(report);
};

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
};

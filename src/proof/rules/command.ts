import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { forgetUnused } from '#proof/kept.js';
import { judgesOf } from '#proof/command/judges.js';
import { outputsOf } from '#proof/command/outputs.js';
import { progress } from '#proof/command/progress.js';
import { plain, styleOf } from '#proof/command/style.js';
import { readRules, withoutRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';
import { filesOf } from './files.js';
import { findings } from './findings.js';
import { intervalsOf } from './intervals.js';
import { type Options, readOptions } from './options.js';
import { textOf } from './outputs.js';
import { answersOfRules, proveRules } from './prove.js';
import { type RulesReport, toldOf } from './report.js';
import { subjectsOf } from './subject.js';

const reportOf = async (options: Options, { err, folder }: Surface): Promise<RulesReport> => {
  const began = performance.now();
  const files = await filesOf(options.files, folder);
  const read = readRules(files);
  const subjects = subjectsOf(read.groups, understood(read.groups), intervalsOf(options, files));
  const found = findings(subjects);
  const runs = [];
  for (const promtool of await judgesOf(options.promtools, folder)) {
    const { done, end } = progress(subjects.length, err);
    const verdicts = await proveRules(subjects, {
      promtool,
      fresh: options.fresh,
      jobs: availableParallelism(),
      onJudged: done,
    });
    end();
    const alerts = subjects.flatMap((subject, i) =>
      verdicts
        .slice(i, i + 1)
        .map((verdict) => ({ ...subject, verdict, findings: found.get(subject) ?? [] })),
    );
    runs.push({ promtool: promtool.version.text, alerts });
  }
  const empty = withoutRules(
    files.filter(({ isNamed }) => isNamed),
    read,
  );
  return { runs, faults: [...read.faults, ...empty], seconds: (performance.now() - began) / 1_000 };
};

const exitCodeOf = (report: RulesReport): ExitCode =>
  toldOf(report).some(({ weight }) => weight === 'wrong') ? exitCodes.faults : exitCodes.well;

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

import { join, resolve } from 'node:path';
import { keyOf } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import type { Placed } from '#proof/prove-estate.js';
import { standingOf } from '#proof/standings.js';
import { chosenProgram } from '#proof/tools/tool.js';
import { type Asked, asked } from './asked.js';
import { verdictsJson } from './json.js';
import { lockOf, readLock, writeLock } from './lock.js';
import { mutate } from './mutate.js';
import { mutationReport, writeReport } from './report.js';
import { isEnough, scoreText, verdictsText } from './text.js';

/** Where a command writes: results to one, how it goes on to the other. */
export interface Output {
  readonly result: (text: string) => void;
  readonly progress: (text: string) => void;
}

const streams: Output = {
  result: (text) => process.stdout.write(`${text}\n`),
  progress: (text) => process.stderr.write(`${text}\n`),
};

/**
 * `cheomseong prove --mutate [ALERT…]`: tries the mutants of the alerts that are named, or of all, and says which survive.
 *
 * @param folder Where somebody typed the command: names of folders are of it.
 * @returns The exit code: 0 where the scores are high enough, 1 where they are not, 2 where it cannot be tried.
 */
export const mutateCommand = async (
  args: readonly string[],
  estate: readonly Application[],
  folder: string,
  { result, progress }: Output = streams,
): Promise<0 | 1 | 2> => {
  try {
    return await run(asked(args, estate), folder, { result, progress });
  } catch (error) {
    progress(error instanceof Error ? error.message : String(error));
    return 2;
  }
};

/** Those that have a proof, and those that have none with the reason. */
const parted = (
  subjects: readonly Placed[],
): readonly [readonly Placed[], readonly { readonly subject: Placed; readonly why: string }[]] => [
  subjects.filter((subject) => standingOf(subject)?.is !== 'unproven'),
  subjects.flatMap((subject) => {
    const standing = standingOf(subject);
    return standing?.is === 'unproven' ? [{ subject, why: standing.why }] : [];
  }),
];

const run = async (given: Asked, folder: string, { result, progress }: Output): Promise<0 | 1> => {
  const { subjects, thresholds, format, report, promtool, fresh, lock, equivalents } = given;
  const file = resolve('proofs.lock');
  let done = 0;
  const chosen = promtool?.includes('/') ? resolve(folder, promtool) : promtool;
  const [proven, unproven] = parted(subjects);
  for (const { subject, why } of unproven)
    progress(
      `${subject.context.application} ${keyOf(subject.alert)} is left out, for it is unproven: ${why}`,
    );
  const verdicts = await mutate(proven, {
    ...(chosen !== undefined && { promtool: await chosenProgram('promtool', chosen) }),
    fresh,
    equivalents,
    ...(lock && !fresh && { lock: await readLock(file) }),
    tell: (verdict) => progress(`${++done}/${proven.length} ${scoreText(verdict)}`),
  });
  if (lock) await writeLock(file, lockOf(verdicts));
  if (report !== undefined) {
    await writeReport(resolve(folder, report), mutationReport(verdicts, thresholds));
    progress(`the report is in ${join(report, 'index.html')}`);
  }
  result(
    format === 'json'
      ? JSON.stringify(verdictsJson(verdicts), null, 2)
      : verdictsText(verdicts, thresholds, equivalents),
  );
  return isEnough(verdicts, thresholds) ? 0 : 1;
};

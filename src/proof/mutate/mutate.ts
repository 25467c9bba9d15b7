import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, programOf } from '#proof/tools/tool.js';
import { unprovable } from '#proof/needs.js';
import { kept } from '#ground/cache.js';
import { featuresOf } from '#proof/promtool/features.js';
import { keptIn } from './kept.js';
import { type Lock, contentName, isTriedAnyway, lockKey } from './lock.js';
import type { Placed } from '#proof/prove-estate.js';
import { trialsOf } from './subject.js';
import { mutantGroup } from './test-file.js';
import { noticed } from './trials.js';
import { type Verdict, verdictOf } from './verdict.js';

export interface MutateOptions {
  /** The promtool that judges; the one in use by default. */
  readonly promtool?: Program;
  /** Where results are kept by content; `.cache/mutations` by default. */
  readonly keptIn?: string;
  /** Tries again what is kept. */
  readonly fresh?: boolean;
  /** Tries those too that are argued to be equivalent: one that is noticed is none. */
  readonly equivalents?: boolean;
  /** What was found before, and is believed where nothing has changed since, but for a few: see `isTriedAnyway`. */
  readonly lock?: Lock;
  /** Told of each alert as soon as its mutants are tried. */
  readonly tell?: (verdict: Verdict) => void;
}

/**
 * Tries the mutants of alerts by the real promtool, as many alerts at a time as there are cores. Verdicts stand in the order of
 * the subjects.
 *
 * @throws Error where there is no promtool, and about each alert that does not do what its proof says, or of which promtool says
 * something that is not understood.
 */
export const mutate = async (
  subjects: readonly Placed[],
  options: MutateOptions = {},
): Promise<readonly Verdict[]> => {
  const program = options.promtool ?? (await programOf('promtool'));
  const folder = await mkdtemp(join(await roomyFolder(), 'mutate-'));
  const verdicts = new Map<Placed, Verdict>();
  const faults: string[] = [];
  const waiting = [...subjects.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [i, subject] = next;
      try {
        const verdict = await mutateOne(subject, program, join(folder, String(i)), options);
        options.tell?.(verdict);
        verdicts.set(subject, verdict);
      } catch (error) {
        faults.push(
          `${subject.context.application}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return subjects.flatMap((subject) => verdicts.get(subject) ?? []);
};

const mutateOne = async (
  subject: Placed,
  { path, version }: Program,
  folder: string,
  { keptIn: cache = kept('mutations'), fresh = false, equivalents = false, lock = {} }: MutateOptions,
): Promise<Verdict> => {
  const { alert, context } = subject;
  const { parts, seldom, mutants, fast, needs } = trialsOf(subject, featuresOf(version));
  const why = unprovable(version, needs);
  if (why !== undefined) throw new Error(`${alert.name}: ${why}`);
  const candidates = mutants.filter(({ equivalent }) => equivalents || equivalent === undefined);
  const kept = keptIn(cache);
  const asked = { tests: parts.tests, ...(seldom && { seldom: seldom.tests }) };
  const group = mutantGroup(parts.group, alert, candidates, context, 0);
  const name = contentName({ ...asked, group });
  const locked = lock[lockKey({ subject })];
  if (locked?.content === name && !isTriedAnyway(name, Math.floor(Date.now() / 86_400_000))) {
    const dead = candidates.filter((each) => !Object.hasOwn(locked.survived, each.name));
    return verdictOf(subject, name, mutants, new Map(dead.map((each) => [each.name, 'as locked'])));
  }
  const content = { promtool: version.text, ...asked, group };
  const before = fresh ? undefined : await kept.read(content);
  const found =
    before ??
    (await noticed(
      { alert, promtool: path, context, fast, folder },
      { parts, ...(seldom && { seldom }) },
      candidates,
    ));
  if (!before) await kept.write(content, found);
  return verdictOf(subject, name, mutants, found);
};

/** Promtool writes a database for each scenario: in memory, where a gigabyte of it is free, that is faster. */
const roomyFolder = async (): Promise<string> => {
  const memory = '/dev/shm';
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 1024 ** 3 ? memory : tmpdir();
};

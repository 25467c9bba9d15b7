import { keyOf } from '#alerts/rule/rule.js';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { changeText } from './text.js';
import { type Verdict, survivorsOf } from './verdict.js';

/** What was found of one alert: of which rule, scenarios and mutants, and which of these nothing noticed, by what each changes. */
export interface Locked {
  readonly content: string;
  readonly survived: Readonly<Record<string, string>>;
}

/** What was found of every alert of an estate, by application and alert: a file that is committed and read in review. */
export type Lock = Readonly<Record<string, Locked>>;

/** What an alert is called in a lock. */
export const lockKey = ({ subject: { alert, context } }: Pick<Verdict, 'subject'>): string =>
  `${context.application}/${keyOf(alert)}`;

/** A content by a name that changes with all of it; which promtool judged is no part of it. */
export const contentName = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);

/** The lock in a file; an empty one where there is none, or none that can be read: then everything is tried. */
export const readLock = async (file: string): Promise<Lock> => {
  try {
    const read: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isLock(read) ? read : {};
  } catch {
    return {};
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLock = (value: unknown): value is Lock =>
  isRecord(value) &&
  Object.values(value).every(
    (each) =>
      isRecord(each) &&
      typeof each['content'] === 'string' &&
      isRecord(each['survived']) &&
      Object.values(each['survived']).every((text) => typeof text === 'string'),
  );

/** What was found now, to be written. */
export const lockOf = (verdicts: readonly Verdict[]): Lock =>
  Object.fromEntries(
    verdicts.map((verdict) => [
      lockKey(verdict),
      {
        content: verdict.content,
        survived: Object.fromEntries(survivorsOf(verdict).map((each) => [each.name, changeText(each)])),
      },
    ]),
  );

export const writeLock = (file: string, lock: Lock): Promise<void> =>
  writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);

/** In how many days each alert is tried again. */
const days = 24;

/**
 * Whether what is locked is tried all the same: a twenty-fourth each day, another each day, so that a lock which says what is not so is found
 * out.
 */
export const isTriedAnyway = (content: string, day: number): boolean =>
  Number.parseInt(content.slice(0, 8), 16) % days === day % days;

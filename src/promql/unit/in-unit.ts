import type { Fault } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import type { Unless } from '#promql/refused.js';
import type { Unit } from './unit.js';

/** How a limit of a unit is written. */
const words = {
  count: 'count(5)',
  ratio: 'percent(5)',
  seconds: "seconds(5) or seconds('5m')",
  bytes: 'bytes(5) or gibibytes(5)',
  cores: 'cores(5)',
  coreSeconds: "limit(5, 'coreSeconds')",
  timestamp: "limit(5, 'timestamp')",
  boolean: 'yes or no',
  won: "limit(5, 'won')",
  perSecond: 'perSecond(5)',
  bytesPerSecond: "limit(5, 'bytesPerSecond')",
} as const satisfies Readonly<Record<Unit, string>>;

/** Every unit that there is. */
export const units: readonly string[] = Object.keys(words);
/** Whether a text is one of them. */
export const isUnit = (text: unknown): text is Unit => typeof text === 'string' && Object.hasOwn(words, text);

/** What to write where a bare number, or a limit of another unit, is given. */
export type InUnit<U extends Unit> = `the values are in ${U}: write ${(typeof words)[U]}`;

/** The same where types were put aside: why a limit, or a bare number, is not held against values of a unit. */
export const unitFaults = (unit: Unit, limit: number | { readonly unit: Unit }): readonly Fault[] => {
  const given = isObject(limit) ? limit.unit : undefined;
  if (given === unit) return [];
  const why = `the values are in ${unit}, ${given === undefined ? 'and a bare number has no unit' : `not in ${given}`}`;
  return [{ where: '', what: '', code: 'wrong-unit', why, cure: `write ${words[unit]}` }];
};

/** Nothing of one unit, nor of any at all, which is what the compiler takes where it found none. */
type Several<U extends Unit, Each = U> = [Unit] extends [U]
  ? never
  : U extends U
    ? [Each] extends [U]
      ? never
      : U
    : never;

/** Refuses what may be of one unit or of another, as `condition ? seconds : ratio` is: no limit is held against both. */
export type OfOneUnit<U extends Unit> = Unless<
  [Several<U>] extends [never]
    ? never
    : 'may be of one unit or of another: write one call for each, and choose between their results'
>;

import { type Duration, inSeconds } from '../../ground/duration.js';
import type { Unit } from './unit.js';

/** A number with its unit, in base units: `percent(5)` is 0.05 of the unit `ratio`. */
export interface Limit<out U extends Unit = Unit> {
  readonly value: number;
  readonly unit: U;
}

/** A number of the unit `U`, for units without a word of their own here. */
export const limit = <const U extends Unit>(value: number, unit: U): Limit<U> => {
  if (Number.isNaN(value))
    throw new Error(`a limit of NaN ${unit}: nothing compares with NaN; write a number`);
  return { value, unit };
};

/** So many of a hundred: `percent(5)` is 0.05. */
export const percent = (value: number): Limit<'ratio'> =>
  limit(Number((value / 100).toPrecision(12)), 'ratio');
/** A share, 1 being all. */
export const ratio = (value: number): Limit<'ratio'> => limit(value, 'ratio');
/** A number of things. */
export const count = (value: number): Limit<'count'> => limit(value, 'count');
/** So many things a second. */
export const perSecond = (value: number): Limit<'perSecond'> => limit(value, 'perSecond');
/** CPU in use: 1 is one core all the time. */
export const cores = (value: number): Limit<'cores'> => limit(value, 'cores');
/** A number of bytes. */
export const bytes = (value: number): Limit<'bytes'> => limit(value, 'bytes');
/** So many times 1,048,576 bytes. */
export const mebibytes = (value: number): Limit<'bytes'> => bytes(value * 1024 ** 2);
/** So many times 1,073,741,824 bytes. */
export const gibibytes = (value: number): Limit<'bytes'> => bytes(value * 1024 ** 3);

/** Seconds, as a number or as Prometheus writes a duration: `seconds(5)`, `seconds('2h')`. */
export const seconds = (value: number | Duration): Limit<'seconds'> =>
  limit(typeof value === 'number' ? value : inSeconds(value), 'seconds');

/** True as a limit of 0-or-1 values such as `up`. */
export const yes: Limit<'boolean'> = limit(1, 'boolean');
/** False as a limit of 0-or-1 values. */
export const no: Limit<'boolean'> = limit(0, 'boolean');

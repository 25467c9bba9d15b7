import { refusal, refuse } from '#ground/fault.js';
import type { Unless } from '#promql/refused.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import { isObject } from '#ground/field.js';
import { type Shape, aNumber, exactly, oneOf } from '#ground/shape.js';
import { units } from './in-unit.js';
import type { Unit } from './unit.js';

/** A number with its unit, in base units: `percent(5)` is 0.05 of the unit `ratio`. */
export interface Limit<out U extends Unit = Unit> {
  readonly value: number;
  readonly unit: U;
}

const isUnit = oneOf(units);
/** A number with its unit, whoever made it. */
export const aLimit: Shape = (where, value) =>
  isObject(value) ? withUnit(where, value) : noLimit(where, value);

const withUnit = exactly({ value: aNumber, unit: isUnit });
const noLimit: Shape = (where, value) => [
  {
    where,
    what: value === undefined ? '' : String(value),
    code: value === undefined ? 'missing-field' : 'wrong-unit',
    why: value === undefined ? 'it is left out' : `${String(value)} has no unit`,
    cure: 'write it with its unit: percent(5), seconds(1), count(10)',
  },
];

/**
 * A number of the unit `U`, for units without a word of their own here.
 *
 * @throws Error on what is no finite number, since nothing compares with NaN and nothing crosses an infinity, and on a unit that is none.
 */
export const limit = <const U extends Unit>(value: number, unit: U): Limit<U> => {
  refuse('a limit', [...aNumber('value', value), ...isUnit('unit', unit)]);
  if (Number.isNaN(value))
    throw refusal(`a limit of NaN ${unit}`, {
      what: '',
      code: 'not-finite',
      why: 'nothing compares with NaN',
      cure: 'write a number',
    });
  if (!Number.isFinite(value))
    throw refusal(`a limit of ${value} ${unit}`, {
      what: '',
      code: 'not-finite',
      why: 'no value crosses it',
      cure: 'write a finite number',
    });
  return { value, unit };
};

/** So many of a hundred: `percent(5)` is 0.05. */
export const percent = (value: number): Limit<'ratio'> =>
  limit(Number((limit(value, 'ratio').value / 100).toPrecision(12)), 'ratio');
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
export const mebibytes = (value: number): Limit<'bytes'> => bytes(bytes(value).value * 1024 ** 2);
/** So many times 1,073,741,824 bytes. */
export const gibibytes = (value: number): Limit<'bytes'> => bytes(bytes(value).value * 1024 ** 3);

/** Refuses what is written with a minus. */
type NotNegative<N extends number | Duration> = Unless<
  `${N}` extends `-${string}` ? 'a length of time is not negative: write it without the minus' : never
>;

/**
 * Seconds, as a number or as Prometheus writes a duration: `seconds(5)`, `seconds('2h')`.
 *
 * @throws Error on a negative number: of what may lie before or after, such as a clock's drift, compare `abs(…)`.
 */
export const seconds = <const N extends number | Duration>(value: N & NotNegative<N>): Limit<'seconds'> => {
  const given: number | Duration = value;
  const inBase = typeof given === 'number' ? given : inSeconds(given);
  if (inBase < 0)
    throw refusal(`seconds(${given})`, {
      what: '',
      code: 'negative-time',
      why: 'a length of time is not negative',
      cure: 'write it without the minus, and compare abs(…) where a signal may be',
    });
  return limit(inBase, 'seconds');
};

/** True as a limit of 0-or-1 values such as `up`. */
export const yes: Limit<'boolean'> = limit(1, 'boolean');
/** False as a limit of 0-or-1 values. */
export const no: Limit<'boolean'> = limit(0, 'boolean');

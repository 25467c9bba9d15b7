import { refuse } from '#ground/fault.js';
import { oneOf } from '#ground/shape.js';
import type { Unit } from './unit.js';

type Table = Readonly<Record<Unit, Readonly<Partial<Record<Unit, Unit>>>>>;

/** Units of `rate()`: what a counter counts, per second. */
const rates = {
  count: 'perSecond',
  bytes: 'bytesPerSecond',
  seconds: 'ratio',
  coreSeconds: 'cores',
} as const satisfies Partial<Record<Unit, Unit>>;

/** Row divided by column, where that means something. */
const quotients = {
  count: { count: 'ratio', ratio: 'count', seconds: 'perSecond', perSecond: 'seconds' },
  ratio: { count: 'ratio', ratio: 'ratio', perSecond: 'seconds' },
  seconds: { count: 'seconds', ratio: 'seconds', seconds: 'ratio' },
  bytes: {
    count: 'bytes',
    ratio: 'bytes',
    bytes: 'ratio',
    seconds: 'bytesPerSecond',
    bytesPerSecond: 'seconds',
  },
  cores: { count: 'cores', ratio: 'cores', cores: 'ratio', perSecond: 'coreSeconds' },
  coreSeconds: {
    count: 'coreSeconds',
    ratio: 'coreSeconds',
    coreSeconds: 'ratio',
    seconds: 'cores',
    cores: 'seconds',
  },
  timestamp: {},
  boolean: { count: 'ratio', boolean: 'ratio' },
  won: { count: 'won', ratio: 'won', won: 'ratio' },
  perSecond: { count: 'perSecond', ratio: 'perSecond', perSecond: 'ratio' },
  bytesPerSecond: {
    count: 'bytesPerSecond',
    ratio: 'bytesPerSecond',
    bytesPerSecond: 'ratio',
    perSecond: 'bytes',
    bytes: 'perSecond',
  },
} as const satisfies Table;

/** Row times column, where that means something. Times 0 or 1 everything keeps its unit. */
const products = {
  count: {
    count: 'count',
    ratio: 'count',
    boolean: 'count',
    seconds: 'seconds',
    bytes: 'bytes',
    cores: 'cores',
    coreSeconds: 'coreSeconds',
    perSecond: 'perSecond',
    bytesPerSecond: 'bytesPerSecond',
    won: 'won',
  },
  ratio: {
    count: 'count',
    ratio: 'ratio',
    boolean: 'ratio',
    seconds: 'seconds',
    bytes: 'bytes',
    cores: 'cores',
    coreSeconds: 'coreSeconds',
    perSecond: 'perSecond',
    bytesPerSecond: 'bytesPerSecond',
    won: 'won',
  },
  seconds: {
    count: 'seconds',
    ratio: 'seconds',
    boolean: 'seconds',
    perSecond: 'count',
    bytesPerSecond: 'bytes',
    cores: 'coreSeconds',
  },
  bytes: { count: 'bytes', ratio: 'bytes', boolean: 'bytes', perSecond: 'bytesPerSecond' },
  cores: { count: 'cores', ratio: 'cores', boolean: 'cores', seconds: 'coreSeconds' },
  coreSeconds: { count: 'coreSeconds', ratio: 'coreSeconds', boolean: 'coreSeconds', perSecond: 'cores' },
  timestamp: { boolean: 'timestamp' },
  boolean: {
    count: 'count',
    ratio: 'ratio',
    boolean: 'boolean',
    seconds: 'seconds',
    bytes: 'bytes',
    cores: 'cores',
    coreSeconds: 'coreSeconds',
    timestamp: 'timestamp',
    won: 'won',
    perSecond: 'perSecond',
    bytesPerSecond: 'bytesPerSecond',
  },
  won: { count: 'won', ratio: 'won', boolean: 'won' },
  perSecond: {
    count: 'perSecond',
    ratio: 'perSecond',
    boolean: 'perSecond',
    seconds: 'count',
    bytes: 'bytesPerSecond',
    coreSeconds: 'cores',
  },
  bytesPerSecond: {
    count: 'bytesPerSecond',
    ratio: 'bytesPerSecond',
    boolean: 'bytesPerSecond',
    seconds: 'bytes',
  },
} as const satisfies Table;

/** Row and column added up: of one unit, but for moments; how many of two truths hold is a count. */
const sums = {
  count: { count: 'count', boolean: 'count' },
  ratio: { ratio: 'ratio' },
  seconds: { seconds: 'seconds', timestamp: 'timestamp' },
  bytes: { bytes: 'bytes' },
  cores: { cores: 'cores' },
  coreSeconds: { coreSeconds: 'coreSeconds' },
  timestamp: { seconds: 'timestamp' },
  boolean: { boolean: 'count', count: 'count' },
  won: { won: 'won' },
  perSecond: { perSecond: 'perSecond' },
  bytesPerSecond: { bytesPerSecond: 'bytesPerSecond' },
} as const satisfies Table;

/** Row less column: between two moments lies a length of time. */
const differences = {
  count: { count: 'count', boolean: 'count' },
  ratio: { ratio: 'ratio' },
  seconds: { seconds: 'seconds' },
  bytes: { bytes: 'bytes' },
  cores: { cores: 'cores' },
  coreSeconds: { coreSeconds: 'coreSeconds' },
  timestamp: { timestamp: 'seconds', seconds: 'timestamp' },
  boolean: { boolean: 'count', count: 'count' },
  won: { won: 'won' },
  perSecond: { perSecond: 'perSecond' },
  bytesPerSecond: { bytesPerSecond: 'bytesPerSecond' },
} as const satisfies Table;

const operations = { '/': quotients, '*': products, '+': sums, '-': differences } as const;

/** Arithmetic whose result has a unit of its own. */
export type UnitOperator = keyof typeof operations;

type In<T, A extends keyof T, B> = B extends keyof T[A] ? Extract<T[A][B], Unit> : never;

/** The unit of `A operator B`; `never` where that means nothing. */
export type UnitOfOperation<O extends UnitOperator, A extends Unit, B extends Unit> = In<
  (typeof operations)[O],
  A,
  B
>;

/** Units that a counter may count in. */
export type Countable = keyof typeof rates;
/** The unit of what counts `U`, per second. */
export type PerSecond<U extends Countable> = (typeof rates)[U];

/**
 * The unit of a counter's rate.
 *
 * @throws Error on a unit of which nothing is counted a second.
 */
export const perSecond = <U extends Countable>(unit: U): PerSecond<U> => {
  refuse('a rate', oneOf(Object.keys(rates))('unit', unit));
  return rates[unit];
};

/** The unit of values added up: of what is 0 or 1, how many are 1. */
export type Total<U extends Unit> = U extends 'boolean' ? 'count' : U;
/** The unit of values added up, at run time. */
export const total = (unit: Unit): Unit => (unit === 'boolean' ? 'count' : unit);

/** The unit of values' mean: of what is 0 or 1, the share that is 1. */
export type Mean<U extends Unit> = U extends 'boolean' ? 'ratio' : U;
/** The unit of values' mean, at run time. */
export const mean = (unit: Unit): Unit => (unit === 'boolean' ? 'ratio' : unit);

const isUnitOperator = (operator: string): operator is UnitOperator => Object.hasOwn(operations, operator);

/**
 * The unit of `left operator right`, or `undefined` where the operation means nothing. What compares, filters or takes
 * the rest of a division keeps the unit that both sides have.
 */
export const unitOfOperation = (left: Unit, operator: string, right: Unit): Unit | undefined => {
  if (!isUnitOperator(operator)) return left === right ? left : undefined;
  const table: Table = operations[operator];
  return table[left][right];
};

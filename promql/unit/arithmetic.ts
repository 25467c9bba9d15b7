import type { Unit } from './unit.js';

/** Units of `rate()`: what a counter counts, per second. */
const rates = {
  count: 'perSecond',
  bytes: 'bytesPerSecond',
  seconds: 'ratio',
  coreSeconds: 'cores',
} as const;

/** Row divided by column, where that means something; equal units always give a ratio. */
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
  coreSeconds: { count: 'coreSeconds', ratio: 'coreSeconds', coreSeconds: 'ratio', seconds: 'cores' },
  timestamp: {},
  boolean: { count: 'ratio', boolean: 'ratio' },
  perSecond: { count: 'perSecond', ratio: 'perSecond', perSecond: 'ratio' },
  bytesPerSecond: {
    count: 'bytesPerSecond',
    ratio: 'bytesPerSecond',
    bytesPerSecond: 'ratio',
    perSecond: 'bytes',
  },
} as const satisfies Record<Unit, Partial<Record<Unit, Unit>>>;

/** Row times column, where that means something. */
const products = {
  count: {
    count: 'count',
    ratio: 'count',
    boolean: 'count',
    seconds: 'seconds',
    bytes: 'bytes',
    perSecond: 'perSecond',
  },
  ratio: {
    count: 'count',
    ratio: 'ratio',
    seconds: 'seconds',
    bytes: 'bytes',
    cores: 'cores',
    perSecond: 'perSecond',
    bytesPerSecond: 'bytesPerSecond',
  },
  seconds: {
    count: 'seconds',
    ratio: 'seconds',
    perSecond: 'count',
    bytesPerSecond: 'bytes',
    cores: 'coreSeconds',
  },
  bytes: { count: 'bytes', ratio: 'bytes', boolean: 'bytes' },
  cores: { count: 'cores', ratio: 'cores', seconds: 'coreSeconds' },
  coreSeconds: { count: 'coreSeconds', ratio: 'coreSeconds' },
  timestamp: { boolean: 'timestamp' },
  boolean: { count: 'count', boolean: 'boolean', timestamp: 'timestamp', bytes: 'bytes' },
  perSecond: { count: 'perSecond', ratio: 'perSecond', seconds: 'count' },
  bytesPerSecond: { count: 'bytesPerSecond', ratio: 'bytesPerSecond', seconds: 'bytes' },
} as const satisfies Record<Unit, Partial<Record<Unit, Unit>>>;

type Table = Readonly<Record<Unit, Readonly<Partial<Record<Unit, Unit>>>>>;
type In<T, A extends keyof T, B> = B extends keyof T[A] ? Extract<T[A][B], Unit> : never;

/** Units that a counter may count in. */
export type Countable = keyof typeof rates;
export type PerSecond<U extends Countable> = (typeof rates)[U];
export type Quotient<A extends Unit, B extends Unit> = In<typeof quotients, A, B>;
export type Product<A extends Unit, B extends Unit> = In<typeof products, A, B>;

/** The unit of a counter's rate. */
export const perSecond = <U extends Countable>(unit: U): (typeof rates)[U] => rates[unit];

/** The unit of `left operator right`, or `undefined` where the operation means nothing. */
export const unitOfOperation = (left: Unit, operator: string, right: Unit): Unit | undefined => {
  const table: Table | undefined = operator === '/' ? quotients : operator === '*' ? products : undefined;
  if (table) return table[left][right];
  // A difference of two moments is a length of time.
  if (operator === '-' && left === 'timestamp' && right === 'timestamp') return 'seconds';
  return left === right ? left : undefined;
};

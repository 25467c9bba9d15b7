import { unitOfName } from '#promql/unit/unit.js';

/** No two of them come to the same by accident, added or multiplied. */
export const primes = [7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97];

/** How large things are in life, by the unit that a metric's name tells. */
export const scaleOf = (name: string): number => {
  switch (unitOfName(name)) {
    case 'bytes':
      return 1e9;
    case 'ratio':
      return 0.01;
    default:
      return 1;
  }
};

/** Where what rises or falls comes from. */
export const largeOf = (name: string): number => (scaleOf(name) === 1 ? 7_000 : 7 * scaleOf(name));

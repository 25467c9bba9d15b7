import type { Unit } from '#promql/unit/unit.js';
import { divide, multiply } from './arithmetic.js';
import { positive } from './compare.js';
import { or } from './set.js';
import type { Vector } from './vector.js';

/**
 * A part of a whole, 0 where the whole is there and the part is not: `part or whole * 0`. What counts failures is not exported before the
 * first, and no failures are no reason to show what a target shows that is gone.
 */
export const orNone = <L extends string, U extends Unit>(part: Vector<L, U>, whole: Vector<L, U>) =>
  or(part, multiply(whole, 0));

/** The share of the whole that the part is: 0 where nothing of the part is counted, and nothing at all where nothing of the whole is. */
export const share = <L extends string>(part: Vector<L, 'perSecond'>, whole: Vector<L, 'perSecond'>) =>
  divide(orNone(part, whole), positive(whole));

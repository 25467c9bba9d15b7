import { rangeOf } from '#derive/course/range.js';
import type { Shape } from '#derive/course/shape.js';
import { unitOfName } from '#promql/unit/unit.js';
import { primes, scaleOf } from './large.js';
import type { Unit } from './stage.js';

/** What a unit is before anything is searched: a prime of its own, so that no two come to the same by accident. */
export const beginningOf = (unit: Unit, nth: number, options: readonly Shape[]): Shape => {
  const prime = primes[nth % primes.length] ?? 7;
  const [first = { kind: 'missing' } as const] = options;
  const { greatest } = rangeOf(unit.name);
  const scale = scaleOf(unit.name);
  switch (first.kind) {
    case 'level':
      return { kind: 'level', value: Math.min(greatest, Number((prime * scale).toPrecision(6))) };
    case 'slope':
      return { kind: 'slope', perSecond: unitOfName(unit.name) === 'bytes' ? prime * 1e6 : prime / 25 };
    case 'stamp':
      return { kind: 'stamp', ago: prime * 60 };
    default:
      return first;
  }
};

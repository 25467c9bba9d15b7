import { type Fault, below } from '#ground/fault.js';
import { unitFaults } from '#promql/unit/in-unit.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';

/** The greatest of the values shown, where one of them is the whole of which the others are parts. */
export const greatestShown = Symbol('the greatest value shown');

type Full<U extends Unit> = Limit<U> | typeof greatestShown;

/** A full gauge: 100% of a ratio unless told otherwise; every other unit must say it. */
export type Scale<U extends Unit> = [U] extends ['ratio']
  ? { readonly max?: Full<NoInfer<U>> }
  : { readonly max: Full<NoInfer<U>> };

/** An end of an axis, or a full gauge, that is of another unit than the values, or that is not said. */
export const endFaults = (unit: Unit, max: Full<Unit> | undefined): readonly Fault[] =>
  max === undefined || max === greatestShown ? [] : below('max', unitFaults(unit, max));

/** The same of a gauge, of which only a ratio is full by itself. */
export const fullFaults = (unit: Unit, max: Full<Unit> | undefined): readonly Fault[] =>
  max === undefined && unit !== 'ratio'
    ? [
        {
          where: 'max',
          what: '',
          code: 'no-full-scale',
          why: `it does not say when it is full, and its values are in ${unit}`,
          cure: 'write max: a limit, or greatestShown',
        },
      ]
    : endFaults(unit, max);

/** From nothing to full; without an end Grafana takes the greatest value shown for it. */
export const scale = (max: Full<Unit> | undefined): { readonly min: number; readonly max?: number } =>
  max === greatestShown ? { min: 0 } : { min: 0, max: max?.value ?? 1 };

import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';

/** The greatest of the values shown, where one of them is the whole of which the others are parts. */
export const greatestShown = Symbol('the greatest value shown');

type Full<U extends Unit> = Limit<U> | typeof greatestShown;

/** A full gauge: 100% of a ratio unless told otherwise; every other unit must say it. */
export type Scale<U extends Unit> = [U] extends ['ratio']
  ? { readonly max?: Full<NoInfer<U>> }
  : { readonly max: Full<NoInfer<U>> };

/** From nothing to full; without an end Grafana takes the greatest value shown for it. */
export const scale = (max: Full<Unit> | undefined): { readonly min: number; readonly max?: number } =>
  max === greatestShown ? { min: 0 } : { min: 0, max: max?.value ?? 1 };

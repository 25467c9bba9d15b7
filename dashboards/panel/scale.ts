import type { Limit } from '../../promql/unit/limit.js';
import type { Unit } from '../../promql/unit/unit.js';

/** A full gauge: 100% of a ratio unless told otherwise; every other unit must say it. */
export type Scale<U extends Unit> = [U] extends ['ratio']
  ? { readonly max?: Limit<NoInfer<U>> }
  : { readonly max: Limit<NoInfer<U>> };

/** From nothing to full. */
export const scale = (max: Limit | undefined): { readonly min: number; readonly max: number } => ({
  min: 0,
  max: max?.value ?? 1,
});

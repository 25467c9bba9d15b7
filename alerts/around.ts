import { type Limit, ratio } from '../promql/unit/limit.js';

/** A share at the boundary of a limit: a tenth of a per cent over it and under it, or less where 0 or 1 is near. */
export const aroundRatio = ({
  value,
}: Limit<'ratio'>): { readonly over: Limit<'ratio'>; readonly under: Limit<'ratio'> } => {
  const step = Math.min(0.001, value / 3, value < 1 ? (1 - value) / 3 : 0.001);
  return { over: ratio(value + step), under: ratio(value - step) };
};

import type { Place } from '#proof/mutate/place.js';

/** Whether a place is a divisor: a comparison there only keeps 0 out. */
export const isDivisor = ({ around }: Place): boolean => {
  const parent = around.at(-1);
  return parent?.expr.type === 'binary' && parent.expr.operator === '/' && parent.child === 1;
};

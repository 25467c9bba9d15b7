import type { Limit } from '#promql/unit/limit.js';

/** How many digits a share has after the point, in percent: one of 99.9%. */
const digitsOf = ({ value }: Limit<'ratio'>): number => {
  const [, fraction = ''] = String(Number((value * 100).toPrecision(12))).split('.');
  return fraction.length;
};

/**
 * With how many digits after the point a share is shown beside its objective, in percent: two more than the objective has. With as many,
 * 99.86% would be shown as 99.9% where 99.9% is promised.
 */
export const decimalsBeside = (objective: Limit<'ratio'>): number => digitsOf(objective) + 2;

import { aggregation } from './aggregation.js';
import { call, quantile } from './call.js';
import { comparison } from './comparison.js';
import type { Mutator } from './edit.js';
import { grouping } from './grouping.js';
import { hours, limit } from './limit.js';
import { alternative, matcher } from './matcher.js';
import { arithmetic, guard, side } from './operation.js';
import { offset, window } from './window.js';

/** All that is changed in expressions. */
export const expressionMutators: readonly Mutator[] = [
  comparison,
  limit,
  hours,
  guard,
  side,
  arithmetic,
  aggregation,
  grouping,
  quantile,
  call,
  window,
  matcher,
  alternative,
  offset,
];

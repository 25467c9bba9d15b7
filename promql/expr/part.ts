import { type Aggregation, type Expr, type Selector, isComparison } from './ast.js';
import { inline } from './inline.js';
import type { Bounds } from './interval.js';

/**
 * Whether one expression counts a part of what another counts, so that their quotient lies between 0 and 1: the same
 * aggregation of the same metric with further matchers, or one of the summands of a sum. `boundsOf` tells what can be
 * negative, and so a whole less than its parts.
 */
export const isPart = (part: Expr, whole: Expr, boundsOf: (expr: Expr) => Bounds): boolean => {
  const isPartOf = (inner: Expr, outer: Expr): boolean => isPart(inner, outer, boundsOf);
  const isNotNegative = (expr: Expr): boolean => boundsOf(expr)[0] >= 0;

  if (whole.type === 'binary' && whole.operator === '+') {
    const { left, right } = whole;
    return (isPartOf(part, left) && isNotNegative(right)) || (isPartOf(part, right) && isNotNegative(left));
  }
  // A filter takes series away from the whole, never a part of one that stays.
  if (whole.type === 'binary' && isComparison(whole.operator) && !whole.bool)
    return isPartOf(part, whole.left);
  if (part.type === 'selector' && whole.type === 'selector') return isNarrower(part, whole);
  if (part.type === 'range' && whole.type === 'range')
    return part.window === whole.window && isNarrower(part.selector, whole.selector);
  if (part.type === 'call' && whole.type === 'call') {
    const [[inner], [outer]] = [part.args, whole.args];
    const adds = part.function === 'rate' || part.function === 'increase';
    return adds && part.function === whole.function && !!inner && !!outer && isPartOf(inner, outer);
  }
  if (part.type === 'aggregation' && whole.type === 'aggregation') {
    const add = part.operator === 'sum' && whole.operator === 'sum' && isFiner(part, whole);
    return add && isNotNegative(whole.expr) && isPartOf(part.expr, whole.expr);
  }
  return isNotNegative(whole) && inline(part) === inline(whole);
};

/** Whether the part is summed up by the labels of the whole, or by more: then it is a share of the whole's series. */
const isFiner = ({ grouping: part }: Aggregation, { grouping: whole }: Aggregation): boolean => {
  const [finer, coarser] = [part?.labels ?? [], whole?.labels ?? []];
  if (part?.type === 'without' || whole?.type === 'without')
    return part?.type === whole?.type && [...finer].sort().join() === [...coarser].sort().join();
  return coarser.every((label) => finer.includes(label));
};

const isNarrower = (part: Selector, whole: Selector): boolean => {
  const counted = part.metric.name === whole.metric.name || isBucketOf(part, whole);
  return (
    counted &&
    part.offset === whole.offset &&
    whole.matchers.every((matcher) =>
      part.matchers.some(
        (other) =>
          other.label === matcher.label &&
          other.operator === matcher.operator &&
          other.value === matcher.value,
      ),
    )
  );
};

/** One bucket holds a part of what `_count` counts. */
const isBucketOf = (part: Selector, whole: Selector): boolean =>
  part.metric.family !== undefined &&
  part.metric.family === whole.metric.family &&
  part.metric.name.endsWith('_bucket') &&
  whole.metric.name.endsWith('_count') &&
  part.matchers.some(({ label, operator }) => label === 'le' && operator === '=');

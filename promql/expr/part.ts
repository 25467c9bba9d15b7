import { type Expr, type Selector, isComparison } from './ast.js';
import { print } from './print.js';

const same = (a: Expr, b: Expr): boolean => print(a) === print(b);

/**
 * Whether one expression counts a part of what another counts, so that their quotient lies between 0 and 1: the same
 * aggregation of the same metric with further matchers, or one of the summands of a sum.
 */
export const isPart = (part: Expr, whole: Expr): boolean => {
  if (whole.type === 'binary' && whole.operator === '+')
    return isPart(part, whole.left) || isPart(part, whole.right);
  // A filter takes series away from the whole, never a part of one that stays.
  if (whole.type === 'binary' && isComparison(whole.operator) && !whole.bool) return isPart(part, whole.left);
  if (part.type === 'selector' && whole.type === 'selector') return isNarrower(part, whole);
  if (part.type === 'range' && whole.type === 'range') {
    return part.window === whole.window && isNarrower(part.selector, whole.selector);
  }
  if (part.type === 'call' && whole.type === 'call') {
    const [inner, outer] = [part.args[0], whole.args[0]];
    return (
      ['rate', 'increase'].includes(part.function) &&
      part.function === whole.function &&
      !!inner &&
      !!outer &&
      isPart(inner, outer)
    );
  }
  if (part.type === 'aggregation' && whole.type === 'aggregation') {
    const alike = part.operator === 'sum' && whole.operator === 'sum' && groupings(part) === groupings(whole);
    return alike && isPart(part.expr, whole.expr);
  }
  return same(part, whole);
};

const groupings = ({
  grouping,
}: {
  readonly grouping?: { readonly type: string; readonly labels: readonly string[] };
}): string => `${grouping?.type ?? ''} ${[...(grouping?.labels ?? [])].sort().join()}`;

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

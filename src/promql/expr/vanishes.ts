import type { Aggregation, Binary, Call, Expr } from './ast.js';
import { inSeconds } from '#ground/duration.js';
import { type Window, isDashboardWindow } from '#promql/unit/window.js';
import { boundsOf, isPartOf, isSameTime } from './bounds.js';
import { filteredSide, isFilter } from './comparison.js';
import { inline } from './inline.js';
import { isFiner, isOfOneCount } from './narrower.js';

/**
 * Whether an expression is 0 wherever another is: a part of what the other counts, what observations add up to where the other
 * counts them, either of them times a number.
 */
export const vanishesWith = (part: Expr, whole: Expr): boolean =>
  inline(part) === inline(whole) ||
  isPartOf(part, whole) ||
  byWhole(part, whole) ||
  byPart(part, whole) ||
  byBoth(part, whole);

/** By what it tells of its own parts that the whole is 0. */
const byWhole = (part: Expr, whole: Expr): boolean => {
  const vanishes = (each: Expr): boolean => vanishesWith(part, each);
  switch (whole.type) {
    case 'negation':
      return vanishes(whole.expr);
    case 'call':
      return whole.args[0] !== undefined && zeroOnlyAtZero.test(whole.function) && vanishes(whole.args[0]);
    case 'aggregation':
      return addsUp(whole) && isNotNegative(whole.expr) && vanishes(whole.expr);
    case 'binary':
      return byOperation(whole, vanishes);
    default:
      return false;
  }
};

const zeroOnlyAtZero = /^(abs|sqrt|sgn)$/;

/** Whether one of what an operation is made of, which is 0 with it, passes. */
const byOperation = (whole: Binary, passes: (side: Expr) => boolean): boolean => {
  const { operator, left, right } = whole;
  if (isFilter(whole)) return passes(filteredSide(whole));
  switch (operator) {
    case '*':
      return (passes(left) || isAwayFromZero(left)) && (passes(right) || isAwayFromZero(right));
    case '+':
      return isNotNegative(left) && isNotNegative(right) && (passes(left) || passes(right));
    case '/':
    case 'and':
    case 'unless':
      return passes(left);
    case 'or':
      return passes(left) && passes(right);
    default:
      return false;
  }
};

/** By what of it vanishes that the part does. */
const byPart = (part: Expr, whole: Expr): boolean => {
  const vanishes = (each: Expr): boolean => vanishesWith(each, whole);
  switch (part.type) {
    case 'number':
      return part.value === 0;
    case 'negation':
      return vanishes(part.expr);
    case 'call':
      return part.args[0] !== undefined && zeroAtZero.test(part.function) && vanishes(part.args[0]);
    case 'binary':
      return ofOperation(part, vanishes);
    default:
      return false;
  }
};

const zeroAtZero = /^(abs|sqrt|sgn|ceil|floor|round|vector)$/;

const ofOperation = (part: Binary, vanishes: (side: Expr) => boolean): boolean => {
  const { operator, left, right } = part;
  if (isFilter(part)) return vanishes(filteredSide(part));
  switch (operator) {
    case '*':
      return vanishes(left) || vanishes(right);
    case '+':
    case '-':
    case 'or':
      return vanishes(left) && vanishes(right);
    case '/':
    case '%':
    case 'and':
    case 'unless':
      return vanishes(left);
    default:
      return false;
  }
};

/** Where both do alike with what vanishes together. */
const byBoth = (part: Expr, whole: Expr): boolean => {
  if (part.type === 'selector' && whole.type === 'selector') return isOfOneCount(part, whole);
  if (part.type === 'aggregation' && whole.type === 'aggregation')
    return (
      addsUp(whole) &&
      staysZero.includes(part.operator) &&
      isFiner(part, whole) &&
      isNotNegative(whole.expr) &&
      vanishesWith(part.expr, whole.expr)
    );
  if (part.type === 'call' && whole.type === 'call') return overWindows(part, whole);
  return false;
};

const addsUp = ({ operator }: Aggregation): boolean => ['sum', 'avg', 'max'].includes(operator);
const staysZero = ['sum', 'avg', 'max', 'min', 'stddev', 'stdvar', 'topk', 'bottomk'];

const grows = /^(rate|increase)$/;
const growsInPart = /^(i?rate|increase)$/;
const gathers = /^(sum|avg|max)_over_time$/;
const gathersInPart = /^(sum|avg|max|min|last)_over_time$/;

/** What does not grow over a window does not in a part of it; what is 0 all the time adds up to 0. */
const overWindows = (part: Call, whole: Call): boolean => {
  const isAlike =
    (grows.test(whole.function) && growsInPart.test(part.function)) ||
    (gathers.test(whole.function) && gathersInPart.test(part.function));
  const [[inner], [outer]] = [part.args, whole.args];
  if (!isAlike || !inner || !outer || inner.type !== outer.type) return false;
  if (inner.type === 'range' && outer.type === 'range')
    return (
      isWithin(inner.window, outer.window) &&
      isNotNegative(outer.selector) &&
      isOfOneCount(inner.selector, outer.selector)
    );
  if (inner.type !== 'subquery' || outer.type !== 'subquery') return false;
  return isSameTime(inner, outer) && isNotNegative(outer.expr) && vanishesWith(inner.expr, outer.expr);
};

const isWithin = (window: Window, other: Window): boolean =>
  window === other ||
  (!isDashboardWindow(window) && !isDashboardWindow(other) && inSeconds(window) <= inSeconds(other));

const isNotNegative = (expr: Expr): boolean => boundsOf(expr)[0] >= 0;
const isAwayFromZero = (expr: Expr): boolean => {
  const [least, greatest] = boundsOf(expr);
  return least > 0 || greatest < 0;
};

import type { Aggregation, Binary, Call, Expr } from './ast.js';
import { inSeconds } from '../../ground/duration.js';
import { type Window, isDashboardWindow } from '../unit/window.js';
import { boundsOf, isPartOf, isSameTime } from './bounds.js';
import { type Filter, comparedSides, filteredSide, isFilter } from './comparison.js';
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
      return (passes(left) || isNeverZero(left)) && (passes(right) || isNeverZero(right));
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

const zeroAtZero = /^(abs|sqrt|sgn|ceil|floor|round)$/;

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

/** Aggregations of which each value comes from values that are all there: what keeps away from 0 on one side still does. */
const keepsZeroOut = ['sum', 'avg', 'min', 'max', 'topk', 'bottomk', 'quantile'];
/** Functions that do the same over a window or to each value. */
const leavesZeroOut = /^((sum|avg|min|max|last|quantile)_over_time|sort(_desc)?|abs|sqrt|scalar)$/;
/** Functions that are over 0 by what they are. */
const overZero = /^(time|timestamp|exp|pi)$/;

/**
 * Whether no series of an expression can be 0.
 *
 * @param known what is known not to be 0, by what stands beside the expression.
 */
export const isNeverZero = (expr: Expr, known: readonly Expr[] = []): boolean => {
  const [least, greatest] = boundsOf(expr);
  const isOneSided = least >= 0 || greatest <= 0;
  if (least > 0 || greatest < 0 || known.some((each) => vanishesWith(each, expr))) return true;
  switch (expr.type) {
    case 'negation':
      return isNeverZero(expr.expr, known);
    // Values all on one side of 0 keep away from it when they are added up.
    case 'aggregation':
      return keepsZeroOut.includes(expr.operator) && isOneSided && isNeverZero(expr.expr);
    case 'subquery':
      return isNeverZero(expr.expr);
    case 'call': {
      const inner = expr.args.at(expr.function === 'quantile_over_time' ? 1 : 0);
      const keeps = inner && leavesZeroOut.test(expr.function) && isOneSided;
      return overZero.test(expr.function) || (keeps === true && isNeverZero(inner));
    }
    case 'binary':
      return operationIsNeverZero(expr, known);
    default:
      return false;
  }
};

const operationIsNeverZero = (expr: Binary, known: readonly Expr[]): boolean => {
  const { operator, left, right } = expr;
  if (isFilter(expr))
    return isNeverZero(filteredSide(expr), known) || keptFromZero(expr).includes(filteredSide(expr));
  switch (operator) {
    case '*':
    case '/':
    case 'or':
      return !expr.bool && isNeverZero(left, known) && isNeverZero(right, known);
    case '+':
      return (
        isNotNegative(left) && isNotNegative(right) && (isNeverZero(left, known) || isNeverZero(right, known))
      );
    case '^':
      return isNeverZero(left, known) && isNotNegative(left);
    case 'and':
    case 'unless':
      return isNeverZero(left, known);
    default:
      return false;
  }
};

/** The sides of a filter that are not 0 where it holds. */
export const keptFromZero = (filter: Filter): readonly Expr[] =>
  comparedSides(filter)
    .filter(({ operator, other }) => {
      const [least, greatest] = boundsOf(other);
      switch (operator) {
        case '>':
          return least >= 0;
        case '>=':
          return least > 0 || (least >= 0 && isNeverZero(other));
        case '<':
          return greatest <= 0;
        case '<=':
          return greatest < 0;
        case '==':
          return isNeverZero(other);
        case '!=':
          return least === 0 && greatest === 0;
      }
    })
    .map(({ side }) => side);

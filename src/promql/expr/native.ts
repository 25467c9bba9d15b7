import { type Aggregation, type Binary, type Call, type Expr, isComparison, selectors, walk } from './ast.js';
import { inline } from './inline.js';
import { isScalar } from './scalar.js';

/** Functions of which a value is a native histogram where their series are some. */
const keepsHistograms = /^(i?rate|increase|i?delta|(sum|avg|last|first)_over_time|label_(replace|join))$/;
/** Those that make a number of it, or ask only whether it is there. */
const makesNumbers =
  /^(histogram_.*|absent(_over_time)?|present_over_time|count_over_time|changes|resets|timestamp|scalar)$/;
/** Aggregations that add histograms up, and those that only ask which series there are. */
const addsUp = /^(sum|avg)$/;
const asksWhich = /^(count|group|count_values|limitk|limit_ratio)$/;

/** Whether the series of an expression have native histograms for values, and not numbers. */
export const isOfHistograms = (expr: Expr): boolean => {
  switch (expr.type) {
    case 'selector': {
      const { recorded, stored } = expr.metric;
      return recorded ? isOfHistograms(recorded) : stored !== undefined;
    }
    case 'range':
      return isOfHistograms(expr.selector);
    case 'subquery':
    case 'negation':
      return isOfHistograms(expr.expr);
    case 'call':
      return keepsHistograms.test(expr.function) && expr.args.some(isOfHistograms);
    case 'aggregation':
      return /^(sum|avg|limitk|limit_ratio)$/.test(expr.operator) && isOfHistograms(expr.expr);
    case 'binary':
      return ofBinary(expr);
    default:
      return false;
  }
};

const ofBinary = ({ operator, bool, left, right }: Binary): boolean => {
  if (bool) return false;
  if (operator === '*') return isOfHistograms(left) || isOfHistograms(right);
  if (operator === '+' || operator === '-' || operator === 'or')
    return isOfHistograms(left) && isOfHistograms(right);
  return isOfHistograms(left);
};

/**
 * What Prometheus leaves out of a result without a word, or with one that nobody reads: a native histogram where a number is wanted, and a
 * number where a native histogram is. https://prometheus.io/docs/prometheus/latest/querying/operators/
 */
export const histogramDefects = (expr: Expr): readonly string[] => [...walk(expr)].flatMap(defectsHere);

const numbers = 'write histogram_count(…), histogram_fraction(…) or histogram_quantile(…) of it';

const defectsHere = (expr: Expr): readonly string[] => {
  switch (expr.type) {
    case 'call':
      return [...ofCall(expr), ...ofNumbers(expr)];
    case 'aggregation':
      return ofAggregation(expr);
    case 'binary':
      return ofComparison(expr);
    default:
      return [];
  }
};

const ofCall = (expr: Call): readonly string[] =>
  !keepsHistograms.test(expr.function) && !makesNumbers.test(expr.function) && expr.args.some(isOfHistograms)
    ? [`'${inline(expr)}' leaves native histograms out, since ${expr.function} is of numbers; ${numbers}`]
    : [];

const ofAggregation = (expr: Aggregation): readonly string[] =>
  !addsUp.test(expr.operator) && !asksWhich.test(expr.operator) && isOfHistograms(expr.expr)
    ? [`'${inline(expr)}' leaves native histograms out, since ${expr.operator} is of numbers; ${numbers}`]
    : [];

/** A quantile and a share are read of the buckets of a classic histogram too; nothing else is. */
const ofNativeAlone = /^histogram_(count|sum|avg|stddev|stdvar)$/;

const ofNumbers = (expr: Call): readonly string[] => {
  const [series] = expr.args;
  return series &&
    ofNativeAlone.test(expr.function) &&
    selectors(series).length > 0 &&
    !isOfHistograms(series)
    ? [
        `'${inline(expr)}' reads native histograms, and '${inline(series)}' are numbers; say how the histogram is stored, or read its _count and _sum`,
      ]
    : [];
};

const ofComparison = (expr: Binary): readonly string[] => {
  const { operator, left, right } = expr;
  const histogram = isOfHistograms(left) ? left : isOfHistograms(right) ? right : undefined;
  const isOfNumber = isScalar(left) || isScalar(right);
  if (!histogram || !isComparison(operator)) return [];
  return isOfNumber || !/^[!=]=$/.test(operator)
    ? [
        `'${inline(expr)}' compares native histograms, of which none is more or less than another or than a number, so it keeps nothing; ${numbers}`,
      ]
    : [];
};

import { rememberedForAWhile } from '#ground/remembered.js';
import type { Aggregation, Binary, Call, Expr } from './ast.js';
import { isComparison, isSetOperator, number } from './ast.js';
import { boundsOf } from './bounds.js';
import { mirrored } from './comparison.js';
import { type Guarded, beside, guardedBy, ofEach, spared } from './guard.js';
import { vanishesWith } from './vanishes.js';
import { isNeverZero } from './zero.js';

/** Which infinite values would be heard: whether -Inf is, and whether +Inf is. */
type Heard = readonly [below: boolean, above: boolean];
const none: Heard = [false, false];
const both: Heard = [true, true];
const flipped = ([below, above]: Heard): Heard => [above, below];
const either = ([below, above]: Heard): Heard => (below || above ? both : none);

/** What is looked at: which infinite values are heard of it, and what is known not to be 0 beside it. */
interface Place {
  readonly heard: Heard;
  readonly known: readonly Guarded[];
}

/**
 * Quotients whose divisors may be 0 while what they divide is not, so that an infinite one passes the comparisons around it: +Inf is over
 * every limit, -Inf under each. None are those that something beside them keeps from 0 (`and b > 0`), and none is the whole that a part
 * is divided by: both are 0 together, and NaN passes nothing.
 */
export const treacherousQuotients: (expr: Expr) => readonly Binary[] = rememberedForAWhile((expr) => [
  ...new Set(quotients(expr, { heard: both, known: [] })),
]);

/** Their divisors. */
export const treacherousDivisors = (expr: Expr): readonly Expr[] =>
  treacherousQuotients(expr).map(({ right }) => right);

const quotients = (expr: Expr, place: Place): readonly Binary[] => {
  switch (expr.type) {
    case 'selector':
      return expr.metric.recorded ? quotients(expr.metric.recorded, { ...place, known: [] }) : [];
    case 'negation':
      return quotients(expr.expr, { ...place, heard: flipped(place.heard) });
    // What was so at other times is not known.
    case 'range':
      return quotients(expr.selector, { ...place, known: [] });
    case 'subquery':
      return quotients(expr.expr, { ...place, known: [] });
    case 'call':
      return ofCall(expr, place);
    case 'aggregation':
      return ofAggregation(expr, place);
    case 'binary':
      return ofBinary(expr, place);
    default:
      return [];
  }
};

/** Functions and aggregations that only ask which series there are. */
const asksWhich =
  /^(absent(_over_time)?|count_over_time|present_over_time|timestamp|count|count_values|group)$/;
/** Those that make +Inf of -Inf, or of what changes between any values. */
const losesSign = /^(abs|delta|idelta|deriv|predict_linear|std(dev|var)(_over_time)?)$/;
const changesLabels = /^label_/;

const heardThrough = (name: string, heard: Heard): Heard =>
  asksWhich.test(name) ? none : losesSign.test(name) ? either(heard) : heard;

const ofCall = ({ function: name, args }: Call, { heard, known }: Place): readonly Binary[] => {
  const inside = { heard: heardThrough(name, heard), known: changesLabels.test(name) ? [] : known };
  return args.flatMap((each) => quotients(each, inside));
};

const ofAggregation = ({ operator, expr }: Aggregation, { heard }: Place): readonly Binary[] =>
  quotients(expr, { heard: heardThrough(operator, heard), known: [] });

const ofBinary = (expr: Binary, { heard, known }: Place): readonly Binary[] => {
  const { operator, left, right, matching } = expr;
  const sides = (ofLeft: Heard, ofRight: Heard): readonly Binary[] => [
    ...quotients(left, { heard: ofLeft, known: [...known, ...beside(right, matching)] }),
    ...quotients(right, { heard: ofRight, known: [...known, ...beside(left, matching)] }),
  ];
  if (isComparison(operator)) return sides(passing[operator], passing[mirrored[operator]]);
  switch (operator) {
    case 'or':
      return [left, right].flatMap((side) => quotients(side, { heard, known }));
    case 'unless':
      return quotients(left, { heard, known: [...known, ...spared(expr)] });
    case 'and':
      return sides(heard, none);
    case '-':
      return sides(heard, flipped(heard));
    case '*':
      return sides(scaled(heard, right), scaled(heard, left));
    case '/':
      return [
        ...(isTreacherous(expr, heard, [...known, ...beside(left, matching)]) ? [expr] : []),
        ...sides(scaled(heard, right), none),
      ];
    case '%':
    case 'atan2':
      return sides(either(heard), none);
    default:
      return sides(heard, heard);
  }
};

/** Which infinite values pass a comparison with a finite one. */
const passing: Readonly<Record<keyof typeof mirrored, Heard>> = {
  '>': [false, true],
  '>=': [false, true],
  '<': [true, false],
  '<=': [true, false],
  '==': none,
  '!=': both,
};

/** What is heard of a value through what it is multiplied with or divided by. */
const scaled = (heard: Heard, by: Expr): Heard => {
  const [least, greatest] = boundsOf(by);
  return least >= 0 ? heard : greatest <= 0 ? flipped(heard) : either(heard);
};

/** Whether a divisor may be 0 where what it divides is not, and the quotient, infinite by the sign of both, is heard. */
const isTreacherous = (
  { left, right, matching }: Binary,
  heard: Heard,
  known: readonly Guarded[],
): boolean => {
  const [least, greatest] = boundsOf(atZero(left, right));
  const [below, above] = boundsOf(right)[0] >= 0 ? heard : either(heard);
  const isHeard = (greatest > 0 && above) || (least < 0 && below);
  const notZero = ofEach([...known, ...guardedBy(right)], matching);
  return isHeard && !vanishesWith(left, right) && !isNeverZero(right, notZero);
};

/** What an expression comes to where another is 0: `size - free` is not over 0 where `size` is 0. */
const atZero = (expr: Expr, other: Expr): Expr => {
  if (vanishesWith(expr, other)) return number(0);
  switch (expr.type) {
    case 'negation':
    case 'aggregation':
      return { ...expr, expr: atZero(expr.expr, other) };
    case 'binary':
      return isComparison(expr.operator) || isSetOperator(expr.operator)
        ? expr
        : { ...expr, left: atZero(expr.left, other), right: atZero(expr.right, other) };
    default:
      return expr;
  }
};

import { rememberedForAWhile } from '#ground/remembered.js';
import { type Binary, type Expr, binaryTightness, isSetOperator } from './ast.js';
import {
  aggregated,
  aggregationText,
  inline,
  isAtom,
  isBareLeft,
  isBareRight,
  operatorText,
  windowText,
} from './inline.js';

/** Longer expressions are broken at their operators and calls. */
const width = 100;

/**
 * An expression as a person would write it: on one line, or broken before its operators, the looser ones further out.
 * What is printed parses back to the same tree.
 */
export const print = rememberedForAWhile((expr: Expr): string =>
  layout(expr, { indent: 0, continued: 0, used: 0 }),
);

/** Where an expression is to stand. */
interface Place {
  /** Where its first line begins: a parenthesis that opened there closes there. */
  readonly indent: number;
  /** Where the lines begin that go on with an operator. */
  readonly continued: number;
  /** Columns that are already taken on its first line. */
  readonly used: number;
}

const fits = (text: string, { indent, used }: Place): boolean => indent + used + text.length <= width;

const layout = (expr: Expr, place: Place): string => {
  const flat = inline(expr);
  if (fits(flat, place)) return flat;
  switch (expr.type) {
    case 'call':
      return expr.args.some(isWorthBreaking) ? `${expr.function}(${block(expr.args, place.indent)})` : flat;
    case 'aggregation':
      return `${aggregationText(expr)}(${block(aggregated(expr), place.indent)})`;
    case 'subquery':
      return enclosed(expr.expr, isAtom(expr.expr), place) + windowText(expr);
    case 'binary':
      return chain(expr, place);
    default:
      return flat;
  }
};

/** `rate(…)` of a long selector gains nothing from lines of its own. */
const isWorthBreaking = ({ type }: Expr): boolean =>
  type === 'call' || type === 'aggregation' || type === 'binary' || type === 'subquery';

/** Operators of one level, each at the beginning of a line, but for what stays beside the first operand. */
const chain = (expr: Binary, place: Place): string => {
  const { continued } = place;
  const [first, ...rest] = linksOf(expr);
  const start = enclosed(first.left, isBareLeft(first), { ...place, continued: continued + 2 });
  const begun = `${start}${beside(first, start, place) ?? newline(continued) + link(first, continued)}`;
  return rest.reduce((text, next) => text + newline(continued) + link(next, continued), begun);
};

/** What goes on where the left side ends: a number after one line; after a closing parenthesis what is short, or opens the next. */
const beside = (expr: Binary, left: string, { indent }: Place): string | undefined => {
  const flat = ` ${flatRight(expr)}`;
  if (!left.includes('\n')) return isLiteral(expr.right) ? flat : undefined;
  const closing = `${newline(indent)})`;
  if (!left.endsWith(closing) || isSetOperator(expr.operator)) return undefined;
  if (closing.length + flat.length <= width) return flat;
  const opened = ` ${link(expr, indent)}`;
  const isShort = (opened.split('\n')[0] ?? '').length + indent < width;
  return opened.endsWith(closing) && isShort ? opened : undefined;
};

const flatRight = (expr: Binary): string => {
  const right = inline(expr.right);
  return `${operatorText(expr)} ${isBareRight(expr) ? right : `(${right})`}`;
};

/** An operator at the beginning of a line with its right side, or over it where both do not fit beside each other. */
const link = (expr: Binary, indent: number): string => {
  const [operator, bare] = [operatorText(expr), isBareRight(expr)];
  const right = enclosed(expr.right, bare, {
    indent,
    continued: indent + 2,
    used: operator.length + 1,
  });
  const [first = ''] = right.split('\n');
  if (!expr.matching || indent + operator.length + 1 + first.length <= width) return `${operator} ${right}`;
  const inner = indent + 2;
  return (
    operator + newline(inner) + enclosed(expr.right, bare, { indent: inner, continued: inner + 2, used: 0 })
  );
};

/** The operations of one level, in the order of reading. */
const linksOf = (expr: Binary): readonly [Binary, ...Binary[]] => {
  const { left, operator } = expr;
  const isSameLevel = left.type === 'binary' && operator !== '^' && isBareLeft(expr);
  return isSameLevel && binaryTightness(left.operator) === binaryTightness(operator)
    ? [...linksOf(left), expr]
    : [expr];
};

const enclosed = (expr: Expr, bare: boolean, place: Place): string => {
  if (bare) return layout(expr, place);
  const flat = `(${inline(expr)})`;
  return fits(flat, place) ? flat : `(${block([expr], place.indent)})`;
};

/** Expressions on lines of their own between parentheses; literals side by side. */
const block = (exprs: readonly Expr[], indent: number): string => {
  const inner = indent + 2;
  const lines = exprs.map((expr, i) => {
    const separator = isLiteral(expr) && isLiteral(exprs[i - 1]) ? ' ' : newline(inner);
    return separator + layout(expr, { indent: inner, continued: inner, used: 0 });
  });
  return lines.join(',') + newline(indent);
};

const isLiteral = (expr: Expr | undefined): boolean => expr?.type === 'number' || expr?.type === 'string';

const newlines = Array.from({ length: 40 }, (_, indent) => `\n${' '.repeat(indent)}`);
const newline = (indent: number): string => newlines[indent] ?? `\n${' '.repeat(indent)}`;

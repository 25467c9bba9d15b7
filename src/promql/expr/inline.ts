import { rememberedForAWhile } from '#ground/remembered.js';
import {
  type Aggregation,
  type Binary,
  type Expr,
  type Selector,
  type Subquery,
  type VectorMatching,
  binaryTightness,
  negationTightness,
} from './ast.js';
import { spelledLabel, spelledPair, spelledSeries } from './spelled.js';
import { quoted } from './string-text.js';
import { whenText } from './when.js';

type Group = NonNullable<VectorMatching['group']>;

const written = (expr: Expr): string => {
  switch (expr.type) {
    case 'number':
      return numberText(expr.value);
    case 'string':
      return quoted(expr.value);
    case 'selector':
      return selectorText(expr) + whenText(expr);
    case 'range':
      return `${selectorText(expr.selector)}[${expr.window}]${whenText(expr.selector)}`;
    case 'subquery':
      return operand(expr.expr, isAtom(expr.expr)) + windowText(expr);
    case 'call':
      return `${expr.function}(${expr.args.map(inline).join(', ')})`;
    case 'aggregation':
      return `${aggregationText(expr)}(${aggregated(expr).map(inline).join(', ')})`;
    case 'negation':
      return `-${operand(expr.expr, isSigned(expr.expr) || tightnessOf(expr.expr) > negationTightness)}`;
    case 'binary':
      return `${operand(expr.left, isBareLeft(expr))} ${operatorText(expr)} ${operand(expr.right, isBareRight(expr))}`;
  }
};

/** An expression on one line, with parentheses only where they are needed. */
export const inline = rememberedForAWhile(written);

const operand = (expr: Expr, bare: boolean): string => (bare ? inline(expr) : `(${inline(expr)})`);

const tightnessOf = (expr: Expr): number => {
  if (expr.type === 'binary') return binaryTightness(expr.operator);
  return isSigned(expr) ? negationTightness : Infinity;
};
const isSigned = (expr: Expr): boolean =>
  expr.type === 'negation' || (expr.type === 'number' && (expr.value < 0 || Object.is(expr.value, -0)));
/** Whether an expression needs no parentheses anywhere. */
export const isAtom = (expr: Expr): boolean => tightnessOf(expr) === Infinity;

/** Whether the left side needs no parentheses: all operators group from the left but `^`. */
export const isBareLeft = ({ operator, left }: Binary): boolean =>
  tightnessOf(left) >= binaryTightness(operator) + (operator === '^' ? 1 : 0);

/** Whether the right side needs no parentheses: a sign after an operator is no second operator. */
export const isBareRight = ({ operator, right }: Binary): boolean =>
  isSigned(right) || tightnessOf(right) >= binaryTightness(operator) + (operator === '^' ? 0 : 1);

/** The parameter, where there is one, and the series. */
export const aggregated = ({ parameter, expr }: Aggregation): readonly Expr[] =>
  parameter ? [parameter, expr] : [expr];

/** What stands before an aggregation's parenthesis. */
export const aggregationText = ({ operator, grouping }: Aggregation): string =>
  grouping ? `${operator} ${grouping.type} ${list(grouping.labels)} ` : operator;

/** An operator with its modifiers. */
export const operatorText = (expr: Binary): string => {
  const { operator, bool, matching } = expr;
  return [
    operator,
    ...(bool ? ['bool'] : []),
    ...(matching ? [matching.type, list(matching.labels)] : []),
    ...(matching?.group ? groupText(expr, matching.group) : []),
  ].join(' ');
};

/** A parenthesis after `group_left` would be taken for its labels: an empty list keeps it apart. */
const groupText = (expr: Binary, { side, include }: Group): readonly string[] => {
  const beginsWithParenthesis = !isBareRight(expr) || inline(expr.right).startsWith('(');
  return [`group_${side}`, ...(include.length > 0 || beginsWithParenthesis ? [list(include)] : [])];
};

/** The window of a subquery, and when it ends. */
export const windowText = (subquery: Omit<Subquery, 'type' | 'expr'>): string =>
  `[${subquery.window}:${subquery.step ?? ''}]${whenText(subquery)}`;

const list = (labels: readonly string[]): string => `(${labels.map(spelledLabel).join(', ')})`;

const numberText = (value: number): string => {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) || Number.isNaN(value) ? String(value) : value > 0 ? 'Inf' : '-Inf';
};

const selectorText = ({ metric, matchers }: Selector): string =>
  spelledSeries(
    metric.name,
    matchers.map(({ label, operator, value }) => spelledPair(label, operator, value)),
  );

import type { LabelMatcher } from '../metric/match.js';
import {
  type Binary,
  type Expr,
  type Grouping,
  type VectorMatching,
  binaryTightness,
  negationTightness,
} from './ast.js';

/** Longer expressions are broken at their operators and calls. */
const width = 100;

/**
 * An expression as a person would write it: parentheses only where needed, a long one broken before its operators.
 * What is printed parses back to the same tree.
 */
export const print = (expr: Expr): string => layout(expr, 0);

const inline = (expr: Expr): string => {
  switch (expr.type) {
    case 'number':
      return numberText(expr.value);
    case 'string':
      return JSON.stringify(expr.value);
    case 'selector':
      return expr.metric.name + matcherText(expr.matchers) + offsetText(expr.offset);
    case 'range': {
      const { metric, matchers, offset } = expr.selector;
      return `${metric.name}${matcherText(matchers)}[${expr.window}]${offsetText(offset)}`;
    }
    case 'subquery':
      return `${tight(expr.expr)}[${expr.window}:${expr.step ?? ''}]`;
    case 'call':
      return `${expr.function}(${expr.args.map(inline).join(', ')})`;
    case 'aggregation': {
      const args = [...(expr.parameter ? [expr.parameter] : []), expr.expr].map(inline).join(', ');
      return `${expr.operator}${groupingText(expr.grouping)}(${args})`;
    }
    case 'negation':
      return `-${operand(expr.expr, negationTightness + 1)}`;
    case 'binary':
      return `${leftOperand(expr)} ${joint(expr)} ${rightOperand(expr)}`;
  }
};

const layout = (expr: Expr, indent: number): string => {
  const flat = inline(expr);
  if (indent + flat.length <= width) return flat;
  const inner = indent + 2;
  switch (expr.type) {
    case 'call':
      return `${expr.function}(${block(expr.args, indent)})`;
    case 'aggregation':
      return `${expr.operator}${groupingText(expr.grouping)}(${block([...(expr.parameter ? [expr.parameter] : []), expr.expr], indent)})`;
    case 'binary': {
      const left = needsParentheses(expr.left, leftTightness(expr))
        ? `(${block([expr.left], indent)})`
        : layout(expr.left, indent);
      const right = needsParentheses(expr.right, rightTightness(expr))
        ? enclosed(expr.right, inner, joint(expr).length + 3)
        : layout(expr.right, inner);
      return `${left}${newline(inner)}${joint(expr)} ${right}`;
    }
    default:
      return flat;
  }
};

// A parenthesis that fits on the line of its operator stays there.
const enclosed = (expr: Expr, indent: number, before: number): string => {
  const flat = inline(expr);
  return indent + before + flat.length <= width ? `(${flat})` : `(${block([expr], indent)})`;
};

const block = (exprs: readonly Expr[], indent: number): string =>
  exprs.map((expr) => newline(indent + 2) + layout(expr, indent + 2)).join(',') + newline(indent);

const newline = (indent: number): string => `\n${' '.repeat(indent)}`;

const numberText = (value: number): string =>
  Number.isFinite(value) || Number.isNaN(value) ? String(value) : value > 0 ? 'Inf' : '-Inf';

const matcherText = (matchers: readonly LabelMatcher[]): string =>
  matchers.length === 0
    ? ''
    : `{${matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`).join(', ')}}`;

const offsetText = (offset: string | undefined): string => (offset === undefined ? '' : ` offset ${offset}`);

const groupingText = (grouping: Grouping | undefined): string =>
  grouping ? ` ${grouping.type} (${grouping.labels.join(', ')}) ` : '';

const matchingText = ({ type, labels, group }: VectorMatching): string =>
  ` ${type} (${labels.join(', ')})${group ? ` group_${group.side}${group.include.length > 0 ? ` (${group.include.join(', ')})` : ''}` : ''}`;

const joint = ({ operator, bool, matching }: Binary): string =>
  `${operator}${bool ? ' bool' : ''}${matching ? matchingText(matching) : ''}`;

const tightnessOf = (expr: Expr): number => {
  if (expr.type === 'binary') return binaryTightness(expr.operator);
  const signed =
    expr.type === 'negation' || (expr.type === 'number' && (expr.value < 0 || Object.is(expr.value, -0)));
  return signed ? negationTightness : Infinity;
};
const needsParentheses = (expr: Expr, least: number): boolean => tightnessOf(expr) < least;
const operand = (expr: Expr, least: number): string =>
  needsParentheses(expr, least) ? `(${inline(expr)})` : inline(expr);

// All operators group from the left but `^`, which groups from the right.
const leftTightness = ({ operator }: Binary): number =>
  binaryTightness(operator) + (operator === '^' ? 1 : 0);
const rightTightness = ({ operator }: Binary): number =>
  binaryTightness(operator) + (operator === '^' ? 0 : 1);
const leftOperand = (expr: Binary): string => operand(expr.left, leftTightness(expr));
const rightOperand = (expr: Binary): string => operand(expr.right, rightTightness(expr));

const tight = (expr: Expr): string => operand(expr, Infinity);

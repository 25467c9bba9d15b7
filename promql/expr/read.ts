import type { SyntaxNode } from '@lezer/common';
import type { LabelMatcher } from '../metric/match.js';
import type { MetricInfo } from '../metric/metric.js';
import {
  type Expr,
  type Grouping,
  type Selector,
  type VectorMatching,
  call,
  isBinaryOperator,
  number,
  string,
} from './ast.js';
import { unmasked } from './window-text.js';

/** What a metric's name in a text stands for; `undefined` refuses it as not declared. */
export type Lookup = (name: string) => MetricInfo | undefined;

/** Reads a syntax tree without errors as an expression; what it cannot read goes into `faults`. */
export const treeReader = (
  source: string,
  lookup: Lookup,
  faults: string[],
): ((node: SyntaxNode) => Expr) => {
  const text = (node: SyntaxNode | null): string => (node ? unmasked(source.slice(node.from, node.to)) : '');

  const refuse = (node: SyntaxNode, why: string): Expr => {
    faults.push(`'${text(node)}': ${why}`);
    return number(NaN);
  };

  const read = (node: SyntaxNode): Expr => {
    switch (node.name) {
      case 'ParenExpr':
        return only(node);
      case 'NumberDurationLiteral':
        return literal(node);
      case 'StringLiteral':
        return string(unquoted(node));
      case 'VectorSelector':
        return selector(node);
      case 'MatrixSelector':
        return range(node);
      case 'OffsetExpr':
        return offset(node);
      case 'SubqueryExpr':
        return subquery(node);
      case 'FunctionCall':
        return call(text(node.getChild('FunctionIdentifier')), ...body(node));
      case 'AggregateExpr':
        return aggregation(node);
      case 'UnaryExpr':
        return unary(node);
      case 'BinaryExpr':
        return binary(node);
      default:
        return refuse(node, `${node.name} has no place in an expression here; write it without`);
    }
  };

  const operands = (node: SyntaxNode): readonly SyntaxNode[] =>
    childrenOf(node).filter(({ name }) => isExpression(name));
  const only = (node: SyntaxNode): Expr => {
    const [inner] = operands(node);
    return inner ? read(inner) : refuse(node, 'there is nothing inside');
  };
  const body = (node: SyntaxNode): readonly Expr[] => {
    const inside = node.getChild('FunctionCallBody');
    return inside ? operands(inside).map(read) : [];
  };

  const literal = (node: SyntaxNode): Expr => {
    const written = text(node);
    const value = /^[+-]?inf$/i.test(written) ? Infinity : Number(written);
    return Number.isNaN(value) && !/^nan$/i.test(written)
      ? refuse(node, 'write a plain number')
      : number(value);
  };

  const unquoted = (node: SyntaxNode): string => {
    const written = text(node);
    if (written.startsWith('`')) return written.slice(1, -1);
    const inner = written.slice(1, -1);
    const quoted = written.startsWith("'")
      ? inner.replaceAll("\\'", "'").replace(/(^|[^\\])"/g, '$1\\"')
      : inner;
    try {
      return String(JSON.parse(`"${quoted}"`));
    } catch {
      refuse(node, 'write escapes as JSON does');
      return '';
    }
  };

  const selector = (node: SyntaxNode): Selector => {
    const name = text(node.getChild('Identifier'));
    const metric = lookup(name);
    if (!metric)
      faults.push(
        name === ''
          ? `'${text(node)}': name the metric before the braces`
          : `'${name}' is not a declared metric`,
      );
    const matchers =
      node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher').map(labelMatcher) ?? [];
    if (node.getChild('LabelMatchers')?.getChild('QuotedLabelMatcher'))
      faults.push(`'${text(node)}': write label names without quotes`);
    return { type: 'selector', metric: metric ?? undeclared(name), matchers };
  };
  const labelMatcher = (node: SyntaxNode): LabelMatcher => {
    const value = node.getChild('StringLiteral');
    const operator = text(node.getChild('MatchOp'));
    const known = operator === '!=' || operator === '=~' || operator === '!~' ? operator : '=';
    return { label: text(node.getChild('LabelName')), operator: known, value: value ? unquoted(value) : '' };
  };

  const range = (node: SyntaxNode): Expr => {
    const inner = node.getChild('VectorSelector');
    return inner
      ? { type: 'range', selector: selector(inner), window: text(node.getChild('DurationExpr')) }
      : refuse(node, 'a range needs a selector');
  };
  const offset = (node: SyntaxNode): Expr => {
    const inner = only(node);
    const shift = text(node.getChild('OffsetDurationExpr'));
    if (inner.type === 'selector') return { ...inner, offset: shift };
    if (inner.type === 'range') return { ...inner, selector: { ...inner.selector, offset: shift } };
    return refuse(node, 'only a selector is offset here; move the offset into it');
  };
  const subquery = (node: SyntaxNode): Expr => {
    const [window, step] = node.getChildren('DurationExpr');
    return {
      type: 'subquery',
      expr: only(node),
      window: text(window ?? null),
      ...(step && { step: text(step) }),
    };
  };

  const labels = (node: SyntaxNode | null): readonly string[] =>
    node?.getChildren('LabelName').map(text) ?? [];
  const aggregation = (node: SyntaxNode): Expr => {
    const [first, second] = body(node);
    const modifier = node.getChild('AggregateModifier');
    const grouping: Grouping | undefined = modifier
      ? {
          type: modifier.getChild('By') ? 'by' : 'without',
          labels: labels(modifier.getChild('GroupingLabels')),
        }
      : undefined;
    if (!first) return refuse(node, 'there is nothing to aggregate');
    return {
      type: 'aggregation',
      operator: text(node.getChild('AggregateOp')),
      ...(second && { parameter: first }),
      expr: second ?? first,
      ...(grouping && { grouping }),
    };
  };

  const unary = (node: SyntaxNode): Expr => {
    const inner = only(node);
    if (text(node.getChild('UnaryOp')) === '+') return inner;
    // The sign of a number belongs to it; that of a power or product does not.
    return inner.type === 'number' && inner.value >= 0 && !Object.is(inner.value, -0)
      ? number(-inner.value)
      : { type: 'negation', expr: inner };
  };
  const binary = (node: SyntaxNode): Expr => {
    const [left, right] = operands(node);
    const operator = childrenOf(node).map(text).find(isBinaryOperator);
    if (!left || !right || operator === undefined) return refuse(node, 'an operator needs two sides');
    const matching = vectorMatching(node.getChild('MatchingModifierClause'));
    // The grammar takes the sign of `-5 ^ 2` for the number's; Prometheus raises first and then negates.
    if (operator === '^' && text(left).startsWith('-') && left.name === 'NumberDurationLiteral') {
      const base = literal(left);
      const positive = base.type === 'number' ? number(-base.value) : base;
      return { type: 'negation', expr: { type: 'binary', operator, left: positive, right: read(right) } };
    }
    return {
      type: 'binary',
      operator,
      left: read(left),
      right: read(right),
      ...(matching && { matching }),
      ...(node.getChild('BoolModifier') && { bool: true }),
    };
  };
  const vectorMatching = (node: SyntaxNode | null): VectorMatching | undefined => {
    if (!node) return undefined;
    const [matched, included] = node.getChildren('GroupingLabels').map(labels);
    const side = node.getChild('GroupLeft') ? 'left' : node.getChild('GroupRight') ? 'right' : undefined;
    return {
      type: node.getChild('On') ? 'on' : 'ignoring',
      labels: matched ?? [],
      ...(side && { group: { side, include: included ?? [] } }),
    };
  };

  return read;
};

const childrenOf = (node: SyntaxNode): readonly SyntaxNode[] => {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

const isExpression = (name: string): boolean =>
  /(Expr|Selector|Literal|Call)$/.test(name) && !/^(DurationExpr|OffsetDurationExpr)$/.test(name);

const undeclared = (name: string): MetricInfo => ({
  name,
  kind: 'gauge',
  help: '',
  unit: 'count',
  labels: [],
  ownLabels: [],
  values: {},
});

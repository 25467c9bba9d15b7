import type { SyntaxNode } from '@lezer/common';
import { bareMetric } from '../metric/metric.js';
import { type Expr, type Selector, call, number, string } from './ast.js';
import { secondsIn } from './length.js';
import { readLabels, readMatchers, readQuotedMetric, readString } from './read-labels.js';
import { readOperation } from './read-operation.js';
import { type Source, operandsOf } from './source.js';

/** Reads a syntax tree without errors as an expression; what it cannot read is a fault of the source. */
export const readExpr = (node: SyntaxNode, source: Source): Expr =>
  readOperation(node, source, (operand) => readOperand(operand, source));

const readOperand = (node: SyntaxNode, source: Source): Expr => {
  switch (node.name) {
    case 'ParenExpr': {
      const [inner] = operandsOf(node);
      return inner ? readExpr(inner, source) : refused(node, source, 'there is nothing inside');
    }
    case 'NumberDurationLiteral':
      return literal(node, source);
    case 'StringLiteral':
      return string(readString(node, source));
    case 'VectorSelector':
      return selector(node, source);
    case 'FunctionCall':
      return call(source.text(node.getChild('FunctionIdentifier')), ...argumentsOf(node, source));
    case 'AggregateExpr':
      return aggregation(node, source);
    case 'BinaryExpr':
      return refused(node, source, 'this operator is known to newer releases of Prometheus only');
    case 'StepInvariantExpr':
      return refused(node, source, 'a fixed moment (@) has no place in a rule or panel; leave it out');
    default:
      return refused(node, source, 'this is known to newer releases of Prometheus only; write it without');
  }
};

const refused = (node: SyntaxNode, source: Source, why: string): Expr => {
  source.refuse(node, why);
  return number(NaN);
};

const argumentsOf = (node: SyntaxNode, source: Source): readonly Expr[] => {
  const body = node.getChild('FunctionCallBody');
  return body ? operandsOf(body).map((argument) => readExpr(argument, source)) : [];
};

/** A number; its sign, if it has one, is read as an operator. */
const literal = (node: SyntaxNode, source: Source): Expr => {
  const written = source.text(node).replace(/^[+-]\s*/, '');
  if (/^inf$/i.test(written)) return number(Infinity);
  if (/^nan$/i.test(written)) return number(NaN);
  // A length of time is its seconds, though only Prometheus 3 reads it where a number belongs.
  const seconds = secondsIn(written);
  if (seconds !== undefined) return number(seconds);
  // Go takes a leading 0 for octal.
  return /^0[\d_]/.test(written) || Number.isNaN(Number(written))
    ? refused(node, source, 'write a plain number, such as 0.5')
    : number(Number(written));
};

const selector = (node: SyntaxNode, source: Source): Selector => {
  const identifier = node.getChild('Identifier');
  const braces = node.getChild('LabelMatchers');
  const name = identifier ? source.text(identifier) : readQuotedMetric(braces, source);
  const metric = name === undefined ? undefined : source.lookup(name);
  if (name === undefined) source.refuse(node, 'name the metric before the braces');
  else if (!metric)
    source.refuse(identifier ?? node, 'no such metric is declared; correct it, or declare it in a catalogue');
  return {
    type: 'selector',
    metric: metric ?? bareMetric(name ?? ''),
    matchers: readMatchers(braces, source),
  };
};

/** Aggregations that take a parameter before the series. */
const parametrized = ['topk', 'bottomk', 'quantile', 'count_values', 'limitk', 'limit_ratio'];

const aggregation = (node: SyntaxNode, source: Source): Expr => {
  const operator = source.text(node.getChild('AggregateOp')).toLowerCase();
  const args = argumentsOf(node, source);
  const wanted = parametrized.includes(operator) ? 2 : 1;
  const [expr, parameter] = args.toReversed();
  if (!expr || args.length !== wanted) {
    const what = wanted === 2 ? 'a parameter and the series' : 'the series alone';
    return refused(node, source, `${operator} takes ${what}; ${args.length} are given`);
  }
  const modifier = node.getChild('AggregateModifier');
  const list = modifier?.getChild('GroupingLabels');
  const type = modifier?.getChild('By') ? 'by' : 'without';
  return {
    type: 'aggregation',
    operator,
    ...(parameter && { parameter }),
    expr,
    ...(list && { grouping: { type, labels: readLabels(list, source) } }),
  };
};

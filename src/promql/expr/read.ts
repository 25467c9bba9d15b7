import type { Code } from '#ground/codes/codes.js';
import type { SyntaxNode } from '@lezer/common';
import { type Expr, call, number, string } from './ast.js';
import { aggregations } from './functions.js';
import { secondsIn } from './length.js';
import { readLabels, readString } from './read-labels.js';
import { readOperation } from './read-operation.js';
import { readSelector } from './read-selector.js';
import { type Source, operandsOf } from './source.js';

/** Reads a syntax tree without errors as an expression; what it cannot read is a fault of the source. */
export const readExpr = (node: SyntaxNode, source: Source): Expr =>
  readOperation(node, source, (operand) => readOperand(operand, source));

const readOperand = (node: SyntaxNode, source: Source): Expr => {
  switch (node.name) {
    case 'ParenExpr': {
      const [inner] = operandsOf(node);
      return inner
        ? readExpr(inner, source)
        : refused(node, source, 'promql-syntax', 'there is nothing inside');
    }
    case 'NumberDurationLiteral':
      return literal(node, source);
    case 'StringLiteral':
      return string(readString(node, source));
    case 'VectorSelector':
      return readSelector(node, source);
    case 'FunctionCall':
      return call(source.text(node.getChild('FunctionIdentifier')), ...argumentsOf(node, source));
    case 'AggregateExpr':
      return aggregation(node, source);
    case 'BinaryExpr':
      return refused(
        node,
        source,
        'needs-newer-prometheus',
        'Prometheus reads </ and >/ since 3.11; write it without',
      );
    case 'AnchoredExpr':
    case 'SmoothedExpr':
      return refused(
        node,
        source,
        'needs-a-flag',
        'anchored and smoothed are read by Prometheus 3.7 and later, and only with --enable-feature=promql-extended-range-selectors; leave it out',
      );
    default:
      return refused(
        node,
        source,
        'needs-newer-prometheus',
        'this is known to newer releases of Prometheus only; write it without',
      );
  }
};

const refused = (node: SyntaxNode, source: Source, code: Code, why: string): Expr => {
  source.refuse(node, code, why);
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
  // Go takes a leading 0 for octal: 0755 is 493.
  if (/^0[0-7]+$/.test(written)) return number(parseInt(written, 8));
  return /^0_/.test(written) || !Number.isFinite(Number(written))
    ? refused(node, source, 'promql-syntax', 'write a plain number, such as 0.5')
    : number(Number(written));
};

const aggregation = (node: SyntaxNode, source: Source): Expr => {
  const operator = source.text(node.getChild('AggregateOp')).toLowerCase();
  const args = argumentsOf(node, source);
  const wanted = aggregations.get(operator)?.parameter ? 2 : 1;
  const [expr, parameter] = args.toReversed();
  if (!expr || args.length !== wanted) {
    const what = wanted === 2 ? 'a parameter and the series' : 'the series alone';
    return refused(node, source, 'promql-syntax', `${operator} takes ${what}; ${args.length} are given`);
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

import type { SyntaxNode } from '@lezer/common';
import {
  type BinaryOperator,
  type Expr,
  type VectorMatching,
  binaryTightness,
  isBinaryOperator,
  negated,
  negationTightness,
  number,
} from './ast.js';
import { readLabels } from './read-labels.js';
import { readSuffix } from './read-suffix.js';
import { type Source, childrenOf, operandsOf } from './source.js';

/** What an operation without parentheses is made of, in the order of writing. */
type Piece =
  | { readonly type: 'operand'; readonly node: SyntaxNode }
  | { readonly type: 'sign'; readonly negative: boolean }
  | { readonly type: 'suffix'; readonly node: SyntaxNode }
  | Infix;
interface Infix {
  readonly type: 'operator';
  readonly operator: BinaryOperator;
  readonly modifiers: { readonly bool?: true; readonly matching?: VectorMatching };
}

/**
 * Reads operators, signs, ranges and offsets by Prometheus's own precedence. The grammar of the editor is right about
 * what is written but not always about what belongs together: it takes `a - b offset 1h` for `(a - b) offset 1h`, and
 * `-5 ^ 2` for `(-5) ^ 2`.
 */
export const readOperation = (
  top: SyntaxNode,
  source: Source,
  readOperand: (node: SyntaxNode) => Expr,
): Expr => {
  const pieces = inOrder(top, source);
  let at = 0;

  const operation = (least: number): Expr => {
    let left = operand();
    for (;;) {
      const piece = pieces[at];
      if (piece?.type !== 'operator' || binaryTightness(piece.operator) < least) return left;
      at += 1;
      const { operator, modifiers } = piece;
      // All operators group from the left but `^`, which groups from the right.
      const right = operation(binaryTightness(operator) + (operator === '^' ? 0 : 1));
      left = { type: 'binary', operator, left, right, ...modifiers };
    }
  };

  const operand = (): Expr => {
    const piece = pieces[at];
    at += 1;
    if (piece?.type === 'sign') {
      const signed = operation(negationTightness + 1);
      return piece.negative ? negated(signed) : signed;
    }
    // The grammar lets nothing else begin an operand.
    let expr = piece?.type === 'operand' ? readOperand(piece.node) : number(NaN);
    for (let next = pieces[at]; next?.type === 'suffix'; next = pieces[at]) {
      at += 1;
      expr = readSuffix(next.node, expr, source);
    }
    return expr;
  };

  return operation(0);
};

const inOrder = (node: SyntaxNode, source: Source): readonly Piece[] => {
  const [first, second] = operandsOf(node);
  switch (node.name) {
    case 'BinaryExpr': {
      const operator = infix(node, source);
      if (!first || !second || !operator) return [{ type: 'operand', node }];
      return [...inOrder(first, source), operator, ...inOrder(second, source)];
    }
    case 'UnaryExpr': {
      const sign = { type: 'sign', negative: source.text(node.getChild('UnaryOp')) === '-' } as const;
      return first ? [sign, ...inOrder(first, source)] : [sign];
    }
    case 'NumberDurationLiteral': {
      const sign = source.text(node)[0];
      const operand = { type: 'operand', node } as const;
      return sign === '-' || sign === '+' ? [{ type: 'sign', negative: sign === '-' }, operand] : [operand];
    }
    case 'OffsetExpr':
    case 'StepInvariantExpr':
    case 'SubqueryExpr':
    case 'MatrixSelector':
      return first ? [...inOrder(first, source), { type: 'suffix', node }] : [{ type: 'suffix', node }];
    default:
      return [{ type: 'operand', node }];
  }
};

const infix = (node: SyntaxNode, source: Source): Infix | undefined => {
  const symbol = childrenOf(node)[1];
  const operator = source.text(symbol ?? null).toLowerCase();
  if (!symbol || !isBinaryOperator(operator)) return undefined;
  const fill = node.getChild('FillModifier');
  if (fill)
    source.refuse(
      fill,
      'needs-a-flag',
      'fill is read by Prometheus 3.10 and later, and only with --enable-feature=promql-binop-fill-modifiers; write (…) or vector(0)',
    );
  const matching = vectorMatching(node.getChild('MatchingModifierClause'), source);
  const bool = node.getChild('BoolModifier') !== null;
  return {
    type: 'operator',
    operator,
    modifiers: { ...(bool && { bool }), ...(matching && { matching }) },
  };
};

const vectorMatching = (node: SyntaxNode | null, source: Source): VectorMatching | undefined => {
  if (!node) return undefined;
  const [labels = [], include = []] = node
    .getChildren('GroupingLabels')
    .map((list) => readLabels(list, source));
  const side = node.getChild('GroupLeft') ? 'left' : node.getChild('GroupRight') ? 'right' : undefined;
  return {
    type: node.getChild('On') ? 'on' : 'ignoring',
    labels,
    ...(side && { group: { side, include } }),
  };
};

import type { SyntaxNode } from '@lezer/common';
import { type Window, isDashboardWindow } from '#promql/unit/window.js';
import { type Expr, type Selector, type Subquery, number } from './ast.js';
import { secondsIn } from './length.js';
import { readLength, readOffset } from './read-length.js';
import type { Source } from './source.js';
import type { At, When } from './when.js';

/** Reads what may follow an expression: a range, a subquery's window, an offset, a moment. */
export const readSuffix = (node: SyntaxNode, expr: Expr, source: Source): Expr => {
  const refuse = (why: string): Expr => {
    source.refuse(node, 'promql-syntax', why);
    return number(NaN);
  };
  switch (node.name) {
    case 'MatrixSelector': {
      if (expr.type !== 'selector' || isShifted(expr))
        return refuse('a range is of a plain selector; put the offset after it, or write a subquery [5m:1m]');
      return { type: 'range', selector: expr, window: window(node.getChild('DurationExpr'), source) };
    }
    case 'SubqueryExpr': {
      const [length, step] = node.getChildren('DurationExpr');
      return {
        type: 'subquery',
        expr,
        window: window(length ?? null, source),
        ...(step && { step: window(step, source) }),
      };
    }
    case 'StepInvariantExpr':
      return (
        shifted(expr, { at: moment(node, source) }) ??
        refuse('only a selector or a subquery is read at a moment, and once; move it to each selector inside')
      );
    default:
      return (
        shifted(expr, { offset: readOffset(node.getChild('OffsetDurationExpr'), source) }) ??
        refuse('only a selector or a subquery is offset, and once; move the offset to each selector inside')
      );
  }
};

const isShifted = ({ offset, at }: Selector | Subquery): boolean => offset !== undefined || at !== undefined;

/** An expression that is read at another moment; nothing where it cannot be, or is already. */
const shifted = (expr: Expr, when: When): Expr | undefined => {
  if (expr.type === 'range') {
    const selector = shifted(expr.selector, when);
    return selector?.type === 'selector' ? { ...expr, selector } : undefined;
  }
  if (expr.type !== 'selector' && expr.type !== 'subquery') return undefined;
  const isTwice = when.at === undefined ? expr.offset !== undefined : expr.at !== undefined;
  return isTwice ? undefined : { ...expr, ...when };
};

const moment = (node: SyntaxNode, source: Source): At => {
  const border = source.text(node.getChild('AtModifierPreprocessors'));
  if (border === 'start' || border === 'end') return border;
  const literal = node.getChild('NumberDurationLiteral');
  const text = source.text(literal);
  const unsigned = text.replace(/^[+-]\s*/, '');
  const seconds = secondsIn(unsigned) ?? Number(unsigned);
  if (!Number.isFinite(seconds))
    source.refuse(literal ?? node, 'promql-syntax', 'write a moment in seconds since 1970');
  return text.startsWith('-') ? -seconds : seconds;
};

const window = (node: SyntaxNode | null, source: Source): Window => {
  const written = source.text(node).trim();
  return isDashboardWindow(written) ? written : readLength(node, source);
};

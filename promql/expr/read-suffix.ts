import type { SyntaxNode } from '@lezer/common';
import type { Duration } from '../../ground/duration.js';
import { type Window, isDashboardWindow } from '../unit/window.js';
import { type Expr, number } from './ast.js';
import { lengthIn } from './length.js';
import type { Source } from './source.js';

/** Reads what may follow an expression: a range, a subquery's window, an offset. */
export const readSuffix = (node: SyntaxNode, expr: Expr, source: Source): Expr => {
  const refuse = (why: string): Expr => {
    source.refuse(node, why);
    return number(NaN);
  };
  switch (node.name) {
    case 'MatrixSelector': {
      if (expr.type !== 'selector' || expr.offset !== undefined)
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
    default: {
      const offset = shift(node.getChild('OffsetDurationExpr'), source);
      if (expr.type === 'selector' && expr.offset === undefined) return { ...expr, offset };
      if (expr.type === 'range' && expr.selector.offset === undefined)
        return { ...expr, selector: { ...expr.selector, offset } };
      if (expr.type === 'subquery' && expr.offset === undefined) return { ...expr, offset };
      return refuse(
        'only a selector or a subquery is offset, and once; move the offset to each selector inside',
      );
    }
  }
};

const window = (node: SyntaxNode | null, source: Source): Window => {
  const written = source.text(node).trim();
  return isDashboardWindow(written) ? written : duration(node, source);
};

const shift = (node: SyntaxNode | null, source: Source): Duration => {
  if (node && source.text(node).startsWith('-'))
    source.refuse(node, 'a negative offset looks into the future, which has no samples; leave it out');
  else return duration(node, source);
  return '0s';
};

const duration = (node: SyntaxNode | null, source: Source): Duration => {
  const length = lengthIn(source.text(node).trim());
  if (length !== undefined) return length;
  if (node) source.refuse(node, "write a length of time such as '90m', '1h30m' or 300");
  return '0s';
};

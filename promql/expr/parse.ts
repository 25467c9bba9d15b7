import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { type Expr, number } from './ast.js';
import { type Lookup, treeReader } from './read.js';
import { masked, unmasked } from './window-text.js';

/** Faults of a PromQL text, each with the offending part. */
export class PromqlError extends Error {
  constructor(
    readonly text: string,
    readonly faults: readonly string[],
  ) {
    super(`${faults.join('\n')}\n  in: ${text}`);
  }
}

/**
 * The tree of a PromQL text, by the grammar of Prometheus's own editor.
 *
 * @throws PromqlError with all faults: syntax, names that `lookup` does not know, and the few constructs that the
 * tree has no place for (`@`, quoted label names, a selector without a metric's name).
 */
export const parse = (text: string, lookup: Lookup): Expr => {
  const source = masked(text);
  const top = parser.parse(source).topNode;
  const expression = top.firstChild;
  const faults = expression ? syntaxFaults(top, source) : ['there is no expression'];
  const expr =
    expression && faults.length === 0 ? treeReader(source, lookup, faults)(expression) : number(NaN);
  if (faults.length > 0) throw new PromqlError(text, faults);
  return expr;
};

const syntaxFaults = (top: SyntaxNode, source: string): string[] => {
  const faults: string[] = [];
  top.cursor().iterate((node) => {
    if (!node.type.isError) return;
    const rest = unmasked(source.slice(node.from)).trim().slice(0, 20);
    faults.push(`syntax error at character ${node.from + 1}, ${rest === '' ? 'the end' : `'${rest}'`}`);
  });
  return faults;
};

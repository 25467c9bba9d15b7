import type { Code } from '#ground/codes/codes.js';
import type { Reason } from '#ground/fault.js';
import type { SyntaxNode } from '@lezer/common';
import type { MetricInfo } from '#promql/metric/metric.js';

/**
 * What a metric's name in a text stands for, and an empty one for any metric: `{job="x"}`; `undefined` refuses it as not
 * declared.
 */
export type Lookup = (name: string) => MetricInfo | undefined;

/** A PromQL text that is being read: what is written where, and what is wrong with it. */
export interface Source {
  readonly lookup: Lookup;
  /** What is written at a node of the syntax tree; nothing where there is no node. */
  readonly text: (node: SyntaxNode | null) => string;
  /** Notes a fault: where it is, the offending text, of which kind it is, and what is wrong with it. */
  readonly refuse: (node: SyntaxNode, code: Code, why: string) => void;
}

/** Where a character stands, as a person counts. */
export const place = (text: string, index: number): string => {
  const lines = text.slice(0, index).split('\n');
  const character = `character ${(lines.at(-1) ?? '').length + 1}`;
  return text.includes('\n') ? `line ${lines.length}, ${character}` : character;
};

/** A text short enough for a message. */
export const excerpt = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
};

/** A text with what it may name; what is refused is added to the faults. */
export const source = (text: string, lookup: Lookup, faults: Reason[]): Source => ({
  lookup,
  text: (node) => (node ? text.slice(node.from, node.to) : ''),
  refuse: (node, code, why) => {
    const at = `${place(text, node.from)}, '${excerpt(text.slice(node.from, node.to))}'`;
    faults.push({ code, why: `${at}: ${why}` });
  },
});

/** The nodes directly inside one, without comments. */
export const childrenOf = (node: SyntaxNode): readonly SyntaxNode[] => {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') children.push(child);
  }
  return children;
};

/** The expressions directly inside a node. */
export const operandsOf = (node: SyntaxNode): readonly SyntaxNode[] =>
  childrenOf(node).filter(
    ({ name }) => /(Expr|Selector|Literal|Call)$/.test(name) && !/^(Offset)?DurationExpr$/.test(name),
  );

import type { SyntaxNode } from '@lezer/common';
import type { LabelMatcher } from '#promql/metric/match.js';
import { type Source, childrenOf } from './source.js';
import { unquoted } from './string-text.js';

/** The label names in a list between parentheses. */
export const readLabels = (list: SyntaxNode, source: Source): readonly string[] =>
  childrenOf(list)
    .filter(({ name }) => name === 'LabelName' || name === 'QuotedLabelName')
    .map((name) => readName(name, source));

/** The matchers between a selector's braces. */
export const readMatchers = (braces: SyntaxNode | null, source: Source): readonly LabelMatcher[] =>
  (braces ? childrenOf(braces) : [])
    .filter(({ name }) => name === 'UnquotedLabelMatcher' || name === 'QuotedLabelMatcher')
    .map((node) => {
      const label = readName(node.getChild('LabelName') ?? node.getChild('QuotedLabelName'), source);
      const operator = source.text(node.getChild('MatchOp'));
      const value = node.getChild('StringLiteral');
      return {
        label,
        operator: operator === '!=' || operator === '=~' || operator === '!~' ? operator : '=',
        value: value ? readString(value, source) : '',
      };
    });

/** The metric's names that stand in quotes between the braces: `{"a", b="c"}` is `a{b="c"}`. */
export const readQuotedMetrics = (braces: SyntaxNode | null, source: Source): readonly string[] =>
  (braces?.getChildren('QuotedLabelName') ?? []).map((name) => readName(name, source));

/** A name, with or without quotes. */
const readName = (node: SyntaxNode | null, source: Source): string => {
  if (node?.name !== 'QuotedLabelName') return source.text(node);
  const name = readString(node, source);
  if (name === '') source.refuse(node, 'promql-syntax', 'a name is not empty');
  return name;
};

/** The text of a string literal. */
export const readString = (node: SyntaxNode, source: Source): string => {
  const text = unquoted(source.text(node));
  if (text === undefined)
    source.refuse(
      node,
      'promql-syntax',
      'a string of characters that are no text, or an escape that Go does not know; double each backslash',
    );
  return text ?? '';
};

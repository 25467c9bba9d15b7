import type { SyntaxNode } from '@lezer/common';
import type { LabelMatcher } from '../metric/match.js';
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
      if (label === '__name__') source.refuse(node, 'the metric has its name already; leave it out');
      const operator = source.text(node.getChild('MatchOp'));
      const value = node.getChild('StringLiteral');
      return {
        label,
        operator: operator === '!=' || operator === '=~' || operator === '!~' ? operator : '=',
        value: value ? readString(value, source) : '',
      };
    });

/** The metric's name where it stands in quotes between the braces: `{"a", b="c"}` is `a{b="c"}`. */
export const readQuotedMetric = (braces: SyntaxNode | null, source: Source): string | undefined => {
  const name = braces?.getChild('QuotedLabelName');
  return name ? readName(name, source) : undefined;
};

/** A name, with or without quotes; what needs them only Prometheus 3 knows. */
const readName = (node: SyntaxNode | null, source: Source): string => {
  const written = source.text(node);
  const text = node?.name === 'QuotedLabelName' ? (unquoted(written) ?? '') : written;
  if (node && !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(text))
    source.refuse(node, 'only newer releases of Prometheus know names that need quotes; write one without');
  return text;
};

/** The text of a string literal. */
export const readString = (node: SyntaxNode, source: Source): string => {
  const text = unquoted(source.text(node));
  if (text === undefined)
    source.refuse(
      node,
      'a string of characters that are no text, or an escape that Go does not know; double each backslash',
    );
  return text ?? '';
};

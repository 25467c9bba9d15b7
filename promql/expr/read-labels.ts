import type { SyntaxNode } from '@lezer/common';
import type { LabelMatcher } from '../metric/match.js';
import type { Source } from './source.js';
import { unquoted } from './string-text.js';

/** The label names in a list between parentheses. */
export const readLabels = (list: SyntaxNode, source: Source): readonly string[] => {
  for (const name of list.getChildren('QuotedLabelName')) source.refuse(name, withoutQuotes);
  return list.getChildren('LabelName').map(source.text);
};

/** The matchers between a selector's braces. */
export const readMatchers = (braces: SyntaxNode | null, source: Source): readonly LabelMatcher[] => {
  if (!braces) return [];
  for (const kind of ['QuotedLabelMatcher', 'QuotedLabelName']) {
    for (const name of braces.getChildren(kind)) source.refuse(name, withoutQuotes);
  }
  return braces.getChildren('UnquotedLabelMatcher').map((node) => {
    if (source.text(node.getChild('LabelName')) === '__name__')
      source.refuse(node, 'the metric has its name already; leave it out');
    const operator = source.text(node.getChild('MatchOp'));
    const value = node.getChild('StringLiteral');
    return {
      label: source.text(node.getChild('LabelName')),
      operator: operator === '!=' || operator === '=~' || operator === '!~' ? operator : '=',
      value: value ? readString(value, source) : '',
    };
  });
};

const withoutQuotes = 'only newer releases of Prometheus know names in quotes; write a label name without';

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

import type { LabelMatcher } from './match.js';

/** A choice of texts as a pattern writes it: `a|b`, with `\.` for a dot. */
const choice = /^(?:[\w -]|\\\W)+(?:\|(?:[\w -]|\\\W)+)*$/;

/** The values that a matcher lets through, where it names them: `="a"` or `=~"a|b"`; `undefined` of any other. */
export const namedValues = ({ operator, value }: LabelMatcher): readonly string[] | undefined => {
  if (operator === '=') return [value];
  return operator === '=~' && choice.test(value)
    ? value.split(/(?<!\\)\|/).map((text) => text.replace(/\\(\W)/g, '$1'))
    : undefined;
};

import type { LabelMatcher } from './match.js';

/** A text as a pattern writes it, with `\.` for a dot. */
const text = String.raw`(?:[^\\^$.*+?()[\]{}|]|\\\W)+`;
const choice = new RegExp(`^${text}(?:\\|${text})*$`);

/** The values that a matcher lets through, where it names them: `="a"` or `=~"a|b"`; `undefined` of any other. */
export const namedValues = ({ operator, value }: LabelMatcher): readonly string[] | undefined => {
  if (operator === '=') return [value];
  return operator === '=~' && choice.test(value)
    ? value.match(new RegExp(text, 'g'))?.map((each) => each.replace(/\\(\W)/g, '$1'))
    : undefined;
};

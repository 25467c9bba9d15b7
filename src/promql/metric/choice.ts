import { rememberedByText } from '#ground/remembered.js';
import type { LabelMatcher } from './match.js';

/** A text as a pattern writes it, with `\.` for a dot. */
const text = String.raw`(?:[^\\^$.*+?()[\]{}|]|\\\W)+`;
const choice = new RegExp(`^${text}(?:\\|${text})*$`);

/** The values that a matcher lets through, where it names them: `="a"` or `=~"a|b"`; `undefined` of any other. */
export const namedValues = ({ operator, value }: LabelMatcher): readonly string[] | undefined => {
  if (operator === '=') return [value];
  return operator === '=~' ? namedIn(value).values : undefined;
};

const each = new RegExp(text, 'g');
const namedIn = rememberedByText((pattern): { readonly values?: readonly string[] } => {
  const values = choice.test(pattern) ? pattern.match(each) : null;
  return values ? { values: values.map((value) => value.replace(/\\(\W)/g, '$1')) } : {};
});

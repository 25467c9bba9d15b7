import type { LabelMatcher } from './match.js';

/** What each text begins with that a matcher names, as far as it is plain: `5` of `5..`; nothing where it may begin with anything. */
const beginnings = ({ operator, value }: LabelMatcher): readonly string[] | undefined => {
  // What a dashboard's variable stands for nobody knows.
  if (value.startsWith('$')) return undefined;
  if (!operator.endsWith('~')) return [value];
  const pattern = value.replace(/^\((?:\?:)?([^()]*)\)$/, '$1');
  if (/[()\\[\]]/.test(pattern)) return undefined;
  // What may be left out, or stand there more than once, is no beginning.
  const each = pattern.split('|').map((choice) => /^[\w-]*(?![?*{+])/.exec(choice)?.[0] ?? '');
  return each.includes('') ? undefined : each;
};

/** Whether no text is named by both of two matchers, whichever of them lets it through: none begins with `5` and with `4`. */
export const areApart = (one: LabelMatcher, other: LabelMatcher): boolean => {
  const [some, others] = [beginnings(one), beginnings(other)];
  return some?.every((a) => others?.every((b) => !a.startsWith(b) && !b.startsWith(a)) ?? false) ?? false;
};

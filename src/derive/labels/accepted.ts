import type { LabelMatcher } from '#promql/metric/match.js';
import { matchesWhole } from '#promql/metric/re2.js';
import { textsOf } from './pattern.js';

/** Whether a series with this value of the label is selected; '' where it has no such label. */
export const accepts = ({ operator, value }: LabelMatcher, text: string): boolean =>
  (operator.endsWith('~') ? matchesWhole(value, text) : value === text) !== operator.startsWith('!');

const known = new Map<string, readonly string[]>();
const patternTexts = (pattern: string): readonly string[] => {
  const texts = known.get(pattern) ?? textsOf(pattern);
  known.set(pattern, texts);
  return texts;
};

/** Texts that a matcher names, whether it wants them or not. */
export const namedBy = ({ operator, value }: LabelMatcher): readonly string[] =>
  operator.endsWith('~') ? patternTexts(value) : [value];

/** Where no readable value fits. */
const others = ['a', '1', 'a1', 'b', 'x-1', '500', '/data', 'eth0', 'aa-aa', ''];

export interface Wish {
  readonly label: string;
  /** What all series whose value it is must be selected by. */
  readonly matchers: readonly LabelMatcher[];
  /** Whether the label is better left out, where that is accepted. */
  readonly isOptional: boolean;
  /** What it is already: of two series that meet. */
  readonly pinned: readonly string[];
  /** Values that another series of the same metric is to have for itself. */
  readonly taken: (text: string) => boolean;
  /** Values worth a try first. */
  readonly offered: readonly string[];
  readonly readable: string;
}

/** A value that all matchers accept; nothing where none was found. */
export const accepted = (wish: Wish): string | undefined => {
  const { matchers, isOptional, pinned, taken, offered } = wish;
  const positive = matchers.filter(({ operator }) => !operator.startsWith('!'));
  const tries =
    pinned.length > 0
      ? pinned
      : [
          ...(isOptional ? [''] : []),
          ...positive.filter(({ operator }) => operator === '=').flatMap(namedBy),
          ...offered,
          wish.readable,
          ...positive.flatMap(namedBy),
          ...others,
        ];
  const fit = (text: string): boolean =>
    pinned.every((each) => each === text) && matchers.every((each) => accepts(each, text));
  const fitting = tries.filter(fit);
  return fitting.find((text) => !taken(text)) ?? fitting[0];
};

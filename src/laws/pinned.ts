import { byKey } from '#ground/by-key.js';
import type { LabelMatcher } from '#promql/metric/match.js';

/** Labels of which the one value is known that something has, or asks for. */
export type Pins = Readonly<Record<string, string>>;

/** The labels of which matchers ask for one value. */
export const pinsOf = (matchers: readonly LabelMatcher[]): Pins =>
  Object.fromEntries(
    matchers.flatMap(({ label, operator, value }) => (operator === '=' ? [[label, value] as const] : [])),
  );

/**
 * Which of these may have to do with what has such pins: all but those of which a label is known to be another, as far as that is quickly
 * seen. Looked up by the label that leaves the fewest, for a fleet has thousands.
 */
export const byPins = <T>(all: readonly T[], pinned: (each: T) => Pins): ((pins: Pins) => readonly T[]) => {
  const known = all.map((each) => ({ each, pins: pinned(each) }));
  const indexes = new Map<string, ReturnType<typeof byKey<(typeof known)[number]>>>();
  const indexOf = (label: string) => {
    // a value is told from none by what stands before it
    const index = indexes.get(label) ?? byKey(known, ({ pins }) => (label in pins ? `=${pins[label]}` : ''));
    indexes.set(label, index);
    return index;
  };
  return (pins) => {
    const [fewest = []] = [
      [known],
      ...Object.entries(pins).map(([label, value]) => {
        const index = indexOf(label);
        return [index.get(`=${value}`) ?? [], index.get('') ?? []];
      }),
    ].sort((one, other) => sizeOf(one) - sizeOf(other));
    return fewest.flat().map(({ each }) => each);
  };
};

const sizeOf = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((sum, { length }) => sum + length, 0);

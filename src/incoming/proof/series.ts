import type { Level } from '#alerts/scenario/level.js';
import { valuesIn } from '#alerts/scenario/notation.js';
import type { Moments } from '#derive/derivation.js';
import type { Named } from '#incoming/catalogue/catalogue.js';
import { type Code, type Fields, object, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import type { Phases } from './course.js';

export type Labels = Readonly<Record<string, string>>;

/** Labels as an object. */
export const labelsCode = (labels: Labels): Code =>
  object(
    Object.fromEntries(
      Object.entries(labels)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([label, value]) => [label, verbatim(quoted(value))] satisfies [string, Fields[string]]),
    ),
  );

/** The samples of a series while all is well, while the fault lasts, and afterwards. */
export const phasesOf = (samples: readonly Level[], { scrape, begins, ends }: Moments): Phases => {
  const [first, well] = [Math.round(begins / scrape), Math.round(ends / scrape)];
  return [samples.slice(0, first), samples.slice(first, well), samples.slice(well)];
};

/** Whether the types of a metric let a series of it have these labels. */
export const isTyped = ({ info }: Named, labels: Labels): boolean =>
  Object.entries(labels).every(
    ([label, value]) => info.labels.includes(label) && info.values[label]?.includes(value) !== false,
  );

/** The samples of a series; nothing of what is no numbers, as histograms are. */
export const samplesOf = (values: string): readonly Level[] | undefined =>
  values.includes('{{') ? undefined : valuesIn(values);

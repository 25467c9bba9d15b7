import type { Level } from '#alerts/scenario/level.js';
import { valuesIn } from '#alerts/scenario/notation.js';
import type { InputSeries, Moments } from '#derive/derivation.js';
import type { Catalogue, Named } from '#incoming/catalogue/catalogue.js';
import { type Code, type Fields, called, object, verbatim } from '#incoming/code/code.js';
import { block, quoted } from '#incoming/code/text.js';
import { type Phases, drawnCourse, growthCourse, levelCourse } from './course.js';

type Labels = Readonly<Record<string, string>>;

/** Labels as an object. */
export const labelsCode = (labels: Labels): Code =>
  object(
    Object.fromEntries(
      Object.entries(labels)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([label, value]) => [label, verbatim(quoted(value))] satisfies [string, Fields[string]]),
    ),
  );

/** Texts by their names; those over several lines stand as they are. */
export const textsCode = (texts: Readonly<Record<string, string>>): Code | undefined => {
  const fields = Object.entries(texts).map(([name, text]) => [name, verbatim(block(text))] as const);
  return fields.length === 0 ? undefined : object(Object.fromEntries(fields));
};

/** The metric whose series are these, and their labels but for those that it says itself. */
const seriesCode = (
  { code, info, metric }: Named,
  labels: Labels,
): { readonly code: Code; readonly labels: Labels } => {
  const whole = verbatim(code);
  if (metric.kind === 'summary' && info.name === metric.name) {
    const { quantile = '0', ...others } = labels;
    return { code: called('quantileOf', whole, verbatim(quantile)), labels: others };
  }
  const part = /_(bucket|sum|count)$/.exec(info.name)?.[1];
  if (info.name === metric.name || part === undefined) return { code: whole, labels };
  return { code: called(part === 'bucket' ? 'bucketsOf' : `${part}Of`, whole), labels };
};

const phasesOf = (samples: readonly Level[], { scrape, begins, ends }: Moments): Phases => {
  const [first, well] = [Math.round(begins / scrape), Math.round(ends / scrape)];
  return [samples.slice(0, first), samples.slice(first, well), samples.slice(well)];
};

/** Whether the types of a metric let a series of it have these labels. */
const isTyped = ({ info }: Named, labels: Labels): boolean =>
  Object.entries(labels).every(
    ([label, value]) => info.labels.includes(label) && info.values[label]?.includes(value) !== false,
  );

const wordOf = (found: Named, phases: Phases, scrape: number): readonly [string, Code] | undefined => {
  const { info, metric } = found;
  const isQuantile = metric.kind === 'summary' && info.name === metric.name;
  if (info.kind === 'gauge' || isQuantile) {
    const levels = levelCourse(phases);
    return levels && ['holds', levels];
  }
  const growth = info.kind === 'counter' ? growthCourse(phases, scrape) : undefined;
  return growth && ['grows', growth];
};

/** The samples of a series; nothing of what is no numbers, as histograms are. */
const samplesOf = (values: string): readonly Level[] | undefined =>
  values.includes('{{') ? undefined : valuesIn(values);

/**
 * A series of a derived course: `holds(metrics.queue, {}, { was: 3, becomes: 90 })`, or by its name alone where no word of its metric says
 * it; nothing where its values are none that are read.
 */
export const behaviourCode = (
  { name, labels, values }: InputSeries,
  moments: Moments,
  { named }: Catalogue,
): Code | undefined => {
  const samples = samplesOf(values);
  if (samples === undefined) return undefined;
  const phases = phasesOf(samples, moments);
  const found = named.get(name);
  const [word, course] = (found && isTyped(found, labels) && wordOf(found, phases, moments.scrape)) || [];
  if (found === undefined || word === undefined || course === undefined)
    return called('moves', verbatim(quoted(name)), labelsCode(labels), drawnCourse(phases, moments.scrape));
  const series = seriesCode(found, labels);
  return called(word, series.code, labelsCode(series.labels), course);
};

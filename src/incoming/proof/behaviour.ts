import type { InputSeries, Moments } from '#derive/derivation.js';
import type { Catalogue, Named } from '#incoming/catalogue/catalogue.js';
import { type Code, called, object, verbatim } from '#incoming/code/code.js';
import { block, quoted } from '#incoming/code/text.js';
import { type Phases, drawnCourse, growthCourse, levelCourse } from './course.js';
import { type Labels, isTyped, labelsCode, phasesOf, samplesOf } from './series.js';

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

const wordOf = (
  found: Named,
  phases: Phases,
  scrape: number,
  restart: number | undefined,
): readonly [string, Code] | undefined => {
  const { info, metric } = found;
  const isQuantile = metric.kind === 'summary' && info.name === metric.name;
  if (info.kind === 'gauge' || isQuantile) {
    const levels = levelCourse(phases);
    return levels && ['holds', levels];
  }
  const growth = info.kind === 'counter' ? growthCourse(phases, scrape, restart) : undefined;
  return growth && ['grows', growth];
};

/**
 * A series of a derived course: `holds(metrics.queue, {}, { was: 3, becomes: 90 })`, or by its name alone where no word of its metric says
 * it; nothing where its values are none that are read.
 *
 * @param restart After how many samples of the fault counters begin anew.
 */
export const behaviourCode = (
  { name, labels, values }: InputSeries,
  moments: Moments,
  { named }: Catalogue,
  restart?: number,
): Code | undefined => {
  const samples = samplesOf(values);
  if (samples === undefined) return undefined;
  const phases = phasesOf(samples, moments);
  const found = named.get(name);
  const [word, course] =
    (found && isTyped(found, labels) && wordOf(found, phases, moments.scrape, restart)) || [];
  if (found === undefined || word === undefined || course === undefined)
    return called('moves', verbatim(quoted(name)), labelsCode(labels), drawnCourse(phases, moments.scrape));
  const series = seriesCode(found, labels);
  return called(word, series.code, labelsCode(series.labels), course);
};

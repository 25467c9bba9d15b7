import type { Course, InputSeries, Proven } from '#derive/derivation.js';
import { byKey } from '#ground/by-key.js';
import type { Histograms } from '#incoming/alert/asked.js';
import type { Catalogue } from '#incoming/catalogue/catalogue.js';
import { type Code, called, list, spread, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import { duration } from '#ground/duration.js';
import { behaviourCode } from './behaviour.js';
import { restartOf } from './course.js';
import { observesCode } from './histogram.js';
import { phasesOf, samplesOf } from './series.js';

const part = /_(bucket|count|sum)$/;

/** The histogram that a series is part of: one of each set of labels. */
const wholeOf = ({ name, labels: { le: _, ...labels } }: InputSeries): string =>
  JSON.stringify([
    name.replace(part, ''),
    ...Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);

const isBucket = ({ name, labels }: InputSeries): boolean =>
  name.endsWith('_bucket') && labels['le'] !== undefined;

/** The names of histograms of which a course says besides how many are observed, or what they add up to: by whatever labels. */
const saidBeside = ({ series }: Course): readonly string[] =>
  series.filter((each) => part.test(each.name) && !isBucket(each)).map(({ name }) => name.replace(part, ''));

/** After how many samples of the fault the counters of a course begin anew; nothing where they do not. */
const restartIn = ({ series }: Course, proven: Proven, { named }: Catalogue): number | undefined =>
  series
    .filter(({ name }) => named.get(name)?.info.kind === 'counter')
    .map(({ values }) => samplesOf(values))
    .flatMap((samples) => (samples && restartOf(phasesOf(samples, proven))) ?? [])
    .at(0);

/** The series of a course, those of histograms in one word as far as that says them. */
const courseCode = (
  course: Course,
  proven: Proven,
  metrics: Catalogue,
  histograms: Histograms,
  beside: readonly string[],
): Code | undefined => {
  const { series } = course;
  const restart = restartIn(course, proven, metrics);
  const buckets = byKey(series.filter(isBucket), wholeOf);
  const observed = new Map(
    [...buckets].flatMap(([whole, all]): readonly (readonly [string, Code])[] => {
      const { name = '' } = all[0] ?? {};
      const word = beside.includes(name.replace(part, '')) ? 'observesInBuckets' : 'observes';
      const found = metrics.named.get(name);
      const code =
        found && histograms === 'observe' ? observesCode(word, all, found, proven, restart) : undefined;
      return code === undefined ? [] : [[whole, code]];
    }),
  );
  const all = series.flatMap((each): readonly (Code | undefined)[] => {
    const whole = isBucket(each) ? wholeOf(each) : '';
    const word = observed.get(whole);
    if (word === undefined) return [behaviourCode(each, proven, metrics, restart)];
    return buckets.get(whole)?.[0] === each ? [spread(word)] : [];
  });
  const said = all.flatMap((each) => each ?? []);
  if (said.length < all.length) return undefined;
  const [first] = said;
  const written = said.length === 1 && first?.is === 'spread' ? first.of : list(said);
  return restart === undefined
    ? written
    : called('restarts', verbatim(quoted(duration(restart * proven.scrape))), written);
};

/** The series of a fault and of the quiet course beside it; nothing where one of them cannot be said. */
export const coursesCode = (
  proven: Proven,
  metrics: Catalogue,
  histograms: Histograms,
): readonly [fires: Code | undefined, quiet: Code | undefined] => {
  const { fires, quiet } = proven;
  const beside = [fires, quiet].flatMap(saidBeside);
  const codeOf = (course: Course) => courseCode(course, proven, metrics, histograms, beside);
  return [codeOf(fires), codeOf(quiet)];
};

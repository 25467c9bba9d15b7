import { type Application, scrapesOf } from '#application/application.js';
import { isMeant } from '#application/read.js';
import { type Scrape, storedBy } from '#application/scrape.js';
import { dropping } from '#application/scrape/drop.js';
import { notStored } from '#application/scrape/histograms.js';
import { targetsOf } from '#application/target.js';
import type { Fault } from '#ground/fault.js';
import { remembered } from '#ground/remembered.js';
import { type Selector, selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import { storageWords } from '#promql/metric/storage.js';
import type { Law } from './law.js';
import { type Stated, stated } from './stated.js';
import { inEach } from './apart.js';

/** The histogram of a scrape of which a selector reads something: itself, or its buckets, sum or count. */
const declaredIn = (scrape: Scrape, { metric }: Selector): readonly MetricInfo[] =>
  histogramsOf(scrape).filter(({ name }) => name === (metric.family ?? metric.name));

const histogramsOf: (scrape: Scrape) => readonly MetricInfo[] = remembered(({ metrics }) =>
  metrics
    .flatMap((catalog) => Object.values(catalog).map(({ info }) => info))
    .filter(({ kind }) => kind === 'histogram'),
);

/** Scrapes whose targets a selector may mean and tell of its histogram, which they store otherwise than it reads it. */
export const storedOtherwise = (application: Application, selector: Selector): readonly Scrape[] => {
  const { metric } = selector;
  return metric.recorded
    ? []
    : scrapesOf(application).filter(
        (scrape) =>
          declaredIn(scrape, selector).length > 0 &&
          !storedBy(scrape).has(metric.name) &&
          dropping(metric.name, scrape.drop) === undefined &&
          targetsOf(scrape).some((target) => isMeant(selector, target)),
      );
};

const eitherWay =
  'read it by histogramQuantile(…), shareOver(…), observationRate(…) and the like, of a catalogue that says how it is stored';

/** A histogram that a scrape stores otherwise than some read it. */
interface Misread {
  readonly scrape: Scrape;
  readonly selector: Selector;
  readonly by: Stated;
}

const misread = (application: Application): readonly Misread[] =>
  stated(application).flatMap((by) =>
    selectors(by.expr).flatMap((selector) =>
      storedOtherwise(application, selector).map((scrape) => ({ scrape, selector, by })),
    ),
  );

/** How a scrape stores it instead, and what to write. */
const instead = ({ scrape, selector }: Misread): Pick<Fault, 'why' | 'cure'> => {
  const declared = declaredIn(scrape, selector);
  const [kept] = declared.filter((info) => notStored(info, scrape.histograms, scrape.metrics) === undefined);
  if (kept !== undefined)
    return {
      why: `scrape ${scrape.name} stores ${kept.name} as ${storageWords(kept)}, which has no such series`,
      cure: kept.stored
        ? `${eitherWay}; or store both: write scrapeClassicHistograms: true, and declare the classic one too`
        : eitherWay,
    };
  const [contradicted] = declared.flatMap((info) => notStored(info, scrape.histograms, scrape.metrics) ?? []);
  return {
    why: `scrape ${scrape.name} stores no such series: ${contradicted?.why ?? ''}`,
    cure: contradicted?.cure ?? '',
  };
};

const listed = (names: readonly string[]): string => [...new Set(names)].join(', ');

/** Of all that read one histogram of one scrape otherwise there is one cause. */
const faultOf = (application: Application, all: readonly [Misread, ...Misread[]]): Fault => {
  const [first] = all;
  const readers = [...new Set(all.map(({ by }) => by.reader))];
  const { why, cure } = instead(first);
  return {
    where: `${application.name}/scrapes`,
    what: print(first.by.expr),
    code: 'stored-otherwise',
    why: `${listed(readers)} ${readers.length > 1 ? 'read' : 'reads'} ${listed(all.map(({ selector }) => selector.metric.name))}, and ${why}`,
    cure,
  };
};

const faults = (application: Application): readonly Fault[] => {
  const byCause = new Map<string, readonly [Misread, ...Misread[]]>();
  for (const each of misread(application)) {
    const { metric } = each.selector;
    const cause = `${each.scrape.name} ${metric.family ?? metric.name}`;
    const [first = each, ...others] = byCause.get(cause) ?? [];
    byCause.set(cause, first === each ? [each] : [first, ...others, each]);
  }
  return [...byCause.values()].map((all) => faultOf(application, all));
};

/**
 * A histogram that is stored as a native one has no `_bucket`, and a classic one no series of its own name: who reads it otherwise than it is
 * stored reads nothing, and its alert falls silent.
 */
export const everyHistogramIsReadAsItIsStored: Law = inEach(({ applications }) =>
  applications.flatMap(faults),
);

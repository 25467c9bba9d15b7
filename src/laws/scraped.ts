import { type Application, scrapesOf } from '#application/application.js';
import { storedBy } from '#application/scrape.js';
import { dropping } from '#application/scrape/drop.js';
import { nearest } from '#ground/nearest.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { stored } from '#promql/metric/catalog.js';
import type { Fault } from '#ground/fault.js';
import { type Caused, oncePerCause } from './cause.js';
import type { Law } from './law.js';
import { stated } from './stated.js';
import { storedOtherwise } from './stored-histograms.js';
import { inEach } from './apart.js';

/** The names under which an application's Prometheus has series: scraped for it, for everybody, or recorded by it. */
export const available = (application: Application): readonly string[] => [
  ...scrapesOf(application).flatMap((scrape) => [...storedBy(scrape).keys()]),
  ...stored(application.platform).keys(),
  ...application.groups.flatMap(({ records }) => records.map(({ record }) => record)),
  // Whoever evaluates alerts stores which are pending and which fire.
  ...(application.groups.some(({ alerts }) => alerts.length > 0) ? ['ALERTS', 'ALERTS_FOR_STATE'] : []),
];

/** Why a metric that a scrape knows has no series nevertheless: somebody has it dropped. */
const dropped = (application: Application, name: string): Pick<Fault, 'why' | 'cure'> | undefined => {
  const [by] = scrapesOf(application).filter(({ metrics }) => stored(metrics).has(name));
  const pattern = by && dropping(name, by.drop);
  return pattern === undefined
    ? undefined
    : {
        why: `which scrape ${by?.name} drops`,
        cure: `take ${pattern} out of the drop.metrics of that scrape, or read what it stores`,
      };
};

/** What of it has no series. Of a histogram that is stored otherwise than it is read another law tells. */
const foreign = (application: Application, expr: Expr, known: ReadonlySet<string>): readonly string[] =>
  selectors(expr)
    .filter(
      (each) =>
        // What names no metric may read any.
        each.metric.name !== '' &&
        !known.has(each.metric.name) &&
        storedOtherwise(application, each).length === 0,
    )
    .map(({ metric }) => metric.name);

const unscraped = (application: Application): readonly Caused[] => {
  const names = available(application);
  const known = new Set(names);
  // of one name there may be hundreds of readers
  const found = new Map<string, string | undefined>();
  const nearestTo = (name: string): string | undefined => {
    if (!found.has(name)) found.set(name, nearest(name, names));
    return found.get(name);
  };
  return stated(application).flatMap(({ at, reader, expr }) =>
    [...new Set(foreign(application, expr, known))].map((name) => {
      const meant = nearestTo(name);
      const instead = meant === undefined ? '' : `, or read ${meant}`;
      const gone = dropped(application, name);
      const { why, cure } = gone ?? {
        why: `which nothing that ${application.name} scrapes exports`,
        cure: `add its catalogue to a scrape, an exporter or the platform of the application${instead}`,
      };
      const fault = {
        where: at,
        what: print(expr),
        code: gone === undefined ? ('no-such-metric' as const) : ('dropped-though-read' as const),
        why: `${reader} reads ${name}, ${why}`,
        cure,
      };
      // Without a name that is meant, it is a catalogue that is missing, perhaps of many metrics.
      return {
        fault,
        cause: gone === undefined && meant === undefined ? 'a catalogue' : name,
        hit: reader,
      };
    }),
  );
};

/** A metric that nobody scrapes has no series: its alert cannot fire, its panel stays empty. */
export const everyMetricIsScraped: Law = inEach(({ applications }) =>
  oncePerCause(applications.flatMap(unscraped)),
);

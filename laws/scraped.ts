import { type Application, scrapesOf } from '../application/application.js';
import { metricsOf } from '../application/scrape.js';
import { nearest } from '../ground/nearest.js';
import { selectors } from '../promql/expr/ast.js';
import { print } from '../promql/expr/print.js';
import { stored } from '../promql/metric/catalog.js';
import type { Fault } from '../ground/fault.js';
import type { Law } from './law.js';
import { stated } from './stated.js';

/** The names under which an application's Prometheus has series: scraped for it, for everybody, or recorded by it. */
const available = (application: Application): readonly string[] => [
  ...stored([...scrapesOf(application).flatMap(metricsOf), ...application.platform]).keys(),
  ...application.groups.flatMap(({ records }) => records.map(({ record }) => record)),
];

const unscraped = (application: Application): readonly Fault[] => {
  const names = available(application);
  const known = new Set(names);
  return stated(application).flatMap(({ at, reader, expr }) =>
    [...new Set(selectors(expr).map(({ metric }) => metric.name))]
      .filter((name) => !known.has(name))
      .map((name) => {
        const meant = nearest(name, names);
        const instead = meant === undefined ? '' : `, or read ${meant}`;
        return {
          where: at,
          what: print(expr),
          why: `${reader} reads ${name}, which nothing that ${application.name} scrapes exports`,
          cure: `add its catalogue to a scrape, an exporter or the platform of the application${instead}`,
        };
      }),
  );
};

/** A metric that nobody scrapes has no series: its alert cannot fire, its panel stays empty. */
export const everyMetricIsScraped: Law = ({ applications }) => applications.flatMap(unscraped);

import { type Application, scrapesOf } from '#application/application.js';
import { type OptionalPart, optionalParts } from '#application/platform-parts.js';
import { storedBy } from '#application/scrape.js';
import { selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { type Caused, oncePerCause } from '#laws/cause.js';
import type { Law } from '#laws/law.js';
import { stated } from '#laws/stated.js';
import { platformLaw } from './law.js';
import { inEach } from '#laws/apart.js';

/** What an application reads of a part that is off, and does not scrape by itself. */
const missed = (application: Application, part: OptionalPart, cluster: string): readonly Caused[] => {
  const own = scrapesOf(application).map((scrape) => storedBy(scrape));
  return stated(application).flatMap(({ at, reader, expr }) =>
    [...new Set(selectors(expr).map(({ metric }) => metric.name))]
      .filter((name) => part.metrics.has(name) && !own.some((each) => each.has(name)))
      .map((name) => ({
        cause: part.name,
        hit: reader,
        fault: {
          where: at,
          what: print(expr),
          code: 'exporter-not-there',
          why: `${reader} reads ${name}, which ${part.name} tells, and the platform of ${cluster} has none`,
          cure: `give the platform ${part.field}: { … }, or read what the application exports itself`,
        },
      })),
  );
};

/** What is read of an exporter that a platform leaves off has no series, whatever happens. */
export const everyExporterThatIsReadIsThere: Law = inEach(
  platformLaw((platform, { applications, cluster }) =>
    oncePerCause(
      optionalParts
        .filter(({ field }) => platform[field] === undefined)
        .flatMap((part) => applications.flatMap((each) => missed(each, part, cluster.name))),
    ),
  ),
);

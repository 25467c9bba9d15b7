import { atField } from '#ground/field.js';
import { type Application, scrapesOf, serviceScrapesOf } from '#application/application.js';
import type { Service } from '#application/service.js';
import type { Law } from './law.js';
import { across } from './apart.js';

/** The places in which a Service is. */
const placesOf = ({ name, namespaces }: Service): readonly string[] =>
  namespaces.map((namespace) => `${namespace}/${name}`);

/** A scrape that asks through an exporter, and where that is. */
const askingIn = (application: Application) =>
  scrapesOf(application).flatMap((scrape) => {
    const exporter = scrape.of === 'targets' ? scrape.through?.exporter : undefined;
    return exporter === undefined
      ? []
      : [{ by: application.name, scrape: scrape.name, exporter: exporter.name, at: placesOf(exporter) }];
  });

/**
 * While an exporter that is asked about others fails, `up` is 0 of each of them: that all of them are well is told by its own scrape alone,
 * which has failed, too.
 */
export const everyExporterThatIsAskedThroughIsScraped: Law = across({
  summary: ({ applications }) => ({
    scraped: applications.flatMap((each) =>
      serviceScrapesOf(each).flatMap(({ services }) => services.flatMap(placesOf)),
    ),
    asking: applications.flatMap(askingIn),
  }),
  judge: (all) => {
    const scraped = new Set(all.flatMap((each) => each.scraped));
    return all
      .flatMap(({ asking }) => asking)
      .filter(({ at }) => !at.some((each) => scraped.has(each)))
      .map(({ by, scrape, exporter }) => ({
        where: atField(`${by}/scrape-${scrape}`, 'through.exporter'),
        what: exporter,
        code: 'nobody-watches',
        why: `nobody scrapes the exporter ${exporter} itself, by which ${scrape} asks: where it stops, all of its targets look as if they had`,
        cure: `add it to the exporters of ${by}, or a scrape of its Service`,
      }));
  },
});

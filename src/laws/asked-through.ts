import { atField } from '#ground/field.js';
import { type Application, scrapesOf, serviceScrapesOf } from '#application/application.js';
import type { Service } from '#application/service.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';

const isSame = (one: Service, other: Service): boolean =>
  one.name === other.name && one.namespaces.some((namespace) => other.namespaces.includes(namespace));

const faults = (application: Application, scraped: readonly Service[]): readonly Fault[] =>
  scrapesOf(application).flatMap((scrape) => {
    const exporter = scrape.of === 'targets' ? scrape.through?.exporter : undefined;
    return exporter === undefined || scraped.some((each) => isSame(each, exporter))
      ? []
      : [
          {
            where: atField(`${application.name}/scrape-${scrape.name}`, 'through.exporter'),
            what: exporter.name,
            code: 'nobody-watches',
            why: `nobody scrapes the exporter ${exporter.name} itself, by which ${scrape.name} asks: where it stops, all of its targets look as if they had`,
            cure: `add it to the exporters of ${application.name}, or a scrape of its Service`,
          },
        ];
  });

/**
 * While an exporter that is asked about others fails, `up` is 0 of each of them: that all of them are well is told by its own scrape alone,
 * which has failed, too.
 */
export const everyExporterThatIsAskedThroughIsScraped: Law = ({ applications }) => {
  const scraped = applications.flatMap((each) => serviceScrapesOf(each).flatMap(({ services }) => services));
  return applications.flatMap((each) => faults(each, scraped));
};

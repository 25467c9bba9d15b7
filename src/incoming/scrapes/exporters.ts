import { scrape } from '#application/scrape.js';
import { type DraftScrape, type Drafted, all, attempted } from './draft.js';
import { usual } from './services.js';

/** The exporters that are asked about others and that nobody asks about themselves: they are scraped too, so that it is told when they are gone. */
export const exportersThemselves = (scrapes: readonly DraftScrape[]): Drafted => {
  const asked = scrapes.flatMap(({ made, place }) =>
    made.of === 'targets' && made.through ? [{ ...made.through, place }] : [],
  );
  const isScraped = (name: string, namespace: string): boolean =>
    scrapes.some(
      ({ made }) =>
        made.of === 'services' &&
        made.services.some((each) => each.name === name && each.namespaces.includes(namespace)),
    );
  const alone = asked.filter(({ exporter }) => !isScraped(exporter.name, exporter.namespaces[0]));
  const once = [...new Map(alone.map((each) => [JSON.stringify(each.exporter), each])).values()];
  return all(
    once.map(({ exporter, port, place }) => {
      const what = `scrape ${exporter.name}`;
      const given = { port, interval: usual, metrics: [] } as const;
      const draft = attempted(what, place, () => ({
        made: scrape(exporter, given),
        place,
        services: [exporter],
        word: 'scrape',
        given,
      }));
      return {
        ...draft,
        changed: [
          {
            what,
            place,
            why: 'nobody asked the exporter about itself, and where it stops all of its targets look as if they had',
          },
        ],
      };
    }),
  );
};

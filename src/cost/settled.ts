import type { Application } from '#application/application.js';
import type { Scrape } from '#application/scrape.js';
import { question } from '#application/later/question.js';
import { type Readers, readersOf } from '#application/used/readers.js';
import { keepList, usedOf } from '#application/used/used.js';
import { scrapesOf } from '#application/application.js';
import { derivedLimit } from './limit.js';

const asSettled = <S extends Scrape>(scrape: S, readers: () => Readers): S => {
  const { reckoned } = scrape;
  if (reckoned === undefined) return scrape;
  const used = usedOf(scrape, readers());
  const kept = reckoned.keep === 'used' ? keepList(used) : undefined;
  return {
    ...scrape,
    ...(kept && { kept }),
    ...(reckoned.sampleLimit === 'derived' && {
      intake: { ...scrape.intake, sampleLimit: derivedLimit(scrape, used) },
    }),
  };
};

/** Whether something of its scrapes follows from who reads them. */
const isReckoned = question('is something reckoned', (application): boolean =>
  scrapesOf(application).some(({ reckoned }) => reckoned !== undefined),
);

/**
 * The applications of one place, with what follows of their scrapes from all of them: which metrics are kept, and how many series a target may have.
 * Applications that ask for neither are handed back as they are; for one that asks, all are made. Whoever shares a Prometheus is to be given at once: what an application reads of
 * another is kept only where both are here.
 *
 * @param beside asked where something is reckoned: applications that read it from elsewhere: of other clusters, whose rules and panels ask all of them at once.
 */
export const settled = (
  applications: readonly Application[],
  beside: () => readonly Application[] = () => [],
): readonly Application[] => {
  let known: Readers | undefined;
  const readers = (): Readers => (known ??= readersOf([...applications, ...beside()]));
  return applications.map((each) =>
    !isReckoned(each)
      ? each
      : {
          ...each,
          scrapes: each.scrapes.map((scrape) => asSettled(scrape, readers)),
          exporters: each.exporters.map((exporter) => ({
            ...exporter,
            scrape: asSettled(exporter.scrape, readers),
          })),
        },
  );
};

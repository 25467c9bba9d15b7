import { type Application, scrapesOf } from '#application/application.js';
import { type Scrape, jobName } from '#application/scrape.js';
import type { Fault } from '#ground/fault.js';

/** The job by which a Prometheus scrapes itself. */
export const itself = 'prometheus';

/** The servers of a host that are scraped because alerts depend on them, as Compose calls them; each is a job of its name. */
export const servers = [itself, 'alertmanager'] as const;

const scrapedBesides: Readonly<Record<(typeof servers)[number], string>> = {
  [itself]: 'by which Prometheus scrapes itself',
  alertmanager: 'by which Prometheus scrapes the Alertmanager of the host',
};

const another = 'give it another one, by `job`';

/** Prometheus takes one job of a name: scrapes that are called like another, or like one of the host's own. */
export const jobFaults = (application: Application): readonly Fault[] => {
  const scrapes = scrapesOf(application);
  const firstOf = (scrape: Scrape) => scrapes.find((each) => jobName(each) === jobName(scrape));
  return scrapes.flatMap((scrape) => {
    const [job, first] = [jobName(scrape), firstOf(scrape)];
    return [
      ...servers
        .filter((server) => server === job)
        .map((server) => ({
          where: `scrapes.${scrape.name}`,
          what: job,
          code: 'name-twice' as const,
          why: `its job is ${job}, ${scrapedBesides[server]}`,
          cure: another,
        })),
      ...(first && first !== scrape
        ? [
            {
              where: `scrapes.${scrape.name}`,
              what: job,
              code: 'name-twice' as const,
              why: `its job is ${job}, that of scrape ${first.name} too`,
              cure: another,
            },
          ]
        : []),
    ];
  });
};

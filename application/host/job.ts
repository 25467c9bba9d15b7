import { type Application, scrapesOf } from '../application.js';
import type { Scrape } from '../scrape.js';
import type { Fault } from '../../ground/fault.js';

/** The job by which a Prometheus scrapes itself. */
export const itself = 'prometheus';

/** What the job of a scrape is called: as its series are to be. */
export const jobName = ({ name, job = name }: Scrape): string => job;

const another = 'give it another one, by `job`';

/** Prometheus takes one job of a name: scrapes that are called like another, or like the one of itself. */
export const jobFaults = (application: Application): readonly Fault[] => {
  const scrapes = scrapesOf(application);
  const firstOf = (scrape: Scrape) => scrapes.find((each) => jobName(each) === jobName(scrape));
  return scrapes.flatMap((scrape) => {
    const [job, first] = [jobName(scrape), firstOf(scrape)];
    return [
      ...(job === itself
        ? [
            {
              where: `scrapes.${scrape.name}`,
              what: job,
              why: `its job is ${job}, by which Prometheus scrapes itself`,
              cure: another,
            },
          ]
        : []),
      ...(first && first !== scrape
        ? [
            {
              where: `scrapes.${scrape.name}`,
              what: job,
              why: `its job is ${job}, that of scrape ${first.name} too`,
              cure: another,
            },
          ]
        : []),
    ];
  });
};

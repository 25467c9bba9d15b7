import { scrapesOf } from '#application/application.js';
import type { Scrape } from '#application/scrape.js';
import type { Law } from '#laws/law.js';
import { inEach } from '#laws/apart.js';

/** What a scrape asks for that vmagent does not do, by the word of the description. */
const strange = ({ histograms, intake }: Scrape): readonly string[] => [
  ...Object.keys(histograms),
  ...(intake.labelLimit === undefined ? [] : ['labelLimit']),
];

/** vmagent keeps histograms as they are told, and has no limit of labels in the kinds of its operator. */
export const everyScrapeIsDoneByVmagent: Law = inEach(({ applications, cluster }) => {
  const engine = cluster?.platform.engine;
  if (engine?.name !== 'victoriametrics' || engine.scrapesBy !== 'vmagent') return [];
  return applications.flatMap((application) =>
    scrapesOf(application).flatMap((scrape) =>
      strange(scrape).map((setting) => ({
        where: `${application.name}/scrapes.${scrape.name}`,
        what: setting,
        code: 'not-for-vmagent' as const,
        why: `${scrape.name} says ${setting}, which vmagent does not do`,
        cure: "leave it out, or write scrapesBy: 'prometheus'",
      })),
    ),
  );
});

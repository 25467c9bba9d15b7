import type { Duration } from '#ground/duration.js';
import { staticScrape } from '#application/scrape/static.js';
import type { StaticTarget } from '#application/scrape/static-target.js';
import type { Service } from '#application/service.js';
import type { Around, Settings } from '#incoming/settings/settings.js';
import { type Names, askedSo } from './asking.js';
import { type Drafted, attempted, nothing, unsaid } from './draft.js';
import type { Step } from './relabelings.js';
import { askedThrough, named, throughOf } from './through.js';

/** What is known where targets are written as scrapes. */
export interface Surroundings extends Omit<Around, 'owner' | 'of'> {
  /** Services that are declared already. */
  readonly declared: readonly Service[];
}

/** Targets that are written down, and how they are asked. */
interface Listed {
  readonly name: string;
  readonly what: string;
  readonly place: { readonly file: string; readonly line: number };
  readonly job: string;
  readonly namespace: string;
  readonly targets: readonly StaticTarget[];
  readonly steps: readonly Step[];
  readonly names: Names;
  readonly settings: Settings;
  readonly interval: Duration;
  /** The address of an exporter that is asked about them, where that is said apart. */
  readonly prober?: string;
}

/** The scrape of targets that are written down. */
export const drafted = (listed: Listed, { form, declared }: Surroundings): Drafted => {
  const { what, place, settings, targets, namespace, job, names } = listed;
  const asked = askedSo(settings, settings, names, form, listed.interval);
  const { address = listed.prober, left } = askedThrough(listed.steps);
  const name = named(listed.name);
  const [first, ...others] = targets;
  if (!first)
    return {
      ...nothing,
      leftOut: [
        {
          what,
          place,
          why: 'its targets are not written down: write scrape(service(…), …) or podScrape(pods(…), …)',
        },
      ],
    };
  const { path, ...rest } = asked.given;
  const draft = attempted(what, place, () => {
    const through = address === undefined ? undefined : throughOf(address, namespace, declared);
    const given = {
      namespace,
      ...(job !== name && { job }),
      targets: [first, ...others] satisfies [StaticTarget, ...StaticTarget[]],
      ...(through && { through }),
      ...(path !== undefined && !(through && path === '/probe') && { path }),
      ...rest,
    };
    return {
      made: staticScrape(name, given),
      place,
      services: through ? [through.exporter] : [],
      word: 'staticScrape',
      given,
      of: { name },
    };
  });
  return {
    ...draft,
    leftOut: [...draft.leftOut, ...unsaid(what, place, [...left, ...asked.left], settings)],
  };
};

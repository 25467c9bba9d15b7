import type { Fault } from '#ground/fault.js';
import { twice } from '#ground/repeated.js';
import type { Scrape } from '#application/scrape.js';
import type { Instrumentation } from './instrumentation.js';

/** Where Prometheus asks for what a module exports. */
const pathsOf = ({ catalogs }: Instrumentation, scrapes: readonly Scrape[]): readonly string[] => {
  const own = new Set(catalogs.flatMap((each) => Object.values(each).map(({ info }) => info.name)));
  const asked = scrapes.filter(({ metrics }) =>
    metrics.some((each) => Object.values(each).some(({ info }) => own.has(info.name))),
  );
  return [...new Set(asked.map(({ path }) => path))];
};

/** The same module, told at the path at which it is scraped: that stands once, in the scrape. */
export const scrapedAt = (described: Instrumentation, scrapes: readonly Scrape[]): Instrumentation => {
  const [path = described.paths.metrics] = pathsOf(described, scrapes);
  return { ...described, paths: { ...described.paths, metrics: path } };
};

/** Modules of which no scrape reads anything, as one fault: where a scrape has lost its catalogues all of them are. */
const unscraped = (modules: readonly Instrumentation[]): readonly Fault[] => {
  const names = modules.map(({ name }) => name).join(', ');
  return modules.length === 0
    ? []
    : [
        {
          where: `instrumentation.${names}`,
          what: names,
          code: 'module-unscraped',
          why: `no scrape reads anything of what ${modules.length === 1 ? 'it exports' : 'they export'}`,
          cure: `give ${modules.length === 1 ? 'one of its catalogues' : 'their catalogues'} to the scrape that asks: metrics: […]`,
        },
      ];
};

/** Modules that nobody scrapes, that are asked at two places, or of which two would be written into one folder. */
export const scrapedFaults = (
  all: readonly Instrumentation[],
  scrapes: readonly Scrape[],
): readonly Fault[] => [
  ...unscraped(all.filter((each) => pathsOf(each, scrapes).length === 0)),
  ...all.flatMap((each): readonly Fault[] => {
    const paths = pathsOf(each, scrapes);
    return paths.length < 2
      ? []
      : [
          {
            where: `instrumentation.${each.name}`,
            what: paths.join(', '),
            code: 'module-unscraped',
            why: `it is asked at ${paths.join(' and ')}, and answers at one path`,
            cure: 'make a module of what each exports, or scrape both at one path',
          },
        ];
  }),
  ...twice(all.map(({ name }) => name)).map((name): Fault => ({
    where: 'instrumentation',
    what: name,
    code: 'name-twice',
    why: `two modules are called ${name}, and both would be written into one folder`,
    cure: 'give one of them another name',
  })),
];

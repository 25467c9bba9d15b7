import type { ApplicationMeant, ExporterMeant, ScrapeMeant, ServiceMeant } from '#review/meaning/meaning.js';
import type { One } from './finding.js';
import { paired, without } from './paired.js';
import { secondsIn } from './seconds.js';

const one = (subject: string, text: string, isWorse = false, details: readonly string[] = []): One => ({
  ...{ kind: 'scrape', subject, text, details, isWorse },
  severity: '',
});

const instead = (what: string, before: string, after: string): readonly string[] =>
  before === after ? [] : [`${what} ${after || 'none'} instead of ${before || 'none'}`];

const scrapeChanges = (before: ScrapeMeant, after: ScrapeMeant): readonly string[] => [
  ...(before.job === after.job
    ? []
    : [
        `its job is ${after.job} instead of ${before.job}: the series of before end, and what looks back over days sees nothing of them`,
      ]),
  ...instead('asked at', before.path, after.path),
  ...instead('at port', before.port, after.port),
  ...instead('every', before.interval, after.interval),
  ...without(before.targets, after.targets).map((each) => `no longer asks ${each}`),
  ...without(after.targets, before.targets).map((each) => `asks ${each}`),
  ...instead('takes:', before.takes, after.takes),
];

const isLess = (before: ScrapeMeant, after: ScrapeMeant): boolean =>
  without(before.targets, after.targets).length > 0 || secondsIn(after.interval) > secondsIn(before.interval);

const scrapeFindings = (before: readonly ScrapeMeant[], after: readonly ScrapeMeant[]): readonly One[] => {
  const { both, gone, come } = paired(before, after, ({ name }) => name);
  return [
    ...gone.map(({ name, job }) => one(name, `is no longer scraped: the series of job ${job} end`, true)),
    ...both.flatMap(([was, is]) => {
      const changes = scrapeChanges(was, is);
      return changes.length > 0 ? [one(is.name, 'is scraped otherwise', isLess(was, is), changes)] : [];
    }),
    ...come.map((each) => one(each.name, `is scraped: ${each.path} every ${each.interval}, job ${each.job}`)),
  ];
};

const serviceText = ({ ports, namespaces }: ServiceMeant): string =>
  `${ports.join(', ')} in ${namespaces.join(', ')}`;
const exporterText = ({ image, port }: ExporterMeant): string => `${image}, port ${port}`;

const listed = <T extends { readonly name: string }>(
  what: string,
  before: readonly T[],
  after: readonly T[],
  textOf: (each: T) => string,
): readonly One[] => {
  const { both, gone, come } = paired(before, after, ({ name }) => name);
  return [
    ...gone.map(({ name }) => one(name, `is a ${what} no more`, true)),
    ...both.flatMap(([was, is]) =>
      textOf(was) === textOf(is)
        ? []
        : [one(is.name, `is a ${what} of ${textOf(is)} instead of ${textOf(was)}`)],
    ),
    ...come.map((each) => one(each.name, `is a new ${what}: ${textOf(each)}`)),
  ];
};

/** In what scrapes, Services and exporters of an application differ. */
export const scrapingFindings = (before: ApplicationMeant, after: ApplicationMeant): readonly One[] => [
  ...scrapeFindings(before.scrapes, after.scrapes),
  ...listed('Service', before.services, after.services, serviceText),
  ...listed('exporter', before.exporters, after.exporters, exporterText),
];

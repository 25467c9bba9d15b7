import { type Application, scrapesOf } from '#application/application.js';
import { type Scrape, jobName } from '#application/scrape.js';
import { type Readers, readersOf } from '#application/used/readers.js';
import { type Used, usedOf } from '#application/used/used.js';
import { guessedIn } from '#cost/limit.js';
import type { Fault } from '#ground/fault.js';
import { matchesWhole } from '#promql/metric/re2.js';
import { across } from './apart.js';
import type { Law, OwnLaw } from './law.js';

/** The scrapes of which something is reckoned, each with what of it is read. */
const reckoned = (
  applications: readonly Application[],
): readonly {
  readonly at: string;
  readonly scrape: Scrape;
  readonly used: Used;
  readonly readers: Readers;
}[] => {
  const asked = applications.flatMap((each) =>
    scrapesOf(each)
      .filter((scrape) => scrape.reckoned !== undefined)
      .map((scrape) => ({ at: `${each.name}/scrape-${scrape.name}`, scrape })),
  );
  if (asked.length === 0) return [];
  const readers = readersOf(applications);
  return asked.map(({ at, scrape }) => ({ at, scrape, used: usedOf(scrape, readers), readers }));
};

const ofEverything = (at: string, { name }: Scrape, { everything }: Used): Fault => ({
  where: at,
  what: name,
  code: 'keep-list-of-everything',
  why: `${[...new Set(everything.map(({ reader }) => reader))].join(', ')} may read any metric of it, so that nothing of it could be dropped`,
  cure: "name the metrics that are read there, or leave keep: 'used' out",
});

/** Jobs that rules and dashboards of kube-prometheus-stack read, by metrics that nobody declares here. */
const jobsOfChart = ['node-exporter', 'kube-state-metrics', 'kubelet', 'apiserver', 'coredns'];

const ofChart = (at: string, scrape: Scrape): Fault => ({
  where: at,
  what: jobName(scrape),
  code: 'keep-list-of-everything',
  why: `the chart's own rules and dashboards read the job ${jobName(scrape)}, and of which of its metrics is not known here`,
  cure: "give it another job, say rules: 'none' of the platform, or leave keep: 'used' out",
});

/** Who reads a name, as far as it is known. */
const readersOfName = ({ reads }: Readers, name: string): string =>
  [...new Set(reads.filter(({ names }) => matchesWhole(names, name)).map(({ reader }) => reader))]
    .slice(0, 3)
    .join(', ');

const ofDropped = (at: string, scrape: Scrape, used: Used, readers: Readers): readonly Fault[] => {
  const { kept } = scrape;
  const isKept = (name: string): boolean => (kept ?? []).some((pattern) => matchesWhole(pattern, name));
  const dropped = [...used.names].filter((name) => !isKept(name));
  return dropped.map((name) => ({
    where: at,
    what: name,
    code: 'dropped-though-read',
    why: `${readersOfName(readers, name) || name} reads ${name}, which scrape ${scrape.name} does not keep`,
    cure: 'reckon all at once that one Prometheus holds: settled([shop, billing]), and make each of what comes back',
  }));
};

const ofNothing = (at: string, { name }: Scrape): Fault => ({
  where: at,
  what: name,
  code: 'setting-for-nothing',
  why: 'no rule, panel or variable reads what it brings, so that of each target nothing but up is kept',
  cure: "leave the scrape out, or leave keep: 'used' out until something reads it",
  isHint: true,
});

/** A law on scrapes of which something is reckoned, by all that anything of the place reads: where there is none, nobody is asked what he reads. */
const ofReckoned = (isOne: (scrape: Scrape) => boolean, law: OwnLaw): Law =>
  across({
    summary: ({ applications }) =>
      applications.flatMap(scrapesOf).some(isOne) ? { isReckoned: true } : undefined,
    judge: (all) => (all.length > 0 ? undefined : []),
    whole: law,
  });

/** A scrape that keeps what is used keeps all that anything of the place reads: rules, panels, variables, annotations, whosever they are. */
export const everyKeepListKeepsWhatIsRead: Law = ofReckoned(
  ({ reckoned }) => reckoned?.keep === 'used',
  ({ applications, cluster }) =>
    reckoned(applications)
      .filter(({ scrape }) => scrape.reckoned?.keep === 'used')
      .flatMap(({ at, scrape, used, readers }) => {
        if (used.everything.length > 0) return [ofEverything(at, scrape, used)];
        if (cluster && cluster.platform.rules !== 'none' && jobsOfChart.includes(jobName(scrape)))
          return [ofChart(at, scrape)];
        const faults = ofDropped(at, scrape, used, readers);
        return faults.length === 0 && used.names.size + used.others.length === 0
          ? [ofNothing(at, scrape)]
          : faults;
      }),
);

/** A limit that is derived rests on what is said: one that rests on a guess would fail a scrape that is well. */
export const everyDerivedLimitIsSaid: Law = ofReckoned(
  ({ reckoned }) => reckoned?.sampleLimit === 'derived',
  ({ applications }) =>
    reckoned(applications)
      .filter(({ scrape }) => scrape.reckoned?.sampleLimit === 'derived')
      .flatMap(({ at, scrape, used }) => {
        const guessed = guessedIn(scrape, used);
        return guessed.length === 0
          ? []
          : [
              {
                where: at,
                what: scrape.name,
                code: 'limit-on-a-guess' as const,
                why: `its limit follows from how many series a target has, and nobody says ${guessed.join(', ')}`,
                cure: `say it under expects, as it is at the most, or write a number: sampleLimit: 10_000`,
              },
            ];
      }),
);

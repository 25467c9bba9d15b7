import { type Text, textOf } from '#synth/publishing/content.js';
import { type Between, objectsIn } from './change.js';

/** Kinds by which something is scraped. */
const scraping = [
  ...['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'],
  ...['VMServiceScrape', 'VMPodScrape', 'VMProbe', 'VMStaticScrape'],
];

/** As relabelings write it that name a job in so many words. */
const written = /targetLabel: job\n +replacement: (\S+)/g;
/** The Services, or pods, that it selects: their names are the job where nothing else says it. */
const selected = /^ {2}selector:\n {4}matchLabels:\n((?: {6}\S+: \S+\n)+)/m;

/**
 * The jobs that an object of such a kind gives its series, as far as its text tells: in so many words, else by what it selects, which is the
 * name of its Service in what is made here; else its own name.
 */
const jobsOf = (name: string, text: string): readonly string[] => {
  const said = [...text.matchAll(written)].map(([, job = '']) => job);
  if (said.length > 0) return said;
  const [, labels = ''] = selected.exec(text) ?? [];
  const values = [...labels.matchAll(/: (\S+)\n/g)].map(([, value = '']) => value);
  return values.length > 0 ? values.slice(0, 1) : [name];
};

const jobsIn = (files: ReadonlyMap<string, Text>): ReadonlyMap<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { folder, kind, name, text } of objectsIn(files)) {
    if (!scraping.includes(kind)) continue;
    const here = found.get(folder) ?? new Set();
    for (const job of jobsOf(name, textOf(text))) here.add(job);
    found.set(folder, here);
  }
  return found;
};

/** Jobs of a folder that end, and those that begin. A folder that goes as a whole is told as that. */
export const jobsChangedIn = ({
  before,
  after,
}: Between): readonly {
  readonly folder: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}[] => {
  const [was, is] = [jobsIn(before), jobsIn(after)];
  return [...was].flatMap(([folder, jobs]) => {
    const now = is.get(folder);
    if (now === undefined) return [];
    const gone = [...jobs].filter((job) => !now.has(job));
    return gone.length > 0 ? [{ folder, gone, come: [...now].filter((job) => !jobs.has(job)) }] : [];
  });
};

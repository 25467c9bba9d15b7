import { prometheusGroup } from '#alerts/rule/prometheus.js';
import { type Application, scrapesOf } from '#application/application.js';
import { ruleContext } from '#application/rule-context.js';
import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { jobs } from '#hosts/prometheus/job.js';
import { faster } from '#rehearsal/life/faster.js';
import { atAnotherTime } from '#rehearsal/life/clock.js';

/** A program that runs, and as whom Prometheus knows it. */
export interface Scraped {
  readonly application: Application;
  /** The scrape of the application that asks it. */
  readonly scrape: string;
  /** Which of the scrape's targets it is, by their labels: `{ service: 'waste-api' }`. Nothing where there is one. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Where the program answers, without a path: that is the scrape's. */
  readonly target: string;
  /** How many times as fast everything goes. */
  readonly factor: number;
}

/** No interval of the estate is this long: each job says its own. */
const unlike: Duration = '7d';

/** What the estate's operator gives a target of a Service beside what stands in the scrape. */
const ofPod = { pod: 'tried-6c5f8d7b9-x2z4k', container: 'tried' };

const isOf =
  (labels: Readonly<Record<string, string>>) =>
  (each: Readonly<Record<string, string>>): boolean =>
    Object.entries(labels).every(([label, value]) => each[label] === value);

/** The job as a host of the application has it, with its labels and its relabelings, which asks this one target in its place. */
const jobOf = ({ application, scrape: name, labels = {}, target, factor }: Scraped): object => {
  const scrapes = scrapesOf(application);
  const scrape = scrapes.find((each) => each.name === name);
  if (scrape === undefined)
    throw new Error(
      `${application.name} has no scrape ${name}: ${scrapes.map((each) => each.name).join(', ')}`,
    );
  const [job] = jobs(
    { ...application, scrapes: [scrape], exporters: [] },
    { interval: unlike, timeout: unlike },
  );
  if (job === undefined) throw new Error(`${name} has no job`);
  const { tls_config: _, basic_auth: __, authorization: ___, relabel_configs: ____, ...asked } = job;
  const known = job.static_configs.map((each): Readonly<Record<string, string>> => each.labels ?? {});
  const [first, second] = known.filter(isOf(labels));
  if (first === undefined || second !== undefined)
    throw new Error(
      `${first ? 'Several' : 'No'} targets of ${name} are ${JSON.stringify(labels)}: ${JSON.stringify(known)}`,
    );
  const { host, protocol } = new URL(target);
  const every = duration(inSeconds(scrape.interval) / factor);
  return {
    ...asked,
    scheme: protocol.slice(0, -1),
    scrape_interval: every,
    // A busy machine may take all the time that there is until the next one.
    scrape_timeout: every,
    static_configs: [{ targets: [host], labels: { ...(scrape.of === 'targets' ? {} : ofPod), ...first } }],
  };
};

/** The files of a Prometheus that scrapes the program alone, and evaluates all rules of its application. */
export interface Configuration {
  readonly config: string;
  readonly beside: Readonly<Record<string, string>>;
}

/**
 * The estate's own configuration of an application, so many times as fast. Windows, steps, offsets, `for` and `keep_firing_for`, intervals of
 * groups and of the scrape are divided; limits stay, since the program lives in real seconds: a rate is the same over a shorter window, but
 * a number of events in a window is not, and must happen within the shorter one.
 *
 * @param shift By how many seconds the clock of the rules is ahead, where they read the time of day.
 * @throws Error where the application has no such scrape, or the labels mean no target or several.
 */
export const configurationOf = (scraped: Scraped, shift = 0): Configuration => {
  const { application, factor } = scraped;
  const rules = application.groups.map((group) => {
    const { leavesInterval: _, ...evaluated } = group;
    const { rules: written, ...settings } = prometheusGroup(evaluated, ruleContext(application));
    const shifted = written.map((rule) => ({ ...rule, expr: atAnotherTime(rule.expr, shift) }));
    return { ...settings, rules: shifted };
  });
  return {
    config: JSON.stringify({ rule_files: ['rules.yml'], scrape_configs: [jobOf(scraped)] }),
    beside: { 'rules.yml': faster(JSON.stringify({ groups: rules }), factor) },
  };
};

import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { isObject } from '#ground/field.js';
import { listAt, textAt } from '#ground/json.js';
import { keyOfAsked } from '#rehearsal/life/asked.js';
import type { Life } from '#rehearsal/life/life.js';
import type { Target } from '#rehearsal/life/targets.js';

type Config = Readonly<Record<string, unknown>>;

/** What of a job speaks of how it is come to, which is by a proxy here; and of formats that nobody writes here. */
const left = [
  'static_configs',
  'scheme',
  'tls_config',
  'basic_auth',
  'authorization',
  'fallback_scrape_protocol',
];

const jobOf = (
  job: unknown,
  folder: string,
  proxy: string,
  targets: readonly Target[],
): readonly Config[] => {
  const name = textAt(job, 'job_name') ?? '';
  if (!targets.some((each) => each.job === name)) return [];
  const config = Object.entries(isObject(job) ? job : {}).filter(([field]) => !left.includes(field));
  const { scrape_interval } = isObject(job) ? job : {};
  return [
    {
      ...Object.fromEntries(config),
      // What answers is not faster than in life: it may take all the time that there is until the next one.
      ...(scrape_interval !== undefined && { scrape_timeout: scrape_interval }),
      proxy_url: proxy,
      file_sd_configs: [{ files: [join(folder, targetsFile(name))], refresh_interval: '1s' }],
    },
  ];
};

/** The file of a job's targets, which Prometheus follows. */
export const targetsFile = (job: string): string => `targets-${encodeURIComponent(job)}.json`;

/** What stands in it: whoever is found now. */
export const targetsText = (job: string, targets: readonly Target[], life: Pick<Life, 'isGone'>): string =>
  JSON.stringify(
    targets
      .filter((each) => each.job === job && !life.isGone(each))
      .map(({ address, labels }) => ({ targets: [address], labels })),
  );

export interface Here {
  /** The folder of files of rules and of targets. */
  readonly folder: string;
  readonly proxy: string;
  readonly targets: readonly Target[];
}

/**
 * prometheus.yml as it is read here: it finds rules and targets below a folder, and everybody by a proxy in the place of the network. Jobs
 * without any target are left out.
 */
export const prometheusConfig = (text: string, { folder, proxy, targets }: Here): string => {
  const config: unknown = parse(text);
  const { global, ...rest } = isObject(config) ? config : {};
  const every = textAt(config, 'global', 'scrape_interval');
  return stringify({
    ...rest,
    global: { ...(isObject(global) ? global : {}), ...(every !== undefined && { scrape_timeout: every }) },
    rule_files: listAt(config, 'rule_files').map((file) => join(folder, String(file))),
    alerting: {
      alertmanagers: listAt(config, 'alerting', 'alertmanagers').map((each) => ({
        ...(isObject(each) ? each : {}),
        proxy_url: proxy,
      })),
    },
    scrape_configs: listAt(config, 'scrape_configs').flatMap((job) => jobOf(job, folder, proxy, targets)),
  });
};

/** Where each of them answers. */
export const addresses = (targets: readonly Target[]): ReadonlyMap<string, Target> =>
  new Map(targets.map((each) => [keyOfAsked(each), each]));

import { type Duration, duration } from '#ground/duration.js';
import type { Written } from '#ground/yaml-objects.js';
import { type Yaml, fieldOf, itemsOf, textOf } from '#ground/yaml-tree.js';
import { staticScrape } from '#application/scrape/static.js';
import type { StaticTarget } from '#application/scrape/static-target.js';
import type { Through } from '#application/scrape/through.js';
import { type Service, service } from '#application/service.js';
import { secondsIn } from '#promql/expr/length.js';
import { type Around, type Settings, settingsOf } from '#incoming/settings/settings.js';
import { type Names, askedSo, ofJob, ofMonitor, ofScrapeConfig } from './asking.js';
import { type Drafted, attempted, nothing, unsaid } from './draft.js';
import { textAt, textsIn } from './given.js';
import { type Step, handsOn, stepsOf, writes } from './relabelings.js';
import { usual } from './services.js';

interface Surroundings extends Omit<Around, 'owner' | 'of'> {
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

/** A name as Kubernetes takes it. */
const named = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '') || 'targets';

/** The steps by which an exporter is asked about targets, https://prometheus.io/docs/guides/multi-target-exporter/. */
const askedThrough = (
  steps: readonly Step[],
): { readonly address?: string; readonly left: readonly Step[] } => {
  const isParam = (each: Step): boolean =>
    handsOn(each) && each.sources[0] === '__address__' && each.target === '__param_target';
  const isInstance = (each: Step): boolean =>
    handsOn(each) && each.sources[0] === '__param_target' && each.target === 'instance';
  const isExporter = (each: Step): boolean => writes(each) && each.target === '__address__';
  const exporter = steps.find(isExporter);
  return exporter?.replacement !== undefined && steps.some(isParam)
    ? {
        address: exporter.replacement,
        left: steps.filter((each) => !isParam(each) && !isInstance(each) && each !== exporter),
      }
    : { left: steps };
};

/** The Service of an address in a cluster, `blackbox.monitoring.svc:9115`, or the container of one on a host; the one that is declared, if there is one. */
const throughOf = (address: string, namespace: string, declared: readonly Service[]): Through => {
  const [host = '', written = '80'] = address.replace(/^https?:\/\//, '').split(/[:/]/);
  const [called = '', space = namespace] = host.split('.');
  const [name, number] = [named(called), Number(written)];
  const known = declared.find((each) => each.name === name && each.namespaces.includes(space));
  const [port] = Object.entries(known?.ports ?? {}).find(([, each]) => each.port === number) ?? [];
  if (known && port !== undefined) return { exporter: known, port };
  const labels = { 'app.kubernetes.io/name': name };
  return { exporter: service(name, { namespaces: [space], labels, ports: { http: number } }), port: 'http' };
};

const drafted = (listed: Listed, { form, declared }: Surroundings): Drafted => {
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

const listedIn = (configs: readonly Yaml[], namespace: string) => {
  const targets = configs.flatMap((each) => {
    const { job: _, namespace: __, ...labels } = textsIn(fieldOf(each, 'labels'));
    return itemsOf(fieldOf(each, 'targets')).flatMap((target): readonly StaticTarget[] =>
      target.type === 'text'
        ? [{ address: target.text, ...(Object.keys(labels).length > 0 && { labels }) }]
        : [],
    );
  });
  const given = configs.map((each) => textsIn(fieldOf(each, 'labels')));
  return {
    targets,
    namespace: given.map((each) => each['namespace']).find((each) => each !== undefined) ?? namespace,
    job: given.map((each) => each['job']).find((each) => each !== undefined),
  };
};

const lengthOf = (text: string | undefined, otherwise: Duration): Duration => {
  const seconds = text === undefined ? undefined : secondsIn(text);
  return seconds === undefined ? otherwise : duration(seconds);
};

/** The jobs of a file of Prometheus whose targets are written down. */
export const ofConfiguration = (
  { root, file }: Written,
  namespace: string,
  around: Surroundings,
): readonly Drafted[] => {
  const interval = lengthOf(textAt(root, 'global', 'scrape_interval'), '1m');
  return itemsOf(fieldOf(root, 'scrape_configs')).map((each) => {
    const name = textOf(each, 'job_name') ?? '';
    const what = `job ${name}`;
    const settings = settingsOf(each, { ...around, file, owner: name, of: what });
    settings.text('job_name');
    const listed = listedIn(settings.items('static_configs'), namespace);
    const steps = stepsOf(settings.items('relabel_configs'), around.form);
    const place = { file, line: each.line };
    return drafted(
      { ...listed, name, what, place, job: listed.job ?? name, steps, names: ofJob, settings, interval },
      around,
    );
  });
};

/** A ScrapeConfig whose targets are written down. */
export const ofScrapeConfigObject = ({ root, file }: Written, around: Surroundings): Drafted => {
  const spec = fieldOf(root, 'spec');
  const [name = '', own = 'default'] = ['name', 'namespace'].map((field) => textAt(root, 'metadata', field));
  if (!spec) return nothing;
  const what = `ScrapeConfig ${name}`;
  const settings = settingsOf(spec, { ...around, file, owner: name, of: what });
  const listed = listedIn(settings.items('static_configs'), own);
  const jobName = settings.text('job_name');
  const steps = stepsOf(settings.items('relabelings'), around.form);
  const job = jobName ?? listed.job ?? `scrapeConfig/${own}/${name}`;
  return drafted(
    {
      ...listed,
      name,
      what,
      place: { file, line: root.line },
      job,
      steps,
      names: ofScrapeConfig,
      settings,
      interval: usual,
    },
    around,
  );
};

/** A Probe whose endpoints are written down: its exporter is asked about each. */
export const ofProbe = ({ root, file }: Written, around: Surroundings): Drafted => {
  const spec = fieldOf(root, 'spec');
  const [name = '', own = 'default'] = ['name', 'namespace'].map((field) => textAt(root, 'metadata', field));
  if (!spec) return nothing;
  const [what, place] = [`Probe ${name}`, { file, line: root.line }];
  const settings = settingsOf(spec, { ...around, file, owner: name, of: what });
  const prober = settings.below('prober');
  const [url, module] = [prober?.text('url') ?? '', settings.text('module')];
  prober?.text('path');
  const list = settings.below('targets')?.below('static_config');
  const labels = list?.texts('labels') ?? {};
  const targets = (list?.items('static') ?? []).flatMap((each): readonly StaticTarget[] =>
    each.type === 'text' ? [{ address: each.text, ...(Object.keys(labels).length > 0 && { labels }) }] : [],
  );
  const job = settings.text('job_name') ?? `probe/${own}/${name}`;
  const draft = drafted(
    {
      name,
      what,
      place,
      job,
      namespace: own,
      targets,
      steps: [],
      names: ofMonitor,
      settings: withModule(settings, module),
      interval: usual,
      prober: url,
    },
    around,
  );
  return draft.scrapes.length === 0
    ? draft
    : {
        ...draft,
        changed: [
          {
            what,
            place,
            why: 'its exporter is none of the application: a ScrapeConfig asks it, with the same labels',
          },
        ],
      };
};

/** The module is a parameter of the question. */
const withModule = (settings: Settings, module: string | undefined): Settings => ({
  ...settings,
  lists: (name) => ({
    ...settings.lists(name),
    ...(name === 'params' && module !== undefined && { module: [module] }),
  }),
});

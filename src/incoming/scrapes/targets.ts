import { type Duration, duration } from '#ground/duration.js';
import type { Written } from '#ground/yaml-objects.js';
import { type Yaml, fieldOf, itemsOf, textOf } from '#ground/yaml-tree.js';
import type { StaticTarget } from '#application/scrape/static-target.js';
import { secondsIn } from '#promql/expr/length.js';
import { type Settings, settingsOf } from '#incoming/settings/settings.js';
import { ofJob, ofMonitor, ofScrapeConfig } from './asking.js';
import { type Drafted, nothing } from './draft.js';
import { textAt, textsIn } from './given.js';
import { type Surroundings, drafted } from './listed.js';
import { stepsOf } from './relabelings.js';
import { usual } from './services.js';

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

import type { GivenFile } from '#ground/yaml-objects.js';
import type { Scrape } from '#application/scrape.js';
import type { Service } from '#application/service.js';
import { type Code, called, list, object, verbatim } from '#incoming/code/code.js';
import { declaration } from '#incoming/code/layout.js';
import { importsOf, moduleText } from '#incoming/code/module.js';
import { codeName } from '#incoming/code/names.js';
import { apart } from '#ground/apart.js';
import { quoted } from '#incoming/code/text.js';
import type { Changed, LeftOut } from '#incoming/plan/left-out.js';
import { plainCode } from '#incoming/settings/plain-code.js';
import { type NamedSecret, secretNames } from '#incoming/settings/secrets.js';
import { type DraftScrape, all, nothing } from './draft.js';
import { exportersThemselves } from './exporters.js';
import { givenScrapes } from './given.js';
import { ofPodMonitor } from './pods.js';
import { ofServiceMonitor } from './services.js';
import { ofConfiguration, ofProbe, ofScrapeConfigObject } from './targets.js';

/** The scrapes of an application as TypeScript. */
export interface ScrapesSource {
  /** `scrapes.ts`, which exports `services` and `scrapes`; empty where nothing came in. */
  readonly text: string;
  readonly scrapes: readonly Scrape[];
  readonly services: readonly Service[];
  readonly secrets: readonly NamedSecret[];
  readonly leftOut: readonly LeftOut[];
  /** What is written otherwise than it came in. */
  readonly changed: readonly Changed[];
}

/** Services by what they are, each once. */
const distinct = (scrapes: readonly DraftScrape[]): ReadonlyMap<string, Service> =>
  new Map(scrapes.flatMap(({ services }) => services.map((each) => [JSON.stringify(each), each])));

/** Scrapes of other names than those before them. */
const namedApart = (scrapes: readonly DraftScrape[]): readonly DraftScrape[] => {
  const seen = new Set<string>();
  return scrapes.filter(({ made }) => {
    const isNew = !seen.has(`${made.of} ${made.name}`);
    seen.add(`${made.of} ${made.name}`);
    return isNew;
  });
};

const serviceCode = ({ name, namespaces, labels, ports }: Service): Code => {
  const numbers = Object.entries(ports).map(([port, { port: number, targetPort }]) => [
    port,
    number === targetPort ? number : { port: number, targetPort },
  ]);
  return called(
    'service',
    verbatim(quoted(name)),
    plainCode({ namespaces, labels, ports: Object.fromEntries(numbers) }, new Set()),
  );
};

const scrapeCode = (
  { word, of, given, services, made }: DraftScrape,
  names: ReadonlyMap<string, string>,
  secrets: ReadonlySet<unknown>,
): Code => {
  const nameOf = (each: Service): Code => verbatim(names.get(JSON.stringify(each)) ?? '');
  const { through, ...plain } = given;
  const [exporter] = services;
  const port = made.of === 'targets' ? made.through?.port : undefined;
  const fields = Object.entries(plain).map(([name, value]) => [name, plainCode(value, secrets)] as const);
  const asked =
    through !== undefined && exporter
      ? [['through', object({ exporter: nameOf(exporter), port: verbatim(quoted(port ?? '')) })] as const]
      : [];
  const rest = object(Object.fromEntries([...fields.slice(0, 2), ...asked, ...fields.slice(2)]));
  if (of === undefined)
    return called(
      word,
      services.length === 1 && exporter ? nameOf(exporter) : list(services.map(nameOf)),
      rest,
    );
  return 'pods' in of
    ? called(word, called('pods', verbatim(quoted(of.pods.name)), plainCode(of.pods.given, new Set())), rest)
    : called(word, verbatim(quoted(of.name)), rest);
};

/**
 * The scrapes of an application, of ServiceMonitors, PodMonitors, Probes, ScrapeConfigs and jobs of a prometheus.yml that came in. What our words
 * do not say is left out, with the reason.
 *
 * @param namespace Whose targets are that are written down without one.
 */
export const scrapesSource = (
  files: readonly GivenFile[],
  application: string,
  namespace: string,
): ScrapesSource => {
  const { monitors, configurations, services: known } = givenScrapes(files);
  const secrets = secretNames(application);
  const operators = (file: string) => ({ form: 'AlertmanagerConfig' as const, file, secrets });
  const found = all(
    monitors.map((each) => {
      if (each.kind === 'ServiceMonitor') return ofServiceMonitor(each, known, operators(each.file));
      return each.kind === 'PodMonitor' ? ofPodMonitor(each, operators(each.file)) : nothing;
    }),
  );
  const declared = found.scrapes.flatMap(({ services }) => services);
  const listed = all([
    ...monitors.map((each) => {
      const around = { ...operators(each.file), declared };
      if (each.kind === 'Probe') return ofProbe(each, around);
      return each.kind === 'ScrapeConfig' ? ofScrapeConfigObject(each, around) : nothing;
    }),
    ...configurations.flatMap((each) =>
      ofConfiguration(each, namespace, { form: 'alertmanager.yml', file: each.file, secrets, declared }),
    ),
  ]);
  const drafts = all([found, listed, exportersThemselves([...found.scrapes, ...listed.scrapes])]);
  const scrapes = namedApart(drafts.scrapes);
  const services = distinct(scrapes);
  const codes = apart(
    [...services.values()].map(({ name }) => codeName(name)),
    ['services', 'scrapes', 'scrape', 'service'],
  );
  const names = new Map([...services.keys()].map((key, i) => [key, codes[i] ?? '']));
  const named = new Set<unknown>(secrets.all().map(({ secret }) => secret));
  const written = [...services].map(([key, each]) => [names.get(key) ?? '', serviceCode(each)] as const);
  const serviceList = list(codes.map(verbatim));
  const scrapeList = list(scrapes.map((each) => scrapeCode(each, names, named)));
  const parts = [...written, ['services', serviceList] as const, ['scrapes', scrapeList] as const];
  return {
    text:
      scrapes.length === 0
        ? ''
        : moduleText(
            importsOf(
              parts.map(([, code]) => code),
              {},
              codes,
            ),
            parts.map(([name, code]) => declaration(name, code)),
          ),
    scrapes: scrapes.map(({ made }) => made),
    services: [...services.values()],
    secrets: secrets.all(),
    leftOut: [
      ...drafts.leftOut,
      ...drafts.scrapes
        .filter((each) => !scrapes.includes(each))
        .map(({ made, place }) => ({
          what: `scrape ${made.name}`,
          place,
          why: 'another is called so already',
        })),
    ],
    changed: drafts.changed,
  };
};

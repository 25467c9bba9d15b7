import type { Application } from '#application/application.js';
import { type Exporter } from '#application/exporter/exporter.js';
import { collectorsOf } from '#application/tracing/collector.js';
import type { StaticScrape } from '#application/scrape/static.js';
import { probedBy } from './probed.js';
import { type Reached, reachedAt } from './reached.js';

type Labels = Readonly<Record<string, string>>;

/** What an application renders that runs: the pods of an exporter, of its agent for logs, of its collectors for traces. Policies of its own keep them apart. */
export interface Isolated {
  /** As its Deployment or DaemonSet is called. */
  readonly name: string;
  readonly namespace: string;
  /** By which its pods are found. */
  readonly labels: Labels;
  /** The namespace in which it looks for names. */
  readonly home: string;
  /** Where it goes; not known of an exporter that does not say so. */
  readonly reaches?: readonly Reached[];
}

/** What an exporter is asked about beside what it watches by itself. */
const askedThrough = ({ scrapes }: Application, { name, namespace }: Exporter): readonly StaticScrape[] =>
  scrapes.filter(
    (scrape): scrape is StaticScrape =>
      scrape.of === 'targets' &&
      scrape.through?.exporter.name === name &&
      scrape.through.exporter.namespaces.includes(namespace),
  );

const isKnown = (reached: Reached | undefined): reached is Reached => reached !== undefined;

/** Where an exporter goes: what it watches, and what it is asked about. Nothing is known where it says nothing, or an address names no port. */
const reachedBy = (application: Application, exporter: Exporter): readonly Reached[] | undefined => {
  if (exporter.reaches === undefined) return undefined;
  const through = askedThrough(application, exporter).flatMap(
    (scrape) => probedBy(exporter, scrape) ?? scrape.targets.map(({ address }) => reachedAt(address)),
  );
  const known = through.filter(isKnown);
  return known.length === through.length ? [...exporter.reaches, ...known] : undefined;
};

const ofExporter = (application: Application, exporter: Exporter): Isolated => {
  const { name, namespace, service } = exporter;
  const reaches = reachedBy(application, exporter);
  return { name, namespace, labels: service.selector, home: namespace, ...(reaches && { reaches }) };
};

/** All that an application renders that runs. */
export const isolatedOf = (application: Application): readonly Isolated[] => {
  const { name, namespace: home, agentNamespace: namespace, logs } = application;
  const agent = `${name}-${logs?.name ?? ''}`;
  return [
    ...application.exporters.map((exporter) => ofExporter(application, exporter)),
    ...(logs
      ? [
          {
            ...{ name: agent, namespace, home, reaches: logs.reaches },
            labels: { 'app.kubernetes.io/name': agent },
          },
        ]
      : []),
    ...collectorsOf(application).map(({ name: called, namespace: where, service, reaches }) => ({
      ...{ name: called, namespace: where, labels: service.selector, home: where, reaches },
    })),
  ];
};

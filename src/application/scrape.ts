import { scrapeMetrics } from '#metrics/prometheus.js';
import { type MetricCatalog, stored } from '#promql/metric/catalog.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import { type Fault, refuse } from '#ground/fault.js';
import { type Asking, type AskingSpec, askingFaults, askingOf, madeAskingFaults } from './scrape/asking.js';
import { dropping } from './scrape/drop.js';
import { foundFaults, sharedLabels } from './scrape/found.js';
import { notStored } from './scrape/histograms.js';
import { unknownPort } from './scrape/ported.js';
import { scrapeShape, scrapedShape } from './scrape/shape.js';
import type { PodScrape } from './scrape/pods.js';
import type { StaticScrape } from './scrape/static.js';
import type { Service } from './service.js';
import { serviceLabels } from './service-labels.js';

/** How Prometheus gets an application's metrics: whom it asks, how often, and what it finds there. */
export type Scrape = ServiceScrape | PodScrape | StaticScrape;

/** A scrape of the pods behind Services. */
export interface ServiceScrape extends Asking {
  readonly of: 'services';
  readonly name: string;
  /** What its series are called by in the label `job`; the declared name of the Service that they are of unless given. */
  readonly job?: string;
  /** What its series are called by in the label `namespace`, where that is another than their Service's: whose the machine is. */
  readonly namespace?: string;
  /** Whether its series are of the machine that a target runs on: the label `instance` then names the machine, not the target. */
  readonly ofMachine: boolean;
  readonly services: readonly Service[];
  /** The labels by which they are found: those that all of them share. */
  readonly selector: Readonly<Record<string, string>>;
  readonly namespaces: readonly string[];
  readonly port: string;
  /** Labels of the Services that are copied onto every series, so that queries may filter by them: see `withServiceLabels`. */
  readonly copiedLabels: readonly string[];
}

/** What is scraped alike: a Service, or several. */
export type Scraped = Service | readonly Service[];
type Each<T extends Scraped> = T extends readonly (infer S extends Service)[] ? S : Extract<T, Service>;

interface Asked<T extends Scraped> {
  /** A port that each of the Services has. */
  readonly port: keyof Each<T>['ports'] & string;
  /** What its series are called by in the label `job`; the declared name of the Service that they are of unless given. */
  readonly job?: string;
  /** Whether `instance` is to name the machine that a target runs on. */
  readonly ofMachine?: boolean;
  readonly copiedLabels?: readonly (keyof Each<T>['labels'] & string)[];
}

/** How Services are scraped, and what they export. */
export type ScrapeSpec<T extends Scraped> = Asked<T> & AskingSpec;

/** What its ServiceMonitor is called: like the Service, unless there is another scrape of that; several have no name in common. */
type Named<T extends Scraped> = T extends readonly Service[]
  ? { readonly name: string }
  : { readonly name?: string };

const isList = (of: Scraped): of is readonly Service[] => Array.isArray(of);

/** What is wrong with a scrape that was changed since it was made. */
export const scrapeFaults = (scrape: Scrape): readonly Fault[] => {
  if (scrape.of === 'targets') return madeAskingFaults(scrape, []);
  const { copiedLabels, port } = scrape;
  return [
    ...madeAskingFaults(scrape, copiedLabels),
    ...(scrape.of === 'services'
      ? [...unknownPort('Service', scrape.services, port), ...foundFaults(scrape.services, copiedLabels)]
      : unknownPort('pods', [scrape.pods], port)),
  ];
};

/**
 * The scrape of a Service's port, or of the port of one name of several Services, which are then found by the labels
 * that all of them share.
 *
 * @throws Error when it may take longer than until the next one, copies a label that a Service does not have or that Prometheus would call
 * otherwise, or when the Services share no label; on a path that is more than one, on TLS without https, on two ways to show who asks,
 * on a limit that no scrape keeps, and on a label to drop that is read.
 */
export const scrape = <const T extends Scraped>(of: T, spec: ScrapeSpec<T> & Named<T>): ServiceScrape => {
  const services: readonly Service[] = isList(of) ? of : [of];
  const subject = isList(of) ? `scrape ${spec.name}` : `scrape of Service ${services[0]?.name ?? ''}`;
  refuse(subject, [...scrapedShape('services', services), ...scrapeShape('', spec)]);
  const { name = services[0]?.name ?? '', job, ofMachine = false, port, metrics } = spec;
  const copiedLabels = [...new Set([...(spec.copiedLabels ?? []), ...metrics.flatMap(serviceLabels)])];
  refuse(subject, [
    ...unknownPort('Service', services, port),
    ...askingFaults(spec, copiedLabels),
    ...foundFaults(services, copiedLabels),
  ]);
  return {
    of: 'services',
    ...askingOf(spec),
    name,
    ...(job !== undefined && { job }),
    ofMachine,
    services,
    selector: sharedLabels(services),
    namespaces: [...new Set(services.flatMap((each) => each.namespaces))],
    port,
    copiedLabels,
  };
};

/** What the job of a scrape is called, where one name is given to all that it asks. */
export const jobName = ({ name, job = name }: Scrape): string => job;

/** What Prometheus's operator knows a scrape as. */
export const monitorKind = ({ of }: Scrape): 'ServiceMonitor' | 'PodMonitor' | 'ScrapeConfig' =>
  (({ services: 'ServiceMonitor', pods: 'PodMonitor', targets: 'ScrapeConfig' }) as const)[of];

/** All that a scrape may store: what is exported there, and what Prometheus adds about the scrape itself. */
export const metricsOf = ({ metrics }: Scrape): readonly MetricCatalog[] => [...metrics, scrapeMetrics];

const storesOf = new WeakMap<Scrape, ReadonlyMap<string, MetricInfo>>();

/** The catalogues without the histograms that are not stored as they say. */
const kept = ({ metrics, histograms }: Scrape): readonly MetricCatalog[] =>
  metrics.map((catalog) =>
    Object.fromEntries(
      Object.entries(catalog).filter(([, { info }]) => notStored(info, histograms, metrics) === undefined),
    ),
  );

const storedOf = (scrape: Scrape): ReadonlyMap<string, MetricInfo> =>
  new Map([
    ...[...stored(kept(scrape))].filter(([name]) => dropping(name, scrape.drop) === undefined),
    // Prometheus drops nothing of its own.
    ...stored([scrapeMetrics]),
  ]);

/**
 * The same by the names under which Prometheus stores it, without what is dropped or stored otherwise than declared; worked out once for each scrape, since every
 * expression asks.
 */
export const storedBy = (scrape: Scrape): ReadonlyMap<string, MetricInfo> => {
  const known = storesOf.get(scrape) ?? storedOf(scrape);
  storesOf.set(scrape, known);
  return known;
};

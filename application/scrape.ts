import { scrapeMetrics } from '../metrics/prometheus.js';
import { type MetricCatalog, stored } from '../promql/metric/catalog.js';
import type { MetricInfo } from '../promql/metric/metric.js';
import { type Duration, inSeconds } from '../ground/duration.js';
import { refuse } from '../ground/fault.js';
import { type Access, type AccessSpec, accessFaults, accessOf } from './scrape/access.js';
import { type Params, paramFaults, pathFaults } from './scrape/address.js';
import { type Drop, type DropSpec, dropFaults, dropOf, dropping } from './scrape/drop.js';
import { foundFaults, sharedLabels } from './scrape/found.js';
import { type Intake, intakeFaults, intakeOf } from './scrape/intake.js';
import { lengthFaults, paceFaults } from './scrape/pace.js';
import type { Service } from './service.js';
import { serviceLabels } from './service-labels.js';

/** How Prometheus gets an application's metrics: which Services it asks, how often, and what it finds there. */
export interface Scrape {
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
  readonly access: Access;
  readonly path: string;
  readonly params: Params;
  readonly interval: Duration;
  readonly timeout: Duration;
  readonly intake: Intake;
  readonly drop: Drop;
  /** Labels of the Services that are copied onto every series, so that queries may filter by them: see `withServiceLabels`. */
  readonly copiedLabels: readonly string[];
  /** What is exported there. A label of these that scraping sets too is the application's: see `collidingLabels`. */
  readonly metrics: readonly MetricCatalog[];
}

type Scraped = Service | readonly Service[];
type Each<T extends Scraped> = T extends readonly (infer S extends Service)[] ? S : Extract<T, Service>;

interface Asked<T extends Scraped> extends Intake {
  /** A port that each of the Services has. */
  readonly port: keyof Each<T>['ports'] & string;
  /** What its series are called by in the label `job`; the declared name of the Service that they are of unless given. */
  readonly job?: string;
  /** Whether `instance` is to name the machine that a target runs on. */
  readonly ofMachine?: boolean;
  /** The path alone, of which nothing is escaped: what follows a `?` stands in `params`. */
  readonly path?: string;
  readonly params?: Params;
  readonly interval: Duration;
  readonly timeout?: Duration;
  readonly copiedLabels?: readonly (keyof Each<T>['labels'] & string)[];
  /** What is exported there and is not to be stored. No rule and no panel can read it. */
  readonly drop?: DropSpec;
  readonly metrics: readonly MetricCatalog[];
}

type ScrapeSpec<T extends Scraped> = Asked<T> & AccessSpec;

/** What its ServiceMonitor is called: like the Service, unless there is another scrape of that; several have no name in common. */
type Named<T extends Scraped> = T extends readonly Service[]
  ? { readonly name: string }
  : { readonly name?: string };

const isList = (of: Scraped): of is readonly Service[] => Array.isArray(of);

/**
 * The scrape of a Service's port, or of the port of one name of several Services, which are then found by the labels
 * that all of them share.
 *
 * @throws Error when it may take longer than until the next one, copies a label that a Service does not have or that Prometheus would call
 * otherwise, or when the Services share no label; on a path that is more than one, on TLS without https, on two ways to show who asks,
 * on a limit that no scrape keeps, and on a label to drop that is read.
 */
export const scrape = <const T extends Scraped>(of: T, spec: ScrapeSpec<T> & Named<T>): Scrape => {
  const services: readonly Service[] = isList(of) ? of : [of];
  const subject = isList(of) ? `scrape ${spec.name}` : `scrape of Service ${services[0]?.name ?? ''}`;
  refuse(subject, lengthFaults(spec));
  const {
    name = services[0]?.name ?? '',
    job,
    ofMachine = false,
    port,
    path = '/metrics',
    params = {},
    interval,
    timeout = inSeconds(interval) < 10 ? interval : '10s',
    drop = {},
    metrics,
  } = spec;
  const access = accessOf(spec);
  const intake = intakeOf(spec);
  const copiedLabels = [...new Set([...(spec.copiedLabels ?? []), ...metrics.flatMap(serviceLabels)])];
  const faults = [
    ...paceFaults(interval, timeout),
    ...pathFaults(path),
    ...paramFaults(params),
    ...accessFaults(access),
    ...intakeFaults(intake, metrics, copiedLabels),
    ...dropFaults(drop, metrics, copiedLabels),
    ...foundFaults(services, copiedLabels),
  ];
  refuse(subject, faults);
  const namespaces = [...new Set(services.flatMap((each) => each.namespaces))];
  return {
    name,
    ...(job !== undefined && { job }),
    ofMachine,
    services,
    selector: sharedLabels(services),
    namespaces,
    port,
    access,
    path,
    params,
    interval,
    timeout,
    intake,
    drop: dropOf(drop, metrics),
    copiedLabels,
    metrics,
  };
};

/** All that a scrape may store: what is exported there, and what Prometheus adds about the scrape itself. */
export const metricsOf = ({ metrics }: Scrape): readonly MetricCatalog[] => [...metrics, scrapeMetrics];

const storesOf = new WeakMap<Scrape, ReadonlyMap<string, MetricInfo>>();

const storedOf = ({ metrics, drop }: Scrape): ReadonlyMap<string, MetricInfo> =>
  new Map([
    ...[...stored(metrics)].filter(([name]) => dropping(name, drop) === undefined),
    // Prometheus drops nothing of its own.
    ...stored([scrapeMetrics]),
  ]);

/**
 * The same by the names under which Prometheus stores it, without what is dropped; worked out once for each scrape, since every
 * expression asks.
 */
export const storedBy = (scrape: Scrape): ReadonlyMap<string, MetricInfo> => {
  const known = storesOf.get(scrape) ?? storedOf(scrape);
  storesOf.set(scrape, known);
  return known;
};

import { type Application, scrapesOf } from '#application/application.js';
import type { Scrape } from '#application/scrape.js';
import { collectorsOf } from '#application/tracing/collector.js';
import { ports as tracePorts } from '#application/tracing/parts.js';
import type { Service } from '#application/service.js';
import { type End, type Pods, endOf } from './end.js';
import { type Isolated, isolatedOf } from './isolated.js';
import type { Protocol, Reached } from './reached.js';
import type { Scraper } from './scraper.js';

/** A connection that must come about: who opens it, to whom, at which port of whom. */
export interface Way {
  /** What it is there for: the scrape, or the exporter or agent that opens it. */
  readonly name: string;
  readonly from: Pods;
  readonly to: End;
  readonly port: number;
  readonly protocol: Protocol;
}

const pods = (namespace: string, labels: Pods['labels']): Pods => ({ of: 'pods', namespace, labels });

interface Asked {
  readonly name: string;
  readonly namespaces: readonly string[];
  readonly labels: Pods['labels'];
  readonly port: number;
}

/** By what the pods behind a Service are found: as the application declares it, where the scrape was made of less. */
const selectorOf = (declared: readonly Service[], { name, namespaces, selector }: Service) =>
  selector ??
  declared.find((each) => each.name === name && each.namespaces.some((one) => namespaces.includes(one)))
    ?.selector;

/** Which pods a scrape asks, and where. The labels of pods behind a Service that exists without us are not known. */
const askedBy = (declared: readonly Service[], scrape: Scrape): readonly Asked[] => {
  switch (scrape.of) {
    case 'services':
      return scrape.services.flatMap((service) => {
        const { name, namespaces, ports } = service;
        const selector = selectorOf(declared, service);
        const { targetPort: port } = ports[scrape.port] ?? {};
        const of = selector === undefined ? scrape.name : name;
        return port === undefined ? [] : [{ name: of, namespaces, labels: selector ?? {}, port }];
      });
    case 'pods': {
      const { name, namespaces, labels, ports } = scrape.pods;
      const port = ports[scrape.port];
      return port === undefined ? [] : [{ name, namespaces, labels, port }];
    }
    case 'targets': {
      const { exporter, port } = scrape.through ?? {};
      const { targetPort } = (port !== undefined && exporter?.ports[port]) || {};
      return exporter === undefined || targetPort === undefined
        ? []
        : [{ ...exporter, labels: selectorOf(declared, exporter) ?? {}, port: targetPort }];
    }
  }
};

/** What Prometheus asks for an application: pods, each in each of its namespaces. */
export const scrapedWays = (application: Application, scraper: Scraper): readonly Way[] =>
  scrapesOf(application)
    .flatMap((scrape) =>
      askedBy([...application.services, ...application.exporters.map(({ service }) => service)], scrape),
    )
    .flatMap(({ name, namespaces, labels, port }) =>
      namespaces.map((namespace) => ({
        ...{ name, port, protocol: 'TCP' as const },
        from: pods(scraper.namespace, scraper.labels),
        to: pods(namespace, labels),
      })),
    );

/** A Service that the application declares, by the name by which it is asked for and the port of its own. */
const declared = (services: readonly Service[], end: Pods, host: string, port: number) => {
  const [name] = host.split('.');
  const found = services.find((each) => each.name === name && each.namespaces.includes(end.namespace));
  const { targetPort } = Object.values(found?.ports ?? {}).find((each) => each.port === port) ?? {};
  return found && targetPort !== undefined
    ? { name: found.name, labels: found.selector, port: targetPort }
    : undefined;
};

const wayOf = (services: readonly Service[], from: Isolated, { host, port, protocol = 'TCP' }: Reached) => {
  const end = endOf(host, from.home);
  if (end === undefined) return [];
  const known = end.of === 'pods' && host !== undefined ? declared(services, end, host, port) : undefined;
  return [
    {
      name: known?.labels ? `${from.name}-${known.name}` : from.name,
      ...{ protocol, from: pods(from.namespace, from.labels) },
      to: end.of === 'pods' && known?.labels ? pods(end.namespace, known.labels) : end,
      port: known?.port ?? port,
    },
  ];
};

const key = ({ name, from, to, port, protocol }: Way): string =>
  JSON.stringify([name, from, to, port, protocol]);
const once = (ways: readonly Way[]): readonly Way[] => [
  ...new Map(ways.map((way) => [key(way), way])).values(),
];

/** Where one of them goes. */
export const reachedWays = ({ services }: Pick<Application, 'services'>, from: Isolated): readonly Way[] =>
  once((from.reaches ?? []).flatMap((reached) => wayOf(services, from, reached)));

/** To whom an application's pods send their spans: to its agents, and where it has none to the gateway; from each of its namespaces. */
const tracedWays = (application: Application): readonly Way[] => {
  const [first] = collectorsOf(application);
  if (first === undefined) return [];
  const others = application.services.flatMap((each) => each.namespaces);
  // Agents that read files send no spans.
  const namespaces = [...new Set([application.namespace, ...others])].filter(
    (each) => each === application.namespace || each !== application.agentNamespace,
  );
  return namespaces.flatMap((namespace) =>
    [tracePorts['otlp-grpc'], tracePorts['otlp-http']].map((port) => ({
      ...{ name: first.name, port, protocol: 'TCP' as const },
      from: pods(namespace, {}),
      to: pods(first.namespace, first.service.selector),
    })),
  );
};

/** Every connection that an application's monitoring takes, but for those that ask for names. */
export const waysOf = (application: Application, scraper: Scraper): readonly Way[] =>
  once([
    ...scrapedWays(application, scraper),
    ...tracedWays(application),
    ...isolatedOf(application).flatMap((each) => reachedWays(application, each)),
  ]);

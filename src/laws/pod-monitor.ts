import { atField } from '#ground/field.js';
import { type Application, scrapesOf } from '#application/application.js';
import type { PodScrape } from '#application/scrape/pods.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';

/** Pods of which it is known that they have these labels. */
interface Known {
  /** `pods celery`, `the pods of Service redis-exporter`. */
  readonly called: string;
  readonly namespaces: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
}

const podScrapesOf = (application: Application): readonly PodScrape[] =>
  scrapesOf(application).filter((scrape) => scrape.of === 'pods');

/** What is declared of pods: those that are scraped without a Service, and those behind Services that are rendered. */
const knownOf = (application: Application): readonly Known[] => [
  ...podScrapesOf(application).map(({ pods: { name, namespaces, labels, ports } }) => ({
    called: `pods ${name}`,
    namespaces,
    labels,
    ports: Object.keys(ports),
  })),
  ...[...application.services, ...application.exporters.map(({ service }) => service)].flatMap(
    ({ name, namespaces, selector, ports }) =>
      selector
        ? [
            {
              called: `the pods of Service ${name}`,
              namespaces,
              labels: selector,
              ports: Object.keys(ports),
            },
          ]
        : [],
  ),
];

const isFound = ({ pods, port }: PodScrape, known: Known): boolean =>
  known.ports.includes(port) &&
  known.namespaces.some((namespace) => pods.namespaces.includes(namespace)) &&
  Object.entries(pods.labels).every(([label, value]) => known.labels[label] === value);

const faults = (application: Application, scrape: PodScrape, all: readonly Known[]): readonly Fault[] => {
  const { name, namespaces, labels } = scrape.pods;
  const selector = Object.entries(labels).map(([label, value]) => `${label}: ${value}`);
  const others = all
    .filter(({ called }) => called !== `pods ${name}`)
    .filter((each) => isFound(scrape, each));
  return [...new Set(others.map(({ called }) => called))].map((called) => ({
    where: atField(`${application.name}/scrape-${scrape.name}`, 'spec.selector'),
    what: `${selector.join(', ')} in ${namespaces.join(', ')}`,
    code: 'selects-others',
    why: `the PodMonitor also selects ${called}, which the scrape is not of: they are counted as ${name}, and twice where they are scraped`,
    cure: `select by a label that no others have: { app: '${name}' }`,
  }));
};

/** A PodMonitor that selects too much takes what somebody else exports for its own, and asks twice whoever is scraped already. */
export const everyPodMonitorFindsItsPods: Law = ({ applications }) => {
  const all = applications.flatMap(knownOf);
  return applications.flatMap((each) => podScrapesOf(each).flatMap((scrape) => faults(each, scrape, all)));
};

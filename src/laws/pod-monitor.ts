import { atField } from '#ground/field.js';
import { type Application, scrapesOf } from '#application/application.js';
import type { PodScrape } from '#application/scrape/pods.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';
import { across } from './apart.js';
import { byLabels } from './labelled.js';

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

/** What is known of a scrape of pods, of whichever application. */
interface Asking {
  readonly by: string;
  readonly scrape: string;
  readonly port: string;
  readonly pods: Pick<PodScrape['pods'], 'name' | 'namespaces' | 'labels'>;
}

const askingOf = (application: Application): readonly Asking[] =>
  podScrapesOf(application).map((scrape) => {
    const { name, namespaces, labels } = scrape.pods;
    return {
      by: application.name,
      scrape: scrape.name,
      port: scrape.port,
      pods: { name, namespaces, labels },
    };
  });

const faults = (
  { by, scrape, port, pods }: Asking,
  podsIn: ReturnType<typeof byLabels<Known>>,
): readonly Fault[] => {
  const { name, namespaces, labels } = pods;
  const selector = Object.entries(labels).map(([label, value]) => `${label}: ${value}`);
  const others = namespaces
    .flatMap((namespace) => podsIn(namespace, labels))
    .filter(({ called, ports }) => called !== `pods ${name}` && ports.includes(port));
  return [...new Set(others.map(({ called }) => called))].map((called) => ({
    where: atField(`${by}/scrape-${scrape}`, 'spec.selector'),
    what: `${selector.join(', ')} in ${namespaces.join(', ')}`,
    code: 'selects-others',
    why: `the PodMonitor also selects ${called}, which the scrape is not of: they are counted as ${name}, and twice where they are scraped`,
    cure: `select by a label that no others have: { app: '${name}' }`,
  }));
};

/** A PodMonitor that selects too much takes what somebody else exports for its own, and asks twice whoever is scraped already. */
export const everyPodMonitorFindsItsPods: Law = across({
  summary: ({ applications }) => {
    const [known, asking] = [applications.flatMap(knownOf), applications.flatMap(askingOf)];
    return known.length + asking.length === 0 ? undefined : { known, asking };
  },
  judge: (all) => {
    const podsIn = byLabels(all.flatMap(({ known }) => known));
    return all.flatMap(({ asking }) => asking.flatMap((each) => faults(each, podsIn)));
  },
});

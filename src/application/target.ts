import { remembered } from '#ground/remembered.js';
import { type Scrape, type ServiceScrape, jobName } from './scrape.js';
import type { PodScrape } from './scrape/pods.js';
import { instanceOf } from './scrape/static-target.js';
import type { StaticScrape } from './scrape/static.js';

/**
 * The labels of a target whose values are known before it is scraped: the operator's, those written, and those copied. What is empty is not
 * there, as to Prometheus: pods that are found by themselves have no `service`.
 */
export type Target = Readonly<Record<string, string>>;

const copied = (
  labels: readonly string[],
  from: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => Object.fromEntries(labels.map((label) => [label, from[label] ?? '']));

const ofServices = (scrape: ServiceScrape): readonly Target[] =>
  scrape.services.flatMap(({ name, namespaces, labels }) =>
    namespaces.map((namespace) => ({
      ...copied(scrape.copiedLabels, labels),
      namespace: scrape.namespace ?? namespace,
      service: name,
      job: scrape.job ?? name,
      endpoint: scrape.port,
    })),
  );

const ofPods = (scrape: PodScrape): readonly Target[] =>
  scrape.pods.namespaces.map((namespace) => ({
    ...copied(scrape.copiedLabels, scrape.pods.labels),
    namespace: scrape.namespace ?? namespace,
    service: '',
    job: jobName(scrape),
    endpoint: scrape.port,
  }));

const ofStatic = (scrape: StaticScrape): readonly Target[] =>
  scrape.targets.map((target) => ({
    ...{ service: '', endpoint: '', pod: '', container: '' },
    ...target.labels,
    namespace: scrape.namespace,
    job: jobName(scrape),
    instance: instanceOf(target),
  }));

/** What a scrape asks: each of its Services or pods, in each of its namespaces; each target that is written down. */
export const targetsOf: (scrape: Scrape) => readonly Target[] = remembered((scrape) => {
  switch (scrape.of) {
    case 'services':
      return ofServices(scrape);
    case 'pods':
      return ofPods(scrape);
    case 'targets':
      return ofStatic(scrape);
  }
});

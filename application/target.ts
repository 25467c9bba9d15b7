import type { Scrape } from './scrape.js';

/** The labels of a target whose values are known before it is scraped: the operator's, those written, and those copied. */
export type Target = Readonly<Record<string, string>>;

/** What a scrape asks: each of its Services, in each of its namespaces. */
export const targetsOf = ({ services, job, namespace: own, port, copiedLabels }: Scrape): readonly Target[] =>
  services.flatMap(({ name, namespaces, labels }) => {
    const copied = Object.fromEntries(copiedLabels.map((label) => [label, labels[label] ?? '']));
    return namespaces.map((namespace) => ({
      ...copied,
      namespace: own ?? namespace,
      service: name,
      job: job ?? name,
      endpoint: port,
    }));
  });

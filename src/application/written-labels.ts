import { type ServiceScrape, jobName } from './scrape.js';
import type { PodScrape } from './scrape/pods.js';
import { targetParam } from './scrape/through.js';
import { isRendered } from './service.js';

/** A label that a scrape writes onto its targets: a text, or what a label of service discovery holds. */
export type WrittenLabel =
  { readonly label: string; readonly text: string } | { readonly label: string; readonly from: string };

/** Labels of a target that follow the name of its Service. */
const named = ['job', 'service'] as const;
export type NamedLabel = (typeof named)[number];

/**
 * By which label of Kubernetes's service discovery the Services of a scrape are told apart as they are declared, whatever they are called in
 * the cluster: one that holds the name of each.
 */
const tellingLabel = ({ services }: ServiceScrape): string | undefined => {
  const label = Object.keys(services[0]?.labels ?? {}).find((each) =>
    services.every(({ name, labels }) => labels[each] === name),
  );
  return label && `__meta_kubernetes_service_label_${label.replaceAll(/[^a-zA-Z0-9_]/g, '_')}`;
};

const nameOf = (label: NamedLabel, scrape: ServiceScrape): readonly WrittenLabel[] => {
  const { job, services } = scrape;
  if (label === 'job' && job !== undefined) return [{ label, text: job }];
  // What we render is called as we declare it.
  if (services.every(isRendered)) return [];
  const [only, ...others] = services;
  if (only && others.length === 0) return [{ label, text: only.name }];
  const from = tellingLabel(scrape);
  return from === undefined ? [] : [{ label, from }];
};

/**
 * The labels `job` and `service`, by which rules and panels tell targets apart, as Services are declared: a Service that exists without us
 * may be called otherwise, as by the release of a Helm chart, and is found by its labels nevertheless. What tells of a machine is called
 * after it, and after whose it is.
 */
export const writtenLabels = (scrape: ServiceScrape | PodScrape): readonly WrittenLabel[] => [
  ...(scrape.of === 'services'
    ? named.flatMap((label) => nameOf(label, scrape))
    : // The operator would call it after the namespace and the name of its PodMonitor.
      [{ label: 'job', text: jobName(scrape) }]),
  ...(scrape.namespace === undefined ? [] : [{ label: 'namespace', text: scrape.namespace }]),
  ...(scrape.ofMachine ? [{ label: 'instance', from: '__meta_kubernetes_pod_node_name' }] : []),
];

/** Those of the labels that nobody writes: they are what a Service is called in the cluster. */
export const unwrittenLabels = (scrape: ServiceScrape): readonly NamedLabel[] =>
  scrape.services.every(isRendered) ? [] : named.filter((label) => nameOf(label, scrape).length === 0);

/** How an exporter is asked about each target in its own place: what is written as the target becomes a parameter, and the `instance`. */
export const askedThrough = (exporter: string): readonly WrittenLabel[] => [
  { label: `__param_${targetParam}`, from: '__address__' },
  { label: 'instance', from: `__param_${targetParam}` },
  { label: '__address__', text: exporter },
];

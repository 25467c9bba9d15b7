import type { Application } from '#application/application.js';
import type { Pods } from '#application/network/end.js';
import { isObject, valueAt } from '#ground/field.js';
import type { Manifest } from '#imports/manifest.js';
import { podOf } from '#imports/pod-security/pod.js';
import type { Labels } from './selector.js';

const labelsOf = (value: unknown): Labels =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([label, each]) => [label, String(each)]))
    : {};

/** The pods that a workload makes, by what is known of them; nothing of what makes none. */
export const madeBy = (manifest: Manifest): Pods | undefined => {
  const pod = podOf(manifest);
  return (
    pod && {
      of: 'pods',
      namespace: manifest.metadata.namespace ?? '',
      labels: labelsOf(valueAt(pod.template, ['metadata', 'labels'])),
    }
  );
};

/** Pods that an application declares and others make: those that it scrapes, and those behind Services that it renders. */
export const declaredBy = ({ scrapes, services }: Application): readonly Pods[] =>
  [
    ...scrapes.flatMap((scrape) => (scrape.of === 'pods' ? [scrape.pods] : [])),
    ...services.flatMap(({ namespaces, selector }) => (selector ? [{ namespaces, labels: selector }] : [])),
  ].flatMap(({ namespaces, labels }) =>
    namespaces.map((namespace) => ({ of: 'pods' as const, namespace, labels })),
  );

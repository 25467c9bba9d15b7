import type { Application } from '#application/application.js';
import { isObject, valueAt } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';

/** A Service as a ServiceMonitor finds it. */
export interface FoundService {
  readonly name: string;
  readonly namespaces: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** By their names. */
  readonly ports: Readonly<Record<string, unknown>>;
}

const portsOf = (spec: unknown): FoundService['ports'] => {
  const ports = valueAt(spec, ['ports']);
  const named = Array.isArray(ports) ? ports.filter(isObject) : [];
  return Object.fromEntries(
    named.flatMap((port) => (typeof port['name'] === 'string' ? [[port['name'], port] as const] : [])),
  );
};

/** The Services among the objects of others: of one that names no namespace it is not known who finds it. */
const served = (others: readonly Rendered[]): readonly FoundService[] =>
  others.flatMap(({ manifest: { apiVersion, kind, metadata, spec } }) =>
    apiVersion === 'v1' && kind === 'Service' && metadata.namespace !== undefined
      ? [
          {
            name: metadata.name,
            namespaces: [metadata.namespace],
            labels: metadata.labels ?? {},
            ports: portsOf(spec),
          },
        ]
      : [],
  );

/** A Service in each of its namespaces but those in which it is seen as it is. */
const unseen = (declared: FoundService, seen: readonly FoundService[]): readonly FoundService[] => {
  const namespaces = declared.namespaces.filter(
    (namespace) =>
      !seen.some(({ name, namespaces: [where] }) => name === declared.name && where === namespace),
  );
  return namespaces.length === 0 ? [] : [{ ...declared, namespaces }];
};

/**
 * The Services that there are: those that others have made in the same App, as they made them, and those that are declared. One of both is
 * as it was made.
 */
export const foundServices = (
  applications: readonly Application[],
  others: readonly Rendered[],
): readonly FoundService[] => {
  const seen = served(others);
  const declared = applications.flatMap((each) => [
    ...each.services,
    ...each.exporters.map(({ service }) => service),
  ]);
  return [...seen, ...declared.flatMap((each) => unseen(each, seen))];
};

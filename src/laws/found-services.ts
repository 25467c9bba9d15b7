import type { Application } from '#application/application.js';
import { isObject, valueAt } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';

/** A Service as a ServiceMonitor finds it. */
export interface FoundService {
  readonly name: string;
  readonly namespaces: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** Their names. */
  readonly ports: readonly string[];
}

const portsOf = (spec: unknown): FoundService['ports'] => {
  const ports = valueAt(spec, ['ports']);
  const named = Array.isArray(ports) ? ports.filter(isObject) : [];
  return named.flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
};

/** The Services among the objects of others: of one that names no namespace it is not known who finds it. */
export const served = (others: readonly Rendered[]): readonly FoundService[] =>
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

/** The Services that an application declares, as they are declared. */
export const declaredServices = (application: Application): readonly FoundService[] =>
  [...application.services, ...application.exporters.map(({ service }) => service)].map(
    ({ name, namespaces, labels, ports }) => ({ name, namespaces, labels, ports: Object.keys(ports) }),
  );

const placeOf = (name: string, namespace = ''): string => `${namespace}/${name}`;

/**
 * The Services that there are: those that others have made in the same App, as they made them, and those that are declared. One of both is
 * as it was made: it is declared in those of its namespaces alone in which it is not seen.
 */
export const foundServices = (
  declared: readonly FoundService[],
  seen: readonly FoundService[],
): readonly FoundService[] => {
  const made = new Set(seen.map(({ name, namespaces: [where] }) => placeOf(name, where)));
  return [
    ...seen,
    ...declared.flatMap((each) => {
      const namespaces = each.namespaces.filter((namespace) => !made.has(placeOf(each.name, namespace)));
      return namespaces.length === 0 ? [] : [{ ...each, namespaces }];
    }),
  ];
};

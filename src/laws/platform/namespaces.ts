import type { Rendered } from '#imports/render.js';

/** The API server gives it to each namespace, and nobody can take it away. */
export const nameLabel = 'kubernetes.io/metadata.name';

const isNamespace = ({ manifest: { kind, apiVersion } }: Rendered): boolean =>
  kind === 'Namespace' && apiVersion === 'v1';

/** A Namespace that is rendered, with the labels that it says. */
interface Said {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The Namespaces among objects. */
export const namespacesAmong = (objects: readonly Rendered[]): readonly Said[] =>
  objects
    .filter(isNamespace)
    .map(({ manifest: { metadata } }) => ({ name: metadata.name, labels: metadata.labels ?? {} }));

/** What is said of each namespace: of several that have one name, what the first says. */
export const labelsOfNamespaces = (all: readonly Said[]): ReadonlyMap<string, Said['labels']> =>
  new Map(all.toReversed().map(({ name, labels }) => [name, labels]));

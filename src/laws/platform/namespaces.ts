import type { Rendered } from '#imports/render.js';
import type { Judged } from '#laws/law.js';

/** The API server gives it to each namespace, and nobody can take it away. */
export const nameLabel = 'kubernetes.io/metadata.name';

const isNamespace = ({ manifest: { kind, apiVersion } }: Rendered): boolean =>
  kind === 'Namespace' && apiVersion === 'v1';

/** The Namespace that is rendered for a name, where one is. */
export const namespaceNamed = (
  { objects, others = [] }: Pick<Judged, 'objects' | 'others'>,
  name: string,
): Rendered | undefined =>
  [...objects, ...others].find((each) => isNamespace(each) && each.manifest.metadata.name === name);

/** The labels that a namespace is known to have: its name, and what its object says where it is rendered. */
export const namespaceLabels = (
  estate: Pick<Judged, 'objects' | 'others'>,
  name: string,
): Readonly<Record<string, string>> => ({
  ...namespaceNamed(estate, name)?.manifest.metadata.labels,
  [nameLabel]: name,
});

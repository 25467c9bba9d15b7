import { isObject } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';
import type { Sidecar } from '#platform/platform.js';
import { type Sidecars, usualSidecars } from '#platform/sidecar.js';
import type { Judged } from './law.js';

/** A key of a ConfigMap that a sidecar of Grafana reads. */
export interface Read {
  readonly object: Rendered;
  /** What the ConfigMap holds, with the key. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly key: string;
  readonly text: unknown;
}

/** By what the sidecars of a place find what they read: as its platform says, else as is usual. */
export const sidecarOf = ({ cluster }: Pick<Judged, 'cluster'>): Sidecars =>
  cluster?.platform.grafana?.sidecar ?? usualSidecars;

/** Whether a sidecar looks into a namespace; of what says none nobody knows. */
const isSearched = (namespace: string | undefined, searched = 'ALL'): boolean =>
  namespace === undefined || searched === 'ALL' || searched.split(',').includes(namespace);

/** What a sidecar reads: every key of every ConfigMap that has its label with its value, in the namespaces that it searches. */
export const readBySidecar = (
  objects: readonly Rendered[],
  { label, value, searchNamespace }: Sidecar,
): readonly Read[] =>
  objects.flatMap((object) => {
    const { kind, metadata, data } = object.manifest;
    return kind === 'ConfigMap' &&
      metadata.labels?.[label] === value &&
      isSearched(metadata.namespace, searchNamespace) &&
      isObject(data)
      ? Object.entries(data).map(([key, text]) => ({ object, data, key, text }))
      : [];
  });

import { isObject } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';

/** A key of a ConfigMap that a sidecar of Grafana reads. */
export interface Read {
  readonly object: Rendered;
  readonly key: string;
  readonly text: unknown;
}

/** What a sidecar reads: every key of every ConfigMap that has its label. */
export const readBySidecar = (objects: readonly Rendered[], label: string): readonly Read[] =>
  objects.flatMap((object) => {
    const { kind, metadata, data } = object.manifest;
    return kind === 'ConfigMap' && metadata.labels?.[label] !== undefined && isObject(data)
      ? Object.entries(data).map(([key, text]) => ({ object, key, text }))
      : [];
  });

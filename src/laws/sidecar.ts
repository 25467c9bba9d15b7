import { type Sidecar, usualSidecar } from '#dashboards/sidecar.js';
import { isObject } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';
import type { Judged } from './law.js';

/** A key of a ConfigMap that a sidecar of Grafana reads. */
export interface Read {
  readonly object: Rendered;
  readonly key: string;
  readonly text: unknown;
}

/** By what the sidecars of a place find what they read: as its platform says, else as is usual. */
export const sidecarOf = ({ cluster }: Pick<Judged, 'cluster'>): Sidecar =>
  cluster?.platform.grafana?.sidecar ?? usualSidecar;

/** What a sidecar reads: every key of every ConfigMap that has its label with its value. */
export const readBySidecar = (
  objects: readonly Rendered[],
  { label, value }: { readonly label: string; readonly value: string },
): readonly Read[] =>
  objects.flatMap((object) => {
    const { kind, metadata, data } = object.manifest;
    return kind === 'ConfigMap' && metadata.labels?.[label] === value && isObject(data)
      ? Object.entries(data).map(([key, text]) => ({ object, key, text }))
      : [];
  });

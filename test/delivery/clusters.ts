import { parse } from 'yaml';
import { type Application } from '#application/application.js';
import { fluentBit } from '#application/agent/fluent-bit.js';
import { type ArgoCDSpec, argocd } from '#cluster/argocd.js';
import { type Cluster, type ClusterSpec, cluster } from '#cluster/cluster.js';
import type { Field } from '#ground/field.js';
import { valueAt } from '#ground/field.js';
import type { Manifest } from '#imports/manifest.js';
import { kubePrometheusStack } from '#platform/kube-prometheus-stack.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { bakery, shop } from '../synth/estate/shop.js';

export const repository = 'https://github.com/shop/monitoring.git';
export const here = 'https://kubernetes.default.svc';
/** A cluster that ArgoCD reaches from another one. */
export const afar = 'https://10.0.0.1:6443';

/** A shop whose logs an agent sends on. */
export const shopWithAgent = (): Application =>
  shop({ logs: fluentBit({ namespaces: ['shop-prod'], loki: { host: 'loki.monitoring.svc', port: 3100 } }) });

/** A cluster with a shop and a bakery, which ArgoCD delivers with its platform. */
export const delivered = (
  name: string,
  how: Partial<ArgoCDSpec> = {},
  spec: Partial<ClusterSpec> = {},
): Cluster =>
  cluster(name, {
    applications: [shopWithAgent(), bakery()],
    platform: kubePrometheusStack(),
    argocd: argocd({ repository, ...how }),
    ...spec,
  });

/** What stands in `dist/` of clusters: manifests by path. */
export const manifestsOf = (...clusters: readonly Cluster[]): ReadonlyMap<string, Manifest> => {
  const { charts } = synthesisOf({ places: clusters });
  return new Map([...synthesize(charts)].map(([path, text]): [string, Manifest] => [path, parse(text)]));
};

/** Those of a kind. */
export const ofKind = (
  manifests: ReadonlyMap<string, Manifest>,
  ...kinds: readonly string[]
): readonly Manifest[] => [...manifests.values()].filter(({ kind }) => kinds.includes(kind));

/** The one of a kind and a name. */
export const named = (manifests: ReadonlyMap<string, Manifest>, kind: string, name: string): Manifest => {
  const [found, ...others] = ofKind(manifests, kind).filter(({ metadata }) => metadata.name === name);
  if (found === undefined || others.length > 0) throw new Error(`there is not one ${kind} ${name}`);
  return found;
};

export const at = (manifest: unknown, ...field: Field): unknown => valueAt(manifest, field);

/** What stands at a field, where it is a list. */
export const listAt = (manifest: unknown, ...field: Field): readonly unknown[] => {
  const list = valueAt(manifest, field);
  return Array.isArray(list) ? list : [];
};

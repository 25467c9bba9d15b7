import type { Secret } from '#ground/secret.js';
import type {
  AlertmanagerServer,
  GrafanaServer,
  NodeExporter,
  Placement,
  Platform,
  PlatformPart,
  PodResources,
  PrometheusServer,
  Quantities,
  Selected,
  Selection,
  Sidecar,
  Storage,
  Versions,
} from './platform.js';

/** What a pod asks for and is held to; what is left out is as usual. A limit that is undefined is none. */
export interface PodResourcesSpec {
  readonly requests?: Partial<Quantities>;
  readonly limits?: { readonly [Q in keyof Quantities]?: string | undefined };
}

/** The same with its resources, and its volume, said in part. */
type InPart<T extends { readonly resources: PodResources; readonly storage?: Storage }> = Partial<
  Omit<T, 'resources' | 'storage'>
> & {
  readonly resources?: PodResourcesSpec;
} & ('storage' extends keyof T ? { readonly storage?: Partial<Storage> } : {});

export type GrafanaSpec = Omit<InPart<GrafanaServer>, 'sidecar' | 'admin'> & {
  readonly admin?: Partial<GrafanaServer['admin']>;
  readonly sidecar?: {
    readonly dashboards?: Partial<GrafanaServer['sidecar']['dashboards']>;
    readonly datasources?: Partial<Sidecar>;
  };
};

/**
 * What a kube-prometheus-stack is described by: what differs from a usual one. `false` leaves a part out.
 */
export interface PlatformSpec extends Partial<
  Pick<Platform, 'release' | 'namespace' | 'chart' | 'controlPlane' | 'rules' | 'engine' | 'remoteWrites'>
> {
  readonly versions?: Partial<Versions>;
  readonly selects?: { readonly [S in Selected]?: Partial<Selection> };
  readonly prometheus?: InPart<PrometheusServer>;
  readonly alertmanager?: InPart<AlertmanagerServer> | false;
  readonly grafana?: GrafanaSpec | false;
  readonly kubeStateMetrics?: InPart<PlatformPart> | false;
  readonly nodeExporter?: InPart<NodeExporter> | false;
  readonly operator?: InPart<PlatformPart>;
  readonly placement?: Partial<Placement>;
  /** What it needs beside the login of Grafana. */
  readonly secrets?: readonly Secret[];
}

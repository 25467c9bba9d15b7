import type { Duration } from '#ground/duration.js';
import type { Secret } from '#ground/secret.js';
import type { Datasource } from '#dashboards/datasource.js';
import type { DashboardForm } from '#dashboards/form.js';
import type { Engine } from './engine.js';
import type { Placement } from '#ground/placement.js';
import type { PodResources, Storage } from './resources.js';
import type { RemoteWrite } from './remote-write/remote-write.js';

export type { Placement } from '#ground/placement.js';
export type { Quantities, PodResources, Storage } from './resources.js';

/** The releases that run on a platform; what an application uses is held against them. */
export interface Versions {
  /** `1.33`. */
  readonly kubernetes: string;
  /** `0.93.1`. */
  readonly operator: string;
  readonly prometheus: string;
  readonly alertmanager: string;
  readonly grafana: string;
}

/** What a Prometheus reads only where a flag or its release says so. */
export const features = [
  'native-histograms',
  'utf8-names',
  'duration-expressions',
  'promql-experimental-functions',
  'exemplar-storage',
] as const;
export type Feature = (typeof features)[number];

/** Which objects Prometheus takes up: by labels, in namespaces by theirs. Without labels all, as a selector that is empty. */
export interface Selection {
  readonly labels: Readonly<Record<string, string>>;
  /** Labels of the namespaces; all namespaces where it is empty. */
  readonly namespaces: Readonly<Record<string, string>>;
}

/** What is taken up so. */
export const selected = [
  'rules',
  'serviceMonitors',
  'podMonitors',
  'probes',
  'scrapeConfigs',
  'alertmanagerConfigs',
] as const;
export type Selected = (typeof selected)[number];

/** How the operator keeps an AlertmanagerConfig to alerts of its namespace. */
export const matcherStrategies = [
  'OnNamespace',
  'OnNamespaceExceptForAlertmanagerNamespace',
  'None',
] as const;
export type MatcherStrategy = (typeof matcherStrategies)[number];

export interface PrometheusServer {
  /** How long samples are kept; whatever of the two comes first ends them. */
  readonly retention: Duration;
  /** `8GB`, of the volume's size. */
  readonly retentionSize: string;
  readonly storage: Storage;
  readonly resources: PodResources;
  /** How many that scrape the same, so that one may fail. */
  readonly replicas: number;
  /** Among how many the targets are dealt. */
  readonly shards: number;
  /** How often it scrapes what says nothing of it: the platform's own exporters. */
  readonly scrapeInterval: Duration;
  readonly evaluationInterval: Duration;
  readonly features: readonly Feature[];
  readonly enforcedNamespaceLabel?: 'namespace';
}

export interface AlertmanagerServer {
  readonly replicas: number;
  readonly retention: Duration;
  readonly storage: Storage;
  readonly resources: PodResources;
  readonly matcherStrategy: MatcherStrategy;
}

/** What a sidecar of Grafana takes up: ConfigMaps with this label. */
export interface Sidecar {
  readonly label: string;
  readonly value: string;
  /** In which namespaces, with commas between them; `ALL` unless told. */
  readonly searchNamespace?: string;
}

export interface GrafanaServer {
  /** The Secret with `admin-user` and `admin-password`; without one every render of the chart makes another password. */
  readonly admin: { readonly name: string; readonly userKey: string; readonly passwordKey: string };
  readonly storage?: Storage;
  readonly resources: PodResources;
  /** The labels by which sidecars find dashboards and data sources, and the annotation that names a folder. */
  readonly sidecar: {
    readonly dashboards: Sidecar & {
      readonly folderAnnotation: string;
      /** Whether folders are shown as the annotation names them, which is so unless told; else all lies in one. */
      readonly foldersFromFilesStructure?: boolean;
    };
    readonly datasources: Sidecar;
  };
  /** What it has beside its Prometheus: a Loki. `url` is where its server asks it. */
  readonly datasources: readonly ServedDatasource[];
  /**
   * Whether it renews the plugins that it comes with while it starts, which it does not unless told: on a read-only file system Grafana 13
   * loses the data sources that it tries to renew.
   */
  readonly preinstallAutoUpdate?: boolean;
  /**
   * As what dashboards reach it, for applications that say nothing of it: ConfigMaps for its sidecar unless told; where grafana-operator writes
   * into it, `grafanaResources(…)` for the second model of dashboards.
   */
  readonly dashboardsAs?: DashboardForm;
}

/** A data source and the address at which Grafana's server asks it: `http://loki.monitoring.svc:3100`. */
export type ServedDatasource = Datasource & { readonly url: string };

/** An exporter that the chart brings. */
export interface PlatformPart {
  readonly resources: PodResources;
}

export interface NodeExporter extends PlatformPart {
  /** Where it runs, beside other agents: it reads the machine, for which Pod Security must be `privileged`. That of the release unless told. */
  readonly namespace?: string;
}

/**
 * What the chart brings of rules: those that its dashboards read, which is so unless told; its alerts as well, for whoever routes them; or
 * none, and no dashboards either.
 */
export const chartRules = ['recording', 'all', 'none'] as const;
export type ChartRules = (typeof chartRules)[number];

/** What of Kubernetes itself is scraped, beside the kubelet. */
export const controlPlaneParts = [
  'api-server',
  'dns',
  'controller-manager',
  'scheduler',
  'etcd',
  'proxy',
] as const;
export type ControlPlanePart = (typeof controlPlaneParts)[number];

/** Those that are scraped unless told: every cluster lets them be. */
export const usualControlPlane: readonly ControlPlanePart[] = ['api-server', 'dns'];

/** What a cluster is monitored by: a release of kube-prometheus-stack, as typed values. Delivery makes its values of it; laws hold applications to it. */
export interface Platform {
  /** The release's name: the label `release` that its objects carry. */
  readonly release: string;
  /** Where it runs. */
  readonly namespace: string;
  /** The chart's version: `88.5.3`. */
  readonly chart: string;
  readonly versions: Versions;
  /** Which rules, monitors and routes it takes up. */
  readonly selects: Readonly<Record<Selected, Selection>>;
  readonly prometheus: PrometheusServer;
  /** Nothing where its alerts go to the Alertmanager of another cluster. */
  readonly alertmanager?: AlertmanagerServer;
  /** Nothing where people look at another cluster's. */
  readonly grafana?: GrafanaServer;
  readonly kubeStateMetrics?: PlatformPart;
  readonly nodeExporter?: NodeExporter;
  readonly operator: PlatformPart;
  /** What it scrapes of Kubernetes itself: `api-server` and `dns` unless told, which every cluster lets be scraped. */
  readonly controlPlane?: readonly ControlPlanePart[];
  readonly rules?: ChartRules;
  readonly placement?: Placement;
  /** Image pull secrets and the like are none of this: it refers to Secrets by name and key alone. */
  readonly secrets: readonly Secret[];
  readonly engine: Engine;
  /** Where Prometheus writes too, beside what its engine asks for. */
  readonly remoteWrites?: readonly RemoteWrite[];
}

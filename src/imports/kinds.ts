import { DaemonSet } from 'kubernetes-models/apps/v1/DaemonSet';
import { ArgoCDApplication } from './argocd/application.js';
import { ApplicationSet } from './argocd/application-set.js';
import { AppProject } from './argocd/app-project.js';
import { AlertmanagerConfig } from './alertmanager-config.js';
import { ConfigMap } from './config-map.js';
import { ExternalSecret } from './external-secret.js';
import { Deployment } from './deployment.js';
import { GrafanaDashboard } from './crd/grafana-dashboard.js';
import { GrafanaDatasource } from './crd/grafana-datasource.js';
import { NetworkPolicy } from './network-policy.js';
import { GrafanaManifest } from './crd/grafana-manifest.js';
import { PersesDashboard } from './crd/perses-dashboard.js';
import { PersesDatasource } from './crd/perses-datasource.js';
import { VMPodScrape } from './crd/vm-pod-scrape.js';
import { VMProbe } from './crd/vm-probe.js';
import { VMRule } from './crd/vm-rule.js';
import { VMServiceScrape } from './crd/vm-service-scrape.js';
import { VMStaticScrape } from './crd/vm-static-scrape.js';
import { type FieldFault, fieldFault } from './field-fault.js';
import { metadataFaults } from './metadata.js';
import { Namespace } from './namespace.js';
import { PodDisruptionBudget } from './pod-disruption-budget.js';
import { PodMonitor } from './pod-monitor.js';
import { Probe } from './probe.js';
import { PrometheusRule } from './prometheus-rule.js';
import { type Kind, kind } from './resource.js';
import { Role } from './role.js';
import { RoleBinding } from './role-binding.js';
import { ScrapeConfig } from './scrape-config.js';
import { Service } from './service.js';
import { ServiceMonitor } from './service-monitor.js';
import { StatefulSet } from './stateful-set.js';
import { ThanosRuler } from './thanos-ruler.js';

/** Every kind that this project writes. One that is missing here cannot be checked, so it is refused. */
export const kinds: readonly Kind[] = [
  AlertmanagerConfig,
  AppProject,
  ApplicationSet,
  ArgoCDApplication,
  ConfigMap,
  ExternalSecret,
  GrafanaDashboard,
  GrafanaDatasource,
  NetworkPolicy,
  GrafanaManifest,
  PersesDashboard,
  PersesDatasource,
  Namespace,
  PodDisruptionBudget,
  PodMonitor,
  Probe,
  PrometheusRule,
  Role,
  RoleBinding,
  ScrapeConfig,
  ServiceMonitor,
  StatefulSet,
  ThanosRuler,
  kind(DaemonSet),
  Deployment,
  Service,
  VMPodScrape,
  VMProbe,
  VMRule,
  VMServiceScrape,
  VMStaticScrape,
];

interface Typed {
  readonly apiVersion: string;
  readonly kind: string;
}

const unknownKind = (manifest: Typed): FieldFault => {
  const { apiVersion, kind: name } = manifest;
  const core = !apiVersion.includes('.') || apiVersion.includes('.k8s.io/');
  const source = `${core ? 'kubernetes-models' : '@kubernetes-models/…'}/${apiVersion}/${name}`;
  return fieldFault(
    manifest,
    ['kind'],
    'kind-without-a-model',
    `no model checks ${apiVersion} ${name}`,
    `import ${name} from '${source}' and list kind(${name}) in imports/kinds.ts, or put it into a chart of your own`,
  );
};

/** Everything that is wrong with a manifest, by the schema of its kind and by what the API server asks of every object. */
export const manifestFaults = (manifest: Typed): readonly FieldFault[] => {
  const known = kinds.find(
    ({ apiVersion, kind: name }) => apiVersion === manifest.apiVersion && name === manifest.kind,
  );
  return known === undefined
    ? [unknownKind(manifest)]
    : [...known.faults(manifest), ...metadataFaults(manifest)];
};

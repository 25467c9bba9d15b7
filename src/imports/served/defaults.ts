import { dashboardDefaults } from './dashboards.js';
import { deliveryDefaults } from './delivery.js';
import { kind } from './kind.js';
import type { Defaults, Part } from './part.js';
import { daemonSet, deployment, statefulSet } from './workload.js';

/** References to Secrets below a path: one without a name is served with an empty one. */
const nameless = (path: string, references: readonly string[]): Part['filled'] =>
  Object.fromEntries(references.map((reference) => [`${path}.${reference}.name`, '']));

/** By which Secrets targets are asked. */
const shown = (path: string): Part['filled'] =>
  nameless(path, [
    ...['basicAuth.username', 'basicAuth.password', 'authorization.credentials'],
    ...['tlsConfig.ca.secret', 'tlsConfig.cert.secret', 'tlsConfig.keySecret'],
  ]);

/** Of how targets are asked, wherever a kind says it. */
const scraping = (path: string): Part['filled'] => ({
  [`${path}.relabelings[].action`]: 'replace',
  [`${path}.metricRelabelings[].action`]: 'replace',
  ...shown(path),
});

/**
 * What servers make of every kind that this project writes: the CRDs of the operator 0.93,
 * https://github.com/prometheus-operator/prometheus-operator/tree/v0.93.0/example/prometheus-operator-crd, and Kubernetes 1.36,
 * https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/apis/core/v1/defaults.go and its like in apps/v1; of External Secrets 0.16 to 2.9; of
 * VictoriaMetrics's operator 0.74, https://github.com/VictoriaMetrics/operator/blob/v0.74.1/config/crd/overlay/crd.descriptionless.yaml.
 */
export const defaults: readonly Defaults[] = [
  daemonSet,
  deployment,
  statefulSet,
  ...deliveryDefaults,
  ...dashboardDefaults,
  kind('AlertmanagerConfig', { keyed: { 'spec.receivers': ['name'] } }),
  kind('ConfigMap', { dropped: ['data', 'binaryData'] }),
  kind('ExternalSecret', {
    filled: {
      'spec.refreshInterval': '1h0m0s',
      'spec.target': { creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      'spec.target.creationPolicy': 'Owner',
      'spec.target.deletionPolicy': 'Retain',
      'spec.target.template.engineVersion': 'v2',
      'spec.target.template.mergePolicy': 'Replace',
      'spec.data[].remoteRef.conversionStrategy': 'Default',
      'spec.data[].remoteRef.decodingStrategy': 'None',
      'spec.data[].remoteRef.metadataPolicy': 'None',
    },
  }),
  kind('NetworkPolicy', {
    filled: {
      'spec.policyTypes': ['Ingress'],
      'spec.ingress[].ports[].protocol': 'TCP',
      'spec.egress[].ports[].protocol': 'TCP',
    },
    dropped: [
      ...['spec.ingress', 'spec.ingress[].from', 'spec.ingress[].ports'],
      ...['spec.egress', 'spec.egress[].to', 'spec.egress[].ports'],
    ],
  }),
  kind('PrometheusRule', { keyed: { 'spec.groups': ['name'] } }),
  kind('Service', {
    filled: {
      'spec.type': 'ClusterIP',
      'spec.sessionAffinity': 'None',
      'spec.internalTrafficPolicy': 'Cluster',
      'spec.ipFamilyPolicy': 'SingleStack',
      'spec.ports[].protocol': 'TCP',
    },
    keyed: { 'spec.ports': ['port', 'protocol'] },
    dropped: [
      ...['status', 'spec.externalIPs', 'spec.loadBalancerSourceRanges', 'spec.publishNotReadyAddresses'],
      ...['spec.ports[].nodePort'],
    ],
  }),
  kind('PodDisruptionBudget', { dropped: ['status'] }),
  kind('PodMonitor', { filled: scraping('spec.podMetricsEndpoints[]') }),
  kind('Probe', {
    filled: {
      'spec.prober.path': '/probe',
      'spec.metricRelabelings[].action': 'replace',
      'spec.targets.staticConfig.relabelingConfigs[].action': 'replace',
      'spec.targets.ingress.relabelingConfigs[].action': 'replace',
    },
    keyed: { 'spec.params': ['name'] },
  }),
  kind('ScrapeConfig', { filled: scraping('spec') }),
  kind('ServiceMonitor', { filled: scraping('spec.endpoints[]') }),
  kind('ThanosRuler', {
    filled: { 'spec.portName': 'web', 'spec.evaluationInterval': '15s', 'spec.retention': '24h' },
    dropped: ['status'],
  }),
  kind('VMPodScrape', { filled: shown('spec.podMetricsEndpoints[]') }),
  kind('VMProbe', {}),
  kind('VMRule', {
    filled: { 'spec.groups[].rules[].alert': '', 'spec.groups[].rules[].record': '' },
    keyed: { 'spec.groups': ['name'] },
  }),
  kind('VMServiceScrape', { filled: shown('spec.endpoints[]') }),
  kind('VMStaticScrape', { filled: shown('spec.targetEndpoints[]') }),
];

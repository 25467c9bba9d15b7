import type { Reached } from '#application/network/reached.js';
import type { Resources } from '#application/exporter/resources.js';
import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { collectorMetrics } from '#metrics/opentelemetry-collector.js';
import { spanMetrics } from '#metrics/span-metrics.js';
import { type ServiceScrape, scrape } from '#application/scrape.js';
import { type RenderedService, service } from '#application/service.js';
import type { CollectorConfiguration } from './configuration.js';
import { configurationsOf } from './configurations.js';
import { traceAgentOf, traceGatewayOf } from './names.js';
import { ports } from './parts.js';
import { memoryLimits } from './sampling.js';
import type { Tracing } from './described.js';

/** An OpenTelemetry Collector of an application: the agent of each node, or the gateways. It reads no files of its machine and asks no API server. */
export interface Collector {
  readonly role: 'agent' | 'gateway';
  /** What its objects are called. */
  readonly name: string;
  readonly namespace: string;
  readonly image: string;
  readonly imagePullSecrets: readonly string[];
  readonly args: readonly string[];
  /** The file that it reads its configuration from, and what is written there, as YAML. */
  readonly configuration: { readonly path: `/${string}`; readonly value: CollectorConfiguration };
  readonly environment: Readonly<Record<string, string>>;
  readonly resources: Resources;
  /** Of a gateway; of agents there is one on each node. */
  readonly replicas: number;
  /** How long it takes to hand on what it has, once it is told to stop. */
  readonly grace: Duration;
  /** Where it sends to. */
  readonly reaches: readonly Reached[];
  readonly service: RenderedService;
  readonly scrapes: readonly ServiceScrape[];
}

/** Whose traces they are. */
export interface Traced {
  readonly name: string;
  readonly namespace: string;
  readonly tracing?: Tracing;
}

const path = '/etc/otelcol/config.yaml';

const common = ({ image, imagePullSecrets }: Tracing, { namespace }: Traced) => ({
  ...{ namespace, image, imagePullSecrets, args: [`--config=${path}`] },
});

/** Go's runtime collects its garbage before the memory limiter refuses anything. */
const environmentOf = (memory: number) => ({ GOMEMLIMIT: `${memoryLimits(memory).limit}MiB` });

const gatewayOf = (tracing: Tracing, traced: Traced): Collector => {
  const { store, gateway, decisionWait, interval, combinations } = tracing;
  const each = (metric: { readonly info: { readonly name: string } }) => [metric.info.name, combinations];
  const name = traceGatewayOf(traced.name);
  const labels = { 'app.kubernetes.io/name': name };
  const own = service(name, { namespaces: [traced.namespace], labels, ports, selector: labels });
  return {
    role: 'gateway',
    name,
    ...common(tracing, traced),
    configuration: { path, value: configurationsOf(tracing, traced).gateway },
    environment: environmentOf(gateway.resources.memory.limit),
    resources: gateway.resources,
    replicas: gateway.replicas,
    // What waits is decided upon at once, and sent.
    grace: duration(inSeconds(decisionWait) + 30),
    reaches: [{ host: store.host, port: store.port }],
    // Agents ask for the address of each, to give all of a trace to one.
    service: { ...own, selector: labels, reaching: 'each-pod' },
    scrapes: [
      scrape(own, {
        ...{ port: 'metrics', interval, metrics: [collectorMetrics] },
        expects: { targets: gateway.replicas },
      }),
      scrape(own, {
        ...{ name: `${name}-spans`, job: `${name}-spans`, port: 'spans', interval, metrics: [spanMetrics] },
        // What the resource of a first span said of its process, which means nothing here.
        drop: { labels: ['exported_job', 'exported_instance'] },
        expects: {
          targets: gateway.replicas,
          combinations: Object.fromEntries(Object.values(spanMetrics).map(each)),
        },
      }),
    ],
  };
};

const agentOf = (tracing: Tracing, traced: Traced): readonly Collector[] => {
  const { agent, interval } = tracing;
  const { agent: value } = configurationsOf(tracing, traced);
  if (agent === undefined || value === undefined) return [];
  const name = traceAgentOf(traced.name);
  const labels = { 'app.kubernetes.io/name': name };
  const { spans: _, ...taken } = ports;
  const own = service(name, { namespaces: [traced.namespace], labels, ports: taken, selector: labels });
  return [
    {
      role: 'agent',
      name,
      ...common(tracing, traced),
      configuration: { path, value },
      environment: environmentOf(agent.resources.memory.limit),
      resources: agent.resources,
      replicas: 1,
      grace: '30s',
      reaches: [{ host: traceGatewayOf(traced.name), port: ports['otlp-grpc'] }],
      // A pod sends to the agent of its own node.
      service: { ...own, selector: labels, reaching: 'same-node' },
      scrapes: [scrape(own, { port: 'metrics', interval, metrics: [collectorMetrics] })],
    },
  ];
};

/** The collectors of an application: its agents, if it has any, and its gateways. */
export const collectorsOf = (traced: Traced): readonly Collector[] => {
  const { tracing } = traced;
  return tracing === undefined ? [] : [...agentOf(tracing, traced), gatewayOf(tracing, traced)];
};

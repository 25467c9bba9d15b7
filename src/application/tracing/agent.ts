import type { CollectorConfiguration } from './configuration.js';
import { batch, extensions, memoryLimiter, patience, ports, receivers, telemetry } from './parts.js';

/** What an agent's configuration follows from. */
export interface AgentFacts {
  /** The Service of the gateways, each of which has an address of its own there. */
  readonly gateway: string;
  /** Where its application runs, for spans that do not say it. */
  readonly namespace: string;
  /** MiB that its container may use. */
  readonly memory: number;
}

/** The variable that holds the name of the node, which Kubernetes tells by itself: no token is needed for it. */
export const nodeVariable = 'NODE_NAME';

/**
 * The configuration of the agent of a node: it takes the spans of the pods there, says where they are from, and gives all of a trace to one gateway,
 * https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/v0.159.0/exporter/loadbalancingexporter: which alone sees whether any of
 * it failed.
 */
export const agentConfiguration = ({ gateway, namespace, memory }: AgentFacts): CollectorConfiguration => ({
  extensions,
  receivers,
  processors: {
    memory_limiter: memoryLimiter(memory),
    resource: {
      attributes: [
        { key: 'k8s.node.name', value: `\${env:${nodeVariable}}`, action: 'insert' },
        { key: 'k8s.namespace.name', value: namespace, action: 'insert' },
      ],
    },
    batch,
  },
  exporters: {
    load_balancing: {
      routing_key: 'traceID',
      // A gateway that is gone, or new, is known within five seconds.
      resolver: { dns: { hostname: gateway, port: `${ports['otlp-grpc']}`, interval: '5s', timeout: '1s' } },
      // What waits, waits here, where it is dealt anew once a gateway is gone. A batch of which one gateway did not take its part is sent again
      // whole, so others have theirs twice: better than to wait below for one that is gone for good.
      protocol: {
        otlp: {
          ...{ timeout: '5s', tls: { insecure: true } },
          ...{ sending_queue: { enabled: false }, retry_on_failure: { enabled: false } },
        },
      },
      ...patience(memory),
    },
  },
  service: {
    extensions: ['health_check'],
    telemetry,
    pipelines: {
      traces: {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'resource', 'batch'],
        exporters: ['load_balancing'],
      },
    },
  },
});

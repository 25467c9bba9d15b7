import { type Fault, refuse } from '#ground/fault.js';
import { grammarFaults, namespaceName } from '#ground/grammar.js';
import { isPort } from '#ground/port.js';
import type { LoggingAgent } from './agent.js';
import {
  type FluentBitSpec,
  container,
  fluentBitConfiguration,
  port,
  state,
} from './fluent-bit/configuration.js';
import { containerLogs } from './fluent-bit/container-file.js';

/** Fluent Bit, https://docs.fluentbit.io, on the way from the containers of a Kubernetes node to Loki. */
export interface FluentBit<N extends string = string> extends LoggingAgent, FluentBitSpec<N> {
  readonly name: typeof container;
}

const faults = ({ namespaces, loki }: FluentBitSpec): readonly Fault[] => [
  ...grammarFaults('namespaces', namespaceName, namespaces),
  ...(/^[-a-z0-9.]+$/.test(loki.host)
    ? []
    : [
        {
          where: 'loki.host',
          what: loki.host,
          code: 'bad-address' as const,
          why: `'${loki.host}' is no host`,
          cure: 'write its name alone, e.g. loki.monitoring.svc',
        },
      ]),
  ...(isPort(loki.port)
    ? []
    : [
        {
          where: 'loki.port',
          what: `${loki.port}`,
          code: 'port-out-of-range' as const,
          why: `${loki.port} is no port`,
          cure: 'write e.g. 3100',
        },
      ]),
];

/**
 * Fluent Bit for what the containers of these namespaces write to their standard streams.
 *
 * @throws Error on what can be no namespace, no host and no port.
 */
export const fluentBit = <const N extends string>(spec: FluentBitSpec<N>): FluentBit<N> => {
  refuse('fluentBit', faults(spec));
  const path = '/etc/fluent-bit/fluent-bit.yaml';
  return {
    name: container,
    ...spec,
    image: 'fluent/fluent-bit:4.1.1',
    args: [`--config=${path}`],
    configuration: { path, value: fluentBitConfiguration(spec) },
    environment: {},
    reaches: [spec.loki],
    logs: containerLogs,
    // Root owns them.
    capabilities: [],
    state,
    // Not ready while much is given up; what waits for a Loki that is away is not.
    health: { port, live: '/', ready: '/api/v1/health' },
    memory: { request: 64, limit: 128 },
  };
};

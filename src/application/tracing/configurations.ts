import { agentConfiguration } from './agent.js';
import type { CollectorConfiguration } from './configuration.js';
import { gatewayConfiguration } from './gateway.js';
import { traceGatewayOf } from './names.js';
import { heldBy } from './sampling.js';
import type { Tracing } from './described.js';

/** Whose traces they are, and where it runs. */
interface Whose {
  readonly name: string;
  readonly namespace: string;
}

/** The configurations of both kinds of collectors, as their application wants them. */
export const configurationsOf = (
  { store, slow, keeps, traces, spansPerTrace, decisionWait, combinations, gateway, agent }: Tracing,
  { name, namespace }: Whose,
): { readonly gateway: CollectorConfiguration; readonly agent?: CollectorConfiguration } => {
  const held = heldBy({ traces, spansPerTrace, decisionWait, gateways: gateway.replicas });
  const decides = gatewayConfiguration({
    ...{ store, slow, keeps, decisionWait, held, combinations },
    memory: gateway.resources.memory.limit,
  });
  const sends =
    agent &&
    agentConfiguration({
      gateway: traceGatewayOf(name),
      namespace,
      memory: agent.resources.memory.limit,
    });
  return {
    gateway: gateway.change?.(decides) ?? decides,
    ...(sends && { agent: agent?.change?.(sends) ?? sends }),
  };
};

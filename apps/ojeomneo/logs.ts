import { agentNamespaceOf, fluentBit, fluentBitMetrics, narrowed, watchedFluentBit } from 'cheomseong';
import { loki } from '../platforms.js';
import { here, name } from './metrics.js';

/** What ojeomneo's containers say, sent to the platform's Loki. */
export const logs = fluentBit({
  namespaces: [here.namespace],
  loki,
});

/** How the agent is watched, where agents run. */
const agents = { namespace: agentNamespaceOf(name) };
export const watchedLogs = watchedFluentBit(name, agents.namespace);
export const agentMetrics = narrowed(fluentBitMetrics, { ...agents, service: watchedLogs.service.name });

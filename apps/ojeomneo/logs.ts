import { fluentBit } from '../../application/agent/fluent-bit.js';
import { watchedFluentBit } from '../../application/agent/fluent-bit/watched.js';
import { fluentBitMetrics } from '../../metrics/fluent-bit.js';
import { narrowed } from '../../promql/metric/catalog.js';
import { here, name } from './metrics.js';

/** What ojeomneo's containers say, sent to the platform's Loki. */
export const logs = fluentBit({
  namespaces: [here.namespace],
  loki: { host: 'loki.monitoring.svc', port: 3100 },
});

/** Where the agent runs, and how it is watched there. */
const agent = here;
export const watchedLogs = watchedFluentBit(name, agent.namespace);
export const agentMetrics = narrowed(fluentBitMetrics, { ...agent, service: watchedLogs.service.name });

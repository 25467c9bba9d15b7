import { fluentBit } from '../../application/agent/fluent-bit.js';
import { here } from './metrics.js';

/** What ojeomneo's containers say, sent to the platform's Loki. */
export const logs = fluentBit({
  namespaces: [here.namespace],
  loki: { host: 'loki.monitoring.svc', port: 3100 },
});

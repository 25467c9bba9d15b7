import { fluentBit } from '../../application/agent/fluent-bit.js';

/** What ojeomneo's containers say, sent to the platform's Loki. */
export const logs = fluentBit({
  namespaces: ['ojeomneo'],
  loki: { host: 'loki.monitoring.svc', port: 3100 },
});

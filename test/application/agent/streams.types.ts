import { fluentBit } from '#application/agent/fluent-bit.js';
import { streams } from '#application/agent/streams.js';

const shop = fluentBit({ namespaces: ['shop'], loki: { host: 'loki', port: 3100 } });

// @ts-expect-error The agent reads nothing of that namespace.
streams(shop, { namespace: 'bakery' });

// @ts-expect-error The agent sets no label `pod`.
streams(shop, { pod: 'shop-0' });

import { logLines, withMetadata } from '#logql/lines.js';
import { absentLines, countLines, lineRate } from '#logql/signal.js';
import { logAlert } from '#alerts/log/log-alert.js';
import { perSecond, seconds } from '#promql/unit/limit.js';

const agent = { namespaces: ['shop'] } as const;
const all = logLines(agent);

// @ts-expect-error A pod is structured metadata, and selects no streams.
logLines(agent, { pod: 'shop-0' });
// @ts-expect-error The agent reads nothing of that namespace.
logLines(agent, { namespace: 'bakery' });
// @ts-expect-error No line has that level.
logLines(agent, { level: 'warning' });
// @ts-expect-error An app is a label.
withMetadata(all, { app: 'web' });
// @ts-expect-error Each request would be an alert.
countLines(all, '5m', { by: ['request_id'] });
// @ts-expect-error Lines that are absent are those of one app.
absentLines(all, '5m', { by: ['level'] });

const told = { for: '0s', window: '5m', severity: 'warning', says: { en: () => ({ ...texts }) } } as const;
const texts = { summary: '', description: '', meaning: '', impact: '', check: '', action: '' };
declare const proof: Parameters<typeof logAlert<never, 'perSecond'>>[1]['proof'];
const when = () => lineRate(all, '5m');

// @ts-expect-error A rate is no length of time.
logAlert('Slow', { ...told, limit: seconds(1), when, proof });
logAlert('Fast', { ...told, limit: perSecond(1), when, proof });
// @ts-expect-error Loki's ruler drops it.
logAlert('Kept', { ...told, limit: perSecond(1), keepFiringFor: '5m', when, proof });

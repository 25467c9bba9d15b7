import { inLanguage } from '#ground/language.js';
import { httpAlerts } from '#alerts/http.js';
import { type AlertSpec, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import type { Facts } from '#alerts/rule/facts.js';
import { hours } from '#alerts/rule/hours.js';
import { leftOut, override } from '#alerts/rule/pack.js';
import { together } from '#alerts/rule/together.js';
import type { Written } from '#alerts/scenario/proof.js';
import type { Reading } from '#alerts/scenario/reading.js';
import { called } from '#alerts/text/subject.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import { count, percent, perSecond, seconds } from '#promql/unit/limit.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate, value } from '#promql/vector/select.js';

const requests = counter('shop_requests_total', { help: 'Requests', labels: ['path', 'status'] });
const bare = counter('shop_requests_total', { help: 'Requests', labels: ['path'] });
const depth = gauge('shop_queue_depth', { help: 'Jobs that wait', labels: ['queue'] });
const duration = histogram('shop_request_seconds', { help: 'Time to answer', buckets: [0.1, 1, 5] });
const perPath = sum(rate(requests, '5m'), { by: ['path'] });

declare const spec: AlertSpec<'path', 'perSecond'>;
declare const facts: Facts<'perSecond'>;
declare const written: Written<'path'>;
declare const reading: Reading<'path'>;
const { proof: _proof, says, ...unproven } = spec;
void _proof;
const said = inLanguage(says, 'en');

// @ts-expect-error an alert over series that nobody aggregated
above(rate(requests, '5m'), perSecond(1));
// @ts-expect-error a gauge as scraped is not aggregated either
above(value(depth), count(1));
// @ts-expect-error a limit in another unit than the signal
above(perPath, percent(5));
// @ts-expect-error seconds compared with a number of things
above(sum(value(depth)), seconds(5));

// @ts-expect-error an alert without a proof
alert('Slow', { ...unproven, says });
// @ts-expect-error a proof under which it never fires
alert('Slow', { ...spec, proof: () => ({ quiet: written.quiet }) });
// @ts-expect-error a proof under which it is never quiet
alert('Slow', { ...spec, proof: () => ({ fires: written.fires }) });
// @ts-expect-error an empty list of proofs is none
alert('Slow', { ...spec, proof: () => ({ fires: [], quiet: written.quiet }) });
// @ts-expect-error an empty list of quiet scenarios is none
alert('Slow', { ...spec, proof: () => ({ fires: written.fires, quiet: [] }) });
// @ts-expect-error a severity that nobody routes
alert('Slow', { ...spec, severity: 'page' });
// @ts-expect-error no duration of Prometheus
alert('Slow', { ...spec, for: '5 minutes' });
// @ts-expect-error a proof of scenarios alone, as a value that does not follow the facts
alert('Slow', { ...spec, proof: written });
// @ts-expect-error a condition that does not follow the facts
alert('Slow', { ...spec, when: above(perPath, perSecond(1)) });
// @ts-expect-error an alert of which nothing is said
alert('Slow', { ...unproven, proof: () => written });
// @ts-expect-error an alert without a runbook
alert('Slow', { ...spec, says: { ko: said, en: () => ({ summary: 'Slow', description: 'Slow.' }) } });
alert('Slow', { ...spec, says: { en: said } });
alert('Slow', { ...spec, says: { ko: said } });
// @ts-expect-error sentences in no language
alert('Slow', { ...spec, says: {} });
alert('Slow', {
  ...spec,
  says: {
    // @ts-expect-error a text with a label that the expression no longer has
    ko: ({ labels, ...rest }) => ({ ...said({ labels, ...rest }), summary: labels.status }),
    en: ({ labels, ...rest }) => ({ ...said({ labels, ...rest }), summary: labels.path }),
  },
});
alert('Slow', {
  ...spec,
  // @ts-expect-error a proof that does not say which labels fire
  proof: () => ({ ...written, fires: [{ when: 'it is slow', series: [], labels: {}, value: '1' }] }),
});
// @ts-expect-error a reading of an alert with other labels
alert('Slow', { ...spec, proof: () => ({ reading: { ...reading, labels: {} } }) });
alert('Slow', { ...spec, proof: () => ({ reading }) });

// @ts-expect-error a condition held against a limit in another unit than the alert's
alert('Slow', { ...spec, limit: percent(5) });
const open = hours({ days: ['monday'], from: '9:00', to: '18:00', timeZone: 'Etc/UTC' });
alert('Slow', { ...spec, during: () => open });
// @ts-expect-error hours that do not follow the facts, such as the window
alert('Slow', { ...spec, during: open });

alert('Slow', { ...spec, labels: { team: 'shop' } });
// @ts-expect-error a label of its own that says what `severity` says
alert('Slow', { ...spec, labels: { severity: 'critical' } });
// @ts-expect-error a label of its own that says of which application it is
alert('Slow', { ...spec, labels: { application: 'shop' } });
// @ts-expect-error a label of its own that says of which environment it is
alert('Slow', { ...spec, labels: { namespace: 'shop-prod' } });
// @ts-expect-error a label of its own that says what `component` says
alert('Slow', { ...spec, labels: { component: 'web' } });
// @ts-expect-error a label of its own that says its name
alert('Slow', { ...spec, labels: { alertname: 'Slow' } });

void facts.limit;
// @ts-expect-error facts have no value: it is known when the alert fires
void facts.value;

const limits = { errors: percent(5), latency: seconds(1) };
// @ts-expect-error a metric that lacks what the pack needs
httpAlerts(called('Shop'), { requests: bare, duration }, limits);
// @ts-expect-error a limit in percent where seconds are meant
httpAlerts(called('Shop'), { requests, duration }, { errors: percent(5), latency: percent(1) });

const pack = httpAlerts(called('Shop'), { requests, duration }, limits);
override(pack, { highErrorRate: { name: 'ShopHighErrorRate', severity: 'warning' }, highLatency: leftOut });
// @ts-expect-error an override of an alert that the pack does not have
override(pack, { highErorRate: { name: 'ShopHighErrorRate' } });
// @ts-expect-error an override of a field that an alert does not have
override(pack, { highErrorRate: { serverity: 'warning' } });
override(pack, { highErrorRate: { limit: percent(10) }, highLatency: { limit: seconds(2), window: '10m' } });
// @ts-expect-error an override of a limit in another unit
override(pack, { highErrorRate: { limit: seconds(2) } });
override(pack.highLatency, { limit: seconds(2) });
// @ts-expect-error the same of an alert alone
override(pack.highLatency, { limit: percent(2) });
// @ts-expect-error an override of an expression, which the condition follows
override(pack.highLatency, { expr: pack.highErrorRate.expr });
// @ts-expect-error an alert that was left out is gone
void override(pack, { highLatency: leftOut }).highLatency;

const { highErrorRate, highLatency } = pack;
const joined = together({ highErrorRate }, { highLatency });
void joined.highErrorRate.condition.limit;
// @ts-expect-error two packs with an alert under one key, of which one would be lost
together(pack, { highLatency });
// @ts-expect-error the same of the first and the third
together({ highLatency }, { highErrorRate }, { highLatency });
// @ts-expect-error an alert that no pack of those joined has
void joined.podDown;

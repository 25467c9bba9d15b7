import { httpAlerts } from '../../../alerts/http.js';
import { type AlertSpec, alert } from '../../../alerts/rule/alert.js';
import { above } from '../../../alerts/rule/condition.js';
import { leftOut, override } from '../../../alerts/rule/pack.js';
import { called } from '../../../alerts/text/subject.js';
import { counter, gauge, histogram } from '../../../promql/metric/declare.js';
import { count, percent, perSecond, seconds } from '../../../promql/unit/limit.js';
import { sum } from '../../../promql/vector/aggregate.js';
import { rate, value } from '../../../promql/vector/select.js';

const requests = counter('shop_requests_total', { help: 'Requests', labels: ['path', 'status'] });
const bare = counter('shop_requests_total', { help: 'Requests', labels: ['path'] });
const depth = gauge('shop_queue_depth', { help: 'Jobs that wait', labels: ['queue'] });
const duration = histogram('shop_request_seconds', { help: 'Time to answer', buckets: [0.1, 1, 5] });
const perPath = sum(rate(requests, '5m'), { by: ['path'] });

declare const spec: AlertSpec<'path', 'perSecond'>;
const { proof, texts: _texts, ...unsaid } = spec;
void _texts;

// @ts-expect-error an alert over series that nobody aggregated
above(rate(requests, '5m'), perSecond(1));
// @ts-expect-error a gauge as scraped is not aggregated either
above(value(depth), count(1));
// @ts-expect-error a limit in another unit than the signal
above(perPath, percent(5));
// @ts-expect-error seconds compared with a number of things
above(sum(value(depth)), seconds(5));

// @ts-expect-error an alert without a proof
alert('Slow', { ...unsaid, texts: spec.texts });
// @ts-expect-error a proof under which it never fires
alert('Slow', { ...spec, proof: { quiet: proof.quiet } });
// @ts-expect-error a proof under which it is never quiet
alert('Slow', { ...spec, proof: { fires: proof.fires } });
// @ts-expect-error an empty list of proofs is none
alert('Slow', { ...spec, proof: { fires: [], quiet: proof.quiet } });
// @ts-expect-error an empty list of quiet scenarios is none
alert('Slow', { ...spec, proof: { fires: proof.fires, quiet: [] } });
// @ts-expect-error a severity that nobody routes
alert('Slow', { ...spec, severity: 'page' });
// @ts-expect-error no duration of Prometheus
alert('Slow', { ...spec, for: '5 minutes' });
// @ts-expect-error an alert without a runbook
alert('Slow', { ...spec, runbook: undefined });
alert('Slow', {
  ...spec,
  // @ts-expect-error texts in one language only
  texts: () => ({ en: { summary: 'Slow', description: 'Slow.' } }),
});
alert('Slow', {
  ...spec,
  texts: ({ labels }) => ({
    // @ts-expect-error a text with a label that the expression no longer has
    ko: { summary: labels.status, description: labels.path },
    en: { summary: labels.path, description: labels.path },
  }),
});
alert('Slow', {
  ...spec,
  // @ts-expect-error a proof that does not say which labels fire
  proof: { fires: [{ when: 'it is slow', series: [], labels: {}, value: '1' }], quiet: proof.quiet },
});

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
// @ts-expect-error an alert that was left out is gone
void override(pack, { highLatency: leftOut }).highLatency;

import { httpAlerts } from '#alerts/http.js';
import { above } from '#alerts/rule/condition.js';
import { called } from '#alerts/text/subject.js';
import { stat } from '#dashboards/panel/stat.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import { percent, perSecond, seconds } from '#promql/unit/limit.js';
import { sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { rate, value } from '#promql/vector/select.js';

// The commonest mistakes of a product engineer, one a statement; `messages.test.ts` holds what the compiler says of each.

const shop = catalog({
  requests: counter('shop_requests_total', { help: 'Requests', labels: ['path', 'code'] }),
  duration: histogram('shop_request_seconds', { help: 'Time', labels: ['path'], buckets: [0.1, 1, 10] }),
  baskets: gauge('shop_open_baskets', { help: 'Open baskets', labels: ['path'] }),
});
const perPath = sum(rate(shop.requests, '5m'), { by: ['path'] });
const all = sum(rate(shop.requests, '5m'));
const slow = histogramQuantile(0.95, shop.duration, '5m');
const errors = divide(all, all);
const { highErrorRate } = httpAlerts(
  called('Shop'),
  { ...shop, status: 'code' },
  { errors: percent(1), latency: seconds(1) },
);

// @ts-expect-error unequal labels
divide(perPath, all);
// @ts-expect-error an unaggregated signal
above(rate(shop.requests, '5m'), perSecond(5));
// @ts-expect-error a label that a pack wants under another name
httpAlerts(called('Shop'), shop, { errors: percent(1), latency: seconds(1) });
// @ts-expect-error a bare number for a limit of a pack
httpAlerts(called('Shop'), { ...shop, status: 'code' }, { errors: 1, latency: seconds(1) });
// @ts-expect-error a bare number for a limit
above(slow, 5);
// @ts-expect-error a limit of another unit
above(slow, percent(5));
// @ts-expect-error a signal of two units
above(Math.random() > 0.5 ? slow : errors, percent(5));
// @ts-expect-error a filter by a label that the metric does not have
shop.requests.where({ status: '500' });
// @ts-expect-error an aggregation by a label that the metric does not have
sum(rate(shop.requests, '5m'), { by: ['status'] });
// @ts-expect-error a counter read raw
value(shop.requests);
// @ts-expect-error the rate of a gauge
rate(shop.baskets, '5m');
// @ts-expect-error a legend with a label that the aggregation dropped
timeseries('Requests', { signal: perPath, legend: '{{code}}' });
// @ts-expect-error a panel's limit that is no alert's
stat('Slow', { signal: slow, limits: [seconds(5)] });
// @ts-expect-error a panel's limit at a colour
stat('Slow', { signal: slow, limits: { red: seconds(5) } });
// @ts-expect-error a panel's limit of another unit
stat('Slow', { signal: slow, limits: [highErrorRate] });

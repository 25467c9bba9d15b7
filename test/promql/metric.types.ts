import { counter, gauge, histogram, summary, unconventional } from '#promql/metric/declare.js';
import { not } from '#promql/metric/match.js';
import type { Counter, Gauge, Histogram, Metric } from '#promql/metric/metric.js';
import { bucketsOf, countOf, quantileOf, sumOf } from '#promql/metric/parts.js';
import { shop } from './shop.js';

const { requests, baskets, duration, size, open } = shop;
const help = '';

// Names follow the conventions by kind: the compiler names the one that should be.
// @ts-expect-error a counter without _total: shop_requests_total
counter('shop_requests', { help });
// @ts-expect-error a counter in another unit than the base unit: shop_wait_seconds_total
counter('shop_wait_milliseconds_total', { help });
// @ts-expect-error a gauge in another unit than the base unit: shop_wait_seconds
gauge('shop_wait_ms', { help });
// @ts-expect-error a percentage: shop_fill_ratio
gauge('shop_fill_percent', { help });
// @ts-expect-error megabytes: shop_heap_bytes
gauge('shop_heap_megabytes', { help });
// @ts-expect-error a gauge that is called as a counter: shop_jobs
gauge('shop_jobs_total', { help });
// @ts-expect-error a histogram in another unit than the base unit: shop_wait_seconds
histogram('shop_wait_minutes', { help, buckets: [1] });
// @ts-expect-error a histogram that is called as a part of one: shop_wait_seconds
histogram('shop_wait_seconds_bucket', { help, buckets: [1] });
// @ts-expect-error a summary that is called as a part of one: shop_wait_seconds
summary('shop_wait_seconds_sum', { help });
// @ts-expect-error a histogram without its buckets
histogram('shop_wait_seconds', { help });
// @ts-expect-error a range is of a gauge
counter('shop_requests_total', { help, range: [0, 1] });
// @ts-expect-error labels of which the compiler does not know which they are
counter('shop_requests_total', { help, labels: ['path'].concat('status') });
// @ts-expect-error the same of a name against the conventions
unconventional.gauge('shop_open_total', { help, why: 'It is old.', labels: ['path'].concat('status') });
// @ts-expect-error a metric without help
counter('shop_requests_total', {});
// @ts-expect-error values of a label that is not declared
gauge('shop_open', { help, labels: ['door'], values: { dor: ['front', 'back'] } });
// @ts-expect-error a unit that does not exist
gauge('shop_open', { help, unit: 'parsecs' });
// @ts-expect-error a name against the conventions without the reason
unconventional.counter('shop_requests', { help });

// Labels and their values.
// @ts-expect-error a label that is not declared
requests.where({ code: '500' });
// @ts-expect-error a value outside the closed set
requests.where({ region: 'EU' });
// @ts-expect-error one of several values outside the closed set
requests.where({ region: ['eu', 'mars'] });
// @ts-expect-error a negated value outside the closed set
requests.where({ region: not('mars') });
// @ts-expect-error a label value that is no text
requests.where({ status: 500 });
// @ts-expect-error a shift that is no duration
requests.offset('5 minutes');
// @ts-expect-error a histogram's bounds belong to its buckets
duration.where({ le: '1' });

// Parts of distributions.
// @ts-expect-error a summary has no buckets
bucketsOf(size);
// @ts-expect-error a gauge has no sum
sumOf(open);
// @ts-expect-error a histogram has no quantiles of its client
quantileOf(duration, 0.9);

// A metric that lacks what is asked for.
declare const wantsStatus: (counter: Counter<'status'>) => void;
declare const wantsShelf: (gauge: Gauge<'shelf', 'count'>) => void;
declare const wantsDuration: (histogram: Histogram<'method', 'seconds'>) => void;
declare const wantsRegion: (counter: Metric<'counter', { readonly region: 'eu' | 'asia' | 'us' }>) => void;
const anyRegion = counter('shop_requests_total', { help, labels: ['region'] });
// @ts-expect-error a metric without the label
wantsStatus(anyRegion);
// @ts-expect-error a gauge where a counter is wanted
wantsStatus(gauge('shop_open', { help, labels: ['status'] }));
// @ts-expect-error a histogram where a counter is wanted
wantsStatus(histogram('shop_wait_seconds', { help, labels: ['status'], buckets: [1] }));
// @ts-expect-error a gauge of another unit
wantsShelf(shop.fill);
// @ts-expect-error an open label where a closed one is wanted
wantsRegion(anyRegion);

// What must compile: more labels, closed labels, a narrowed metric, where fewer or open ones are asked for.
wantsStatus(requests);
wantsStatus(requests.where({ status: /5../, region: ['eu', 'asia'], namespace: 'shop' }).offset('1h'));
wantsStatus(
  counter('shop_requests_total', { help, labels: ['status'], values: { status: ['ok', 'failed'] } }),
);
wantsShelf(baskets);
wantsDuration(duration);
wantsRegion(requests);
wantsStatus(
  unconventional.counter('shop_requests', { help, labels: ['status'], why: 'a vendor names it so' }),
);
const observed: Metric<'counter', { readonly method: string }, 'count'> = countOf(duration);
const seconds: Metric<'counter', { readonly method: string }, 'seconds'> = sumOf(duration);
const quantile: Metric<'gauge', { readonly quantile: string }, 'bytes'> = quantileOf(size, 0.99);
void [observed, seconds, quantile, bucketsOf(duration).where({ le: '1', method: 'GET' })];

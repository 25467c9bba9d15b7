import { histogram } from '#promql/metric/declare.js';
import { bytes, count, limit, percent, seconds } from '#promql/unit/limit.js';
import { absent } from '#promql/vector/absent.js';
import { avg, max, sum, topk } from '#promql/vector/aggregate.js';
import { add, clamp, complement, divide, multiply, power, subtract } from '#promql/vector/arithmetic.js';
import { compare, compareBool, positive } from '#promql/vector/compare.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { labelReplace } from '#promql/vector/label-replace.js';
import { ignoring, on } from '#promql/vector/matching.js';
import { histogramSum, nativeIncrease, nativeRate } from '#promql/vector/native-histogram.js';
import { avgOverTime, delta, deriv, predictLinear } from '#promql/vector/over-time.js';
import { rawPromql } from '#promql/vector/raw.js';
import { increase, rate, value } from '#promql/vector/select.js';
import { and, or, orZero, unless } from '#promql/vector/set.js';
import { hour, now, since } from '#promql/vector/time.js';
import type { Samples, Vector } from '#promql/vector/vector.js';
import { shop } from './shop.js';

const { requests, cpu, baskets, memory, memoryLimit, fill, open, backup, duration, size } = shop;
const perMethod = sum(rate(requests, '5m'), { by: ['method'] });
const perMethodAndPod = sum(rate(requests, '5m'), { by: ['method', 'pod'] });
const perShelf = sum(value(baskets), { by: ['shelf'] });
const used = max(value(memory));
const free = max(value(memoryLimit));
const wait = histogram('shop_wait_seconds', { help: 'Time in the queue', stored: 'native' });
const slow = histogramQuantile(0.95, duration, '5m');
const full = avg(value(fill));
const backedUp = max(value(backup));

// Reading a metric as its kind demands.
// @ts-expect-error rate over a gauge
rate(baskets, '5m');
// @ts-expect-error increase over a whole histogram
increase(duration, '5m');
// @ts-expect-error a counter read raw (mistake 26)
value(requests);
// @ts-expect-error a whole histogram as a vector
value(duration);
// @ts-expect-error a whole summary as a vector
value(size);
// @ts-expect-error a mean over time of a counter
avgOverTime(requests, '1h');
// @ts-expect-error the slope of a counter is its rate
deriv(requests, '1h');
// @ts-expect-error a quantile of a counter
histogramQuantile(0.95, requests, '5m');
// @ts-expect-error a quantile of a summary, whose client computes its own
histogramQuantile(0.95, size, '5m');
// @ts-expect-error a native histogram is no number to compare (mistake 95)
positive(nativeRate(wait, '5m'));
// @ts-expect-error nor is there a greatest of them (mistake 95)
max(nativeRate(wait, '5m'));
// @ts-expect-error what was observed, added up, is of a second
histogramSum(nativeIncrease(wait, '5m'));
// @ts-expect-error no duration of Prometheus
rate(requests, '5 minutes');
// @ts-expect-error a window that Grafana does not know
rate(requests, '$__window');
// @ts-expect-error Grafana's windows are no time ahead
predictLinear(memory, '1h', '$__range');

// Grouping.
// @ts-expect-error a label that the metric does not have
sum(rate(requests, '5m'), { by: ['shelf'] });
// @ts-expect-error a label that is gone
max(perMethod, { by: ['pod'] });
// @ts-expect-error a quantile by a label that the histogram does not have
histogramQuantile(0.95, duration, '5m', { by: ['status'] });
// @ts-expect-error the greatest of groups by a label that is gone
topk(3, perMethod, { by: ['pod'] });
// @ts-expect-error absent by a label that the metric does not have
absent(open, { by: ['shelf'] });
// @ts-expect-error a label made from one that is gone
labelReplace(perMethod, { to: 'verb', from: 'pod', pattern: /(.*)/, replacement: '$1' });

// Joining vectors of different labels without saying how.
// @ts-expect-error a quotient
divide(perMethod, perMethodAndPod);
// @ts-expect-error a sum
add(perMethod, sum(rate(requests, '5m')));
// @ts-expect-error a comparison
compare(perMethod, '>', perMethodAndPod);
// @ts-expect-error a comparison of 0 and 1
compareBool(perMethod, '>', perMethodAndPod);
// @ts-expect-error a filter
and(perMethod, perMethodAndPod);
// @ts-expect-error an exclusion
unless(perMethodAndPod, perMethod);
// @ts-expect-error a union
or(perMethod, perMethodAndPod);
// @ts-expect-error or 0 of several series
orZero(perMethod);
// @ts-expect-error series as scraped on the left
divide(value(memory), used);
// @ts-expect-error series as scraped on the right
divide(used, value(memoryLimit));

// Joining them in a way that cannot work.
// @ts-expect-error several series of the one side match: it is told apart by the pod too
divide(perMethod, perMethodAndPod, on('method').groupLeft());
// @ts-expect-error the same by ignoring too little
divide(perMethodAndPod, perMethodAndPod, ignoring('pod').groupLeft());
// @ts-expect-error the many series are on the other side
divide(perMethodAndPod, perMethod, on('method').groupRight());
// @ts-expect-error a side has no such label to match by
divide(perMethodAndPod, perMethod, on('pod').groupLeft());
// @ts-expect-error a label to bring along that the one side does not have
multiply(perMethodAndPod, max(value(open), { by: ['pod'] }), on('pod').groupLeft('service'));
// @ts-expect-error a label to ignore that no side has
divide(perMethodAndPod, perMethod, ignoring('shelf').groupLeft());
// @ts-expect-error matching alone does not say which side has many series
divide(perMethodAndPod, perMethod, on('method'));
// @ts-expect-error a filter by a label that one side does not have
and(perMethodAndPod, perMethod, on('pod'));
// @ts-expect-error a filter ignoring a label that no side has
and(perMethodAndPod, perMethod, ignoring('shelf'));
// @ts-expect-error a filter knows no grouping
and(perMethodAndPod, perMethod, on('method').groupLeft());

// Units.
// @ts-expect-error seconds compared with a ratio
compare(slow, '>', percent(5));
// @ts-expect-error seconds compared with a plain number
compare(slow, '>', 5);
// @ts-expect-error a signal of one unit or of another, of which a limit is of one (mistake 72)
compare(Math.random() > 0.5 ? slow : full, '>', percent(5));
// @ts-expect-error the same for 0 and 1
compareBool(Math.random() > 0.5 ? slow : full, '>', seconds(5));
// @ts-expect-error a negative length of time
seconds(-5);
// @ts-expect-error the same as Prometheus writes it
seconds('-5m');
// @ts-expect-error two vectors of different units compared
compare(slow, '>', full);
// @ts-expect-error the same for 0 and 1
compareBool(used, '>', seconds(1));
// @ts-expect-error bytes and seconds added up
add(used, slow);
// @ts-expect-error bytes or seconds
or(used, slow);
// @ts-expect-error seconds by a moment
divide(slow, backedUp);
// @ts-expect-error bytes times bytes
multiply(used, free);
// @ts-expect-error two moments added up
add(backedUp, backedUp);
// @ts-expect-error a length of time less a moment
subtract(slow, backedUp);
// @ts-expect-error bytes by a limit in bytes per second is in seconds, not in bytes
const wrong: Vector<never, 'bytes'> = divide(used, limit(5, 'bytesPerSecond'));
// @ts-expect-error bounds of another unit
clamp(slow, bytes(0), bytes(1));
// @ts-expect-error a power of seconds
power(slow, 2);
// @ts-expect-error what is left of 1 of seconds
complement(slow);
// @ts-expect-error how long ago seconds were
since(slow);
// @ts-expect-error the hour of a length of time
hour(slow);
// @ts-expect-error the rate of a ratio means nothing
deriv(fill, '1h');

// @ts-expect-error a label of raw PromQL that is not declared
const undeclared: Vector<'pod', 'count'> = rawPromql('sum(up)', {
  labels: [],
  unit: 'count',
  metrics: [shop],
});
// @ts-expect-error raw PromQL without its unit
rawPromql('sum(up)', { labels: [], metrics: [shop] });

// What must compile, with the labels and units worked out.
const errors: Vector<'method', 'ratio'> = divide(perMethod, perMethod);
const perPod: Vector<'method' | 'pod', 'ratio'> = divide(
  perMethodAndPod,
  perMethod,
  on('method').groupLeft(),
);
const other: Vector<'method' | 'pod', 'ratio'> = divide(
  perMethod,
  perMethodAndPod,
  ignoring('pod').groupRight(),
);
const inService: Vector<'method' | 'pod' | 'service', 'perSecond'> = multiply(
  perMethodAndPod,
  max(value(open), { by: ['pod', 'service'] }),
  on('pod').groupLeft('service'),
);
const exceeding: Vector<'method' | 'pod', 'perSecond'> = compare(
  perMethodAndPod,
  '>',
  perMethod,
  on('method').groupLeft(),
);
const kept: Vector<'method' | 'pod', 'perSecond'> = and(perMethodAndPod, perShelf, on());
const relabelled: Vector<'method' | 'verb', 'perSecond'> = labelReplace(perMethod, {
  to: 'verb',
  from: 'method',
  pattern: /(.*)/,
  replacement: '$1',
});
const nested: Vector<never, 'ratio'> = divide(sum(rate(requests, '5m')), sum(rate(requests, '5m')));
const cores: Vector<'pod', 'cores'> = sum(rate(cpu, '$__rate_interval'), { by: ['pod'] });
const age: Vector<never, 'seconds'> = subtract(now(), backedUp);
const due: Vector<never, 'timestamp'> = add(backedUp, seconds('1d'));
const drift: Samples<'pod', 'seconds'> = delta(backup, '1h');
const opened: Vector<never, 'count'> = sum(value(open));
const share: Vector<never, 'ratio'> = avg(value(open));
const throughput: Vector<never, 'bytesPerSecond'> = divide(used, slow);
const half: Vector<never, 'bytes'> = positive(divide(used, 2));
const crowded: Vector<'shelf', 'boolean'> = compareBool(perShelf, '>=', count(10));
const busiest: Samples<'shelf', 'count'> = topk(3, value(baskets));
void [
  errors,
  perPod,
  other,
  inService,
  exceeding,
  kept,
  relabelled,
  nested,
  cores,
  age,
  due,
  drift,
  opened,
  share,
];
void [throughput, half, crowded, busiest, wrong, undeclared];

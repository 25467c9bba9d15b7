import { expect, test } from '@jest/globals';
import { httpAlerts } from '#alerts/http.js';
import { called } from '#alerts/text/subject.js';
import { processMetrics } from '#metrics/process.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { counter, goBuckets, histogram } from '#promql/metric/declare.js';
import { percent, seconds } from '#promql/unit/limit.js';
import { misread } from './evaluating.js';

const metrics = {
  requests: counter('cafe_requests_total', { help: 'Requests', labels: ['path', 'status'] }),
  duration: histogram('cafe_request_duration_seconds', { help: 'Time', buckets: goBuckets }),
};
const limits = { errors: percent(5), latency: seconds(1) };
const exported = { ...scrapeMetrics, ...processMetrics };
const { highErrorRate } = httpAlerts(called('Cafe'), { ...metrics, exported }, limits);
const plain = httpAlerts(called('Cafe'), metrics, limits).highErrorRate;

const target = 'job="cafe", instance="cafe:8000"';
/** Each half minute 24 requests are answered, and one to each of eight other paths fails, for the first and the last time. */
const onNewPaths = [
  { series: `cafe_requests_total{${target}, path="/", status="200"}`, values: '0+24x80' },
  ...Array.from({ length: 40 * 8 }, (_, i) => {
    const before = Math.floor(i / 8);
    return {
      series: `cafe_requests_total{${target}, path="/${i}", status="500"}`,
      values: `${before > 0 ? `_x${before} ` : ''}1x80`,
    };
  }),
  { series: `up{${target}}`, values: '1x80' },
];

test('a quarter of requests that fail on paths that never failed before is told (mistake 36)', async () => {
  expect(await misread(highErrorRate, onNewPaths, [{ at: '15m', value: 0.25 }])).toEqual([]);
});

test('of targets of which nobody says whether they were scraped it cannot be told', async () => {
  expect(await misread(plain, onNewPaths, [{ at: '15m' }])).toEqual([]);
});

test('what a target counted before it was scraped is not told', async () => {
  const old = [
    { series: `cafe_requests_total{${target}, path="/", status="200"}`, values: '_x20 1000+24x60' },
    { series: `cafe_requests_total{${target}, path="/", status="500"}`, values: '_x20 900x60' },
    { series: `up{${target}}`, values: '_x20 1x60' },
  ];
  const moments = ['10m30s', '12m', '14m', '16m', '18m'].map((at) => ({ at }));
  expect(await misread(highErrorRate, old, moments)).toEqual([]);
});

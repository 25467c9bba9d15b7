import { expect, test } from '@jest/globals';
import { requestsInFlight } from '#alerts/concurrency/requests-in-flight.js';
import { histogram, pythonBuckets } from '#promql/metric/declare.js';
import { toldBy } from '../dashboards/told.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

const { tooManyRequestsInFlight } = packs.inFlight;
const { tooManySessions } = packs.sessions;
const duration = histogram('duration_seconds', { help: 'Time', labels: ['path'], buckets: pythonBuckets });

test('requests in flight are the seconds of answering in each second', () => {
  expect(oneLine(tooManyRequestsInFlight)).toMatchInlineSnapshot(
    `"sum(rate(shop_request_duration_seconds_sum{namespace="shop-prod"}[5m])) > 1000"`,
  );
});

test('ten requests a second that take three seconds each are thirty in flight', async () => {
  const series = {
    'duration_seconds_sum{path="/slow"}': '0+1800x10',
    'duration_seconds_count{path="/slow"}': '0+600x10',
  };
  expect(await toldBy(String(requestsInFlight({ duration }, '5m')), series, { '{}': 30 })).toBe('');
});

test('they are counted, not told as a percentage', () => {
  expect(tooManyRequestsInFlight.texts.en?.summary).toBe(
    'Shop: {{ $value | printf "%.0f" }} requests are in flight at once',
  );
});

test('sessions are those of all instances', () => {
  expect(oneLine(tooManySessions)).toMatchInlineSnapshot(
    `"sum(last_over_time(shop_web_sessions{namespace="shop-prod"}[2m])) > 1000"`,
  );
});

import { expect, test } from '@jest/globals';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

const { highErrorRate, highLatency } = packs.http;

test('the error rate is a share of the requests, given enough of them (mistake 14)', () => {
  expect(oneLine(highErrorRate)).toMatchInlineSnapshot(
    `"sum(rate(shop_requests_total{namespace="shop-prod", status=~"5.."}[5m])) / sum(rate(shop_requests_total{namespace="shop-prod"}[5m])) > 0.05 and sum(rate(shop_requests_total{namespace="shop-prod"}[5m])) > 0.05"`,
  );
});

test('the latency is a quantile over all series, given enough requests (mistake 14)', () => {
  expect(oneLine(highLatency)).toMatchInlineSnapshot(
    `"1 - sum(rate(shop_request_duration_seconds_bucket{le=~"5|5\\\\.0", namespace="shop-prod"}[5m])) / sum(rate(shop_request_duration_seconds_count{namespace="shop-prod"}[5m])) > 0.05 and sum(rate(shop_request_duration_seconds_count{namespace="shop-prod"}[5m])) > 0.05"`,
  );
});

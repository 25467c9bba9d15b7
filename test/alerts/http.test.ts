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
    `"histogram_quantile(0.95, sum by (le) (rate(shop_request_duration_seconds_bucket{namespace="shop-prod"}[5m]))) > 5 and sum(rate(shop_requests_total{namespace="shop-prod"}[5m])) > 0.05"`,
  );
});

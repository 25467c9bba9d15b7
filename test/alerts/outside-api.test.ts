import { expect, test } from '@jest/globals';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';

const { outsideApiFailing, outsideApiSlow } = packs.gpt;

test('failures are a share of the calls, given enough of them (mistake 14)', () => {
  expect(oneLine(outsideApiFailing)).toMatchInlineSnapshot(
    `"sum(rate(canteen_gpt_requests_total{namespace="canteen", status="error"}[5m])) / sum(rate(canteen_gpt_requests_total{namespace="canteen"}[5m])) > 0.1 and sum(rate(canteen_gpt_requests_total{namespace="canteen"}[5m])) > 0.03"`,
  );
});

test('the response time is a quantile over the calls whose duration is known', () => {
  expect(oneLine(outsideApiSlow)).toMatchInlineSnapshot(
    `"1 - sum(rate(canteen_gpt_duration_seconds_bucket{le=~"30|30\\\\.0", namespace="canteen"}[5m])) / sum(rate(canteen_gpt_duration_seconds_count{namespace="canteen"}[5m])) > 0.05 and sum(rate(canteen_gpt_duration_seconds_count{namespace="canteen"}[5m])) > 0.03"`,
  );
});

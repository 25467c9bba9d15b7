import { describe, expect, test } from '@jest/globals';
import { httpAlerts } from '#alerts/http.js';
import { called } from '#alerts/text/subject.js';
import { percent, seconds } from '#promql/unit/limit.js';
import { canteenMetrics, packs } from './canteen.js';
import { oneLine } from './one-line.js';

const { highErrorRate, highLatency } = packs.http;

test('errors are a share of each, without what is left out', () => {
  expect(oneLine(highErrorRate)).toMatchInlineSnapshot(
    `"sum by (service) (rate(canteen_requests_total{namespace="canteen", path!~"/health|/ready", status_code=~"5.."}[5m])) / sum by (service) (rate(canteen_requests_total{namespace="canteen", path!~"/health|/ready"}[5m])) > 0.05 and sum by (service) (rate(canteen_requests_total{namespace="canteen", path!~"/health|/ready"}[5m])) > 0.05"`,
  );
});

test('latency is that of each, given enough requests to it', () => {
  expect(oneLine(highLatency)).toMatchInlineSnapshot(
    `"1 - sum by (service) (rate(canteen_request_duration_seconds_bucket{le="2.5", namespace="canteen", path!~"/health|/ready"}[5m])) / sum by (service) (rate(canteen_request_duration_seconds_count{namespace="canteen", path!~"/health|/ready"}[5m])) > 0.05 and sum by (service) (rate(canteen_request_duration_seconds_count{namespace="canteen", path!~"/health|/ready"}[5m])) > 0.05"`,
  );
});

describe('an alert for each', () => {
  test('names the one in its texts', () => {
    expect([highErrorRate.texts.ko?.summary, highLatency.texts.en?.summary]).toEqual([
      '식당 {{ $labels.service }}: 요청의 {{ $value | humanizePercentage }}가 5xx로 실패하고 있습니다',
      'Canteen {{ $labels.service }}: {{ $value | humanizePercentage }} of requests take longer than 2.5s',
    ]);
  });

  test('says in its runbook what is told apart', () => {
    expect(highErrorRate.runbook.en?.meaning).toBe(
      'More than 5% of the requests to Canteen are answered 5xx. Each `service` is worked out by itself. With 15 requests or fewer in 5 minutes it stays quiet.',
    );
  });

  test('may be told apart by several labels', () => {
    const { highErrorRate } = httpAlerts(
      called('Canteen'),
      { ...canteenMetrics, by: ['service', 'path'], status: 'status_code' },
      { errors: percent(5), latency: seconds(2) },
    );
    expect(highErrorRate.texts.en?.summary).toMatch(
      /^Canteen \{\{ \$labels\.service \}\} \{\{ \$labels\.path \}\}: /,
    );
  });
});

test('all requests are one unless told apart', () => {
  const { highErrorRate } = httpAlerts(
    called('Canteen'),
    { ...canteenMetrics, status: 'status_code' },
    { errors: percent(5), latency: seconds(2) },
  );
  expect(oneLine(highErrorRate)).toMatchInlineSnapshot(
    `"sum(rate(canteen_requests_total{status_code=~"5.."}[5m])) / sum(rate(canteen_requests_total[5m])) > 0.05 and sum(rate(canteen_requests_total[5m])) > 0.05"`,
  );
});

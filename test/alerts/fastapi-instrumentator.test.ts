import { expect, test } from '@jest/globals';
import { alertsOf } from '#alerts/rule/pack.js';
import { httpPanels } from '#dashboards/http.js';
import { shop } from '../dashboards/fixture.js';
import { told } from '../dashboards/told.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { http, packs } from './laundry.js';
import { oneLine } from './one-line.js';

const { highErrorRate, highLatency } = packs.http;
const panels = httpPanels(http, packs.http);

test('statuses by the hundred are read as codes are', () => {
  expect(oneLine(highErrorRate)).toMatchInlineSnapshot(
    `"sum(rate(http_requests_total{namespace="laundry", status=~"5.."}[5m])) / sum(rate(http_requests_total{namespace="laundry"}[5m])) > 0.05 and sum(rate(http_requests_total{namespace="laundry"}[5m])) > 0.05"`,
  );
});

test('latency is counted by the histogram that has many buckets', () => {
  expect(oneLine(highLatency)).toMatchInlineSnapshot(
    `"1 - sum(rate(http_request_duration_highr_seconds_bucket{le=~"2|2\\\\.0", namespace="laundry"}[5m])) / sum(rate(http_request_duration_highr_seconds_count{namespace="laundry"}[5m])) > 0.05 and sum(rate(http_request_duration_highr_seconds_count{namespace="laundry"}[5m])) > 0.05"`,
  );
});

test('which routes are slow the runbook asks the one that has them', () => {
  expect(highLatency.runbook.en?.check).toContain('by (le, handler, method)');
});

test('its panels stand on one dashboard', () => {
  const { panels: models } = dashboardModel(shop(Object.values(panels), { alerts: alertsOf(packs.http) }));
  expect(models?.length).toBe(Object.values(panels).length);
});

test('responses are told apart by the hundred that they are counted by', async () => {
  const series = {
    'http_requests_total{namespace="laundry", status="2xx"}': '0+60x10',
    'http_requests_total{namespace="laundry", status="5xx"}': '0+6x10',
  };
  expect(await told(panels.statusCodes, 0, series, { '{class="2xx"}': 600, '{class="5xx"}': 60 })).toBe('');
});

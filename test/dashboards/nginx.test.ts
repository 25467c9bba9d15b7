import { expect, test } from '@jest/globals';
import { nginxDown } from '#alerts/nginx/nginx-down.js';
import { alertsOf } from '#alerts/rule/pack.js';
import { called } from '#alerts/text/subject.js';
import { nginxPanels } from '#dashboards/nginx.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
import { oneLine } from '../alerts/one-line.js';
import { rendered, shop } from './fixture.js';

const alerts = { nginxDown: nginxDown(called('Shop'), nginxExporterMetrics) };
const { up, requestRate, connections } = nginxPanels(nginxExporterMetrics, alerts);

test('the panels stand on one dashboard with the limit of the alert', () => {
  const model = dashboardModel(shop([up, requestRate, connections], { alerts: alertsOf(alerts) }));
  expect(model.panels?.map(({ title }) => title)).toEqual(['nginx', 'nginx Requests', 'nginx Connections']);
});

test('an nginx that is down is in red, and one of which nobody tells is neither up nor down', () => {
  expect([up.queries.map(oneLine), rendered(up).fieldConfig?.defaults.thresholds?.steps]).toEqual([
    ['min(nginx_up)'],
    [
      { value: null, color: 'red' },
      { value: 1e-9, color: 'green' },
    ],
  ]);
});

test('requests are told per second, of the one nginx that its exporters tell of (mistake 44)', () => {
  expect([requestRate.queries.map(oneLine), rendered(requestRate).fieldConfig?.defaults.unit]).toEqual([
    ['max(rate(nginx_http_requests_total[$__rate_interval]))'],
    'reqps',
  ]);
});

test('connections are told by what they do', () => {
  expect(connections.queries.map(({ legend }) => legend)).toEqual([
    'active',
    'reading',
    'writing',
    'waiting',
  ]);
});

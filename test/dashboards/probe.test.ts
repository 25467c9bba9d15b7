import { expect, test } from '@jest/globals';
import { certificateAlerts, endpointAlerts } from '#alerts/probe.js';
import { alertsOf } from '#alerts/rule/pack.js';
import { called } from '#alerts/text/subject.js';
import { certificatePanels, endpointPanels, httpEndpointPanels } from '#dashboards/probe.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { httpProbeMetrics, probeMetrics, tlsProbeMetrics } from '#metrics/blackbox.js';
import { seconds } from '#promql/unit/limit.js';
import { oneLine } from '../alerts/one-line.js';
import { rendered, shop } from './fixture.js';

const endpoints = endpointAlerts(called('Shop'), probeMetrics, { prober: 'blackbox', slow: seconds(2) });
const certificates = certificateAlerts(called('Shop'), tlsProbeMetrics);
const { success, duration } = endpointPanels(probeMetrics, endpoints);
const { phases, status } = httpEndpointPanels(httpProbeMetrics);
const { daysLeft, expiry } = certificatePanels(tlsProbeMetrics, certificates);
const alerts = [...alertsOf(endpoints), ...alertsOf(certificates)];

test('the panels stand on one dashboard with the limits of the alerts', () => {
  const model = dashboardModel(shop([success, duration, phases, status, daysLeft], { alerts }));
  expect(model.panels?.map(({ title }) => title)).toEqual([
    'Endpoint Availability',
    'Endpoint Response Time',
    'Endpoint Response Time by Phase',
    'Endpoint Status Codes',
    'Certificates',
  ]);
});

test('an endpoint that fails lies under a red line', () => {
  expect(rendered(success).fieldConfig?.defaults.thresholds?.steps).toContainEqual(
    expect.objectContaining({ color: 'red' }),
  );
});

test('the time of a probe is told by its phases, one upon the other', () => {
  expect([phases.queries.map(oneLine), phases.queries.map(({ legend }) => legend)]).toEqual([
    ['max by (instance, phase) (avg_over_time(probe_http_duration_seconds[$__rate_interval]))'],
    ['{{instance}} {{phase}}'],
  ]);
});

test('the days of certificates are a table that names the alerts on them', () => {
  const names = daysLeft.drawing.alerts.map(({ name }) => name);
  expect([daysLeft.kind, names]).toEqual(['table', ['CertificateExpiresSoon', 'CertificateAlmostExpired']]);
});

test('days are drawn over time under the lines at which somebody is told of them', () => {
  expect(expiry.drawing.lines.map(({ color }) => color)).toEqual(['yellow', 'red']);
});

test('an application that leaves an alert out draws the panel without its line', () => {
  expect(endpointPanels(probeMetrics, {}).success.drawing.lines).toEqual([]);
});

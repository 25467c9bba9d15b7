import { expect, test } from '@jest/globals';
import { application } from '#application/application.js';
import { ruleContext } from '#application/rule-context.js';
import { dashboard } from '#dashboards/dashboard.js';
import { httpPanels } from '#dashboards/http.js';
import { panelId } from '#dashboards/identity.js';
import { httpAlerts } from '#alerts/http.js';
import { group } from '#alerts/rule/group.js';
import { called } from '#alerts/text/subject.js';
import { counter, histogram } from '#promql/metric/declare.js';
import { percent, seconds } from '#promql/unit/limit.js';
import { shop } from '../readme/shop.js';

const metrics = {
  requests: counter('shop_http_requests_total', { help: 'Requests', labels: ['status'] }),
  duration: histogram('shop_http_request_duration_seconds', { help: 'Time', buckets: [0.1, 1, 5] }),
};
const alerts = httpAlerts(called('Shop'), metrics, { errors: percent(1), latency: seconds(1) });

/** The link of each alert of a shop whose one dashboard shows only its errors. */
const links = (grafana: { readonly grafana?: `https://${string}` }) => {
  const described = application('shop', {
    ...shop,
    ...grafana,
    groups: [group('shop', { interval: '30s', packs: [alerts] })],
    dashboards: [
      (about) =>
        dashboard('Errors', {
          ...about,
          description: 'What fails.',
          panels: [httpPanels(metrics, alerts).errorRate],
        }),
    ],
  });
  const { annotations } = ruleContext(described);
  return Object.fromEntries(
    Object.values(alerts).map((rule) => {
      const { dashboard_url, panelId } = annotations?.(rule) ?? {};
      return [rule.name, [dashboard_url, panelId]];
    }),
  );
};

test('an alert links to the panel that draws it, by hand or in the row of its dashboard', () => {
  const [errors, latency] = [panelId('http-error-rate'), panelId('alert-highlatency')];
  expect(links({ grafana: 'https://grafana.example' })).toEqual({
    HighErrorRate: [`https://grafana.example/d/shop-errors?viewPanel=${errors}`, String(errors)],
    HighLatency: [`https://grafana.example/d/shop-errors?viewPanel=${latency}`, String(latency)],
  });
});

test('no alert links to a Grafana whose address nobody told', () => {
  expect(links({})).toEqual({
    HighErrorRate: [undefined, undefined],
    HighLatency: [undefined, undefined],
  });
});

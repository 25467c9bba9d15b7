import { expect, test } from '@jest/globals';
import { tooManySessions } from '#alerts/concurrency/too-many-sessions.js';
import { alertsOf } from '#alerts/rule/pack.js';
import { called } from '#alerts/text/subject.js';
import { webVitalAlerts } from '#alerts/web.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { browserErrorsPanel, pageLoadPanels, userBehaviourPanels } from '#dashboards/web.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import { count, seconds } from '#promql/unit/limit.js';
import { rendered, shop } from './fixture.js';
import { told } from './told.js';

const labels = ['page'] as const;
const metrics = {
  firstContentfulPaint: histogram('fcp_seconds', { help: 'Paint', labels, buckets: [1, 1.8, 3] }),
  timeToInteractive: histogram('tti_seconds', { help: 'Reaction', labels, buckets: [2, 3.8, 7] }),
  pageViews: counter('views_total', { help: 'Views', labels }),
  javascriptErrors: counter('javascript_errors_total', { help: 'Errors', labels }),
  apiFailures: counter('api_failures_total', { help: 'Failures', labels }),
  sessions: gauge('sessions_active', { help: 'Sessions' }),
};
const vitals = webVitalAlerts(called('Shop'), metrics, { fcp: seconds(1.8), tti: seconds(3.8) });
const sessions = { tooManySessions: tooManySessions(called('Shop'), metrics, { most: count(1000) }) };
const { paint, reaction } = pageLoadPanels(metrics, vitals);
const behaviour = userBehaviourPanels(metrics, sessions);
const errors = browserErrorsPanel(metrics);

test('the panels stand on one dashboard with the limits of the alerts', () => {
  const model = dashboardModel(
    shop([paint, reaction, behaviour.sessions, behaviour.views, errors], {
      alerts: [...alertsOf(vitals), ...alertsOf(sessions)],
    }),
  );
  expect(model.panels?.map(({ title }) => title)).toEqual([
    'Page Load',
    'Time to Interactive',
    'User Behaviour',
    'Page Views',
    'Errors',
  ]);
});

test.each([
  ['what is seen first', paint, 1.8],
  ['what reacts', reaction, 3.8],
])('%s has its own limit, and no other', (_, panel, limit) => {
  const steps = rendered(panel).fieldConfig?.defaults.thresholds?.steps ?? [];
  expect(steps.map(({ value }) => value)).toEqual([null, limit]);
});

test('three of four page loads, of all pages, stay under what is shown', async () => {
  const series = {
    'fcp_seconds_bucket{page="/", le="1"}': '0+60x10',
    'fcp_seconds_bucket{page="/", le="1.8"}': '0+60x10',
    'fcp_seconds_bucket{page="/", le="+Inf"}': '0+60x10',
    'fcp_seconds_bucket{page="/cart", le="1"}': '0x10',
    'fcp_seconds_bucket{page="/cart", le="1.8"}': '0+30x10',
    'fcp_seconds_bucket{page="/cart", le="+Inf"}': '0+60x10',
  };
  expect(await told(paint, 0, series, { '{}': 1.8 })).toBe('');
});

test.each([
  ['sessions', behaviour.sessions, 'short'],
  ['views', behaviour.views, 'cps'],
])('%s are told by themselves, in one unit', (_, panel, unit) => {
  expect(rendered(panel).fieldConfig).toMatchObject({ defaults: { unit }, overrides: [] });
});

test('errors of browsers are told apart by page', async () => {
  const series = {
    'javascript_errors_total{page="/", instance="a"}': '0+60x10',
    'javascript_errors_total{page="/", instance="b"}': '0+60x10',
    'javascript_errors_total{page="/cart", instance="a"}': '0+30x10',
  };
  expect(await told(errors, 0, series, { '{page="/"}': 2, '{page="/cart"}': 0.5 })).toBe('');
});

import { describe, expect, test } from '@jest/globals';
import { type RulePack, alertsOf, leftOut, override } from '#alerts/rule/pack.js';
import { celeryPanels, celeryQueuePanels } from '#dashboards/celery.js';
import { hostPanels } from '#dashboards/host.js';
import { httpPanels } from '#dashboards/http.js';
import { nginxPanels } from '#dashboards/nginx.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { poolPanels } from '#dashboards/pool.js';
import { postgresPanels, sessionPanel } from '#dashboards/postgres.js';
import { cachePanels, redisUpPanel } from '#dashboards/redis.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { sloPanels } from '#dashboards/slo/panels.js';
import { volumePanels } from '#dashboards/volumes.js';
import { pageLoadPanels, userBehaviourPanels } from '#dashboards/web.js';
import { workloadPanels } from '#dashboards/workload.js';
import { percent } from '#promql/unit/limit.js';
import { oneLine } from '../alerts/one-line.js';
import { availability } from '../alerts/slo/table.js';
import { rendered, shop } from './fixture.js';
import { facts, metrics, packs } from './own-packs.js';

/** Panels of a pack, and the alerts that are left of it. */
interface Drawn {
  readonly panels: Readonly<Record<string, Panel>>;
  readonly left: RulePack;
}
const drawn = <P extends RulePack>(left: P, panels: (left: P) => Drawn['panels']): Drawn => ({
  panels: panels(left),
  left,
});

/** Every function of panels that takes a pack, with the pack without one of its alerts, and without all of them. */
const cases: readonly (readonly [string, Drawn])[] = [
  [
    'httpPanels without highErrorRate',
    drawn(override(packs.http, { highErrorRate: leftOut }), (left) => httpPanels(metrics.http, left)),
  ],
  [
    'httpPanels without highLatency',
    drawn(override(packs.http, { highLatency: leftOut }), (left) => httpPanels(metrics.http, left)),
  ],
  [
    'httpPanels without highErrorRate and highLatency',
    drawn(override(packs.http, { highErrorRate: leftOut, highLatency: leftOut }), (left) =>
      httpPanels(metrics.http, left),
    ),
  ],
  [
    'cachePanels without redisCacheHitLow',
    drawn(override(packs.cache, { redisCacheHitLow: leftOut }), (left) => cachePanels(metrics.redis, left)),
  ],
  [
    'cachePanels without redisMemoryHigh',
    drawn(override(packs.cache, { redisMemoryHigh: leftOut }), (left) => cachePanels(metrics.redis, left)),
  ],
  [
    'cachePanels without redisCacheHitLow and redisMemoryHigh',
    drawn(override(packs.cache, { redisCacheHitLow: leftOut, redisMemoryHigh: leftOut }), (left) =>
      cachePanels(metrics.redis, left),
    ),
  ],
  [
    'redisUpPanel without redisDown',
    drawn(override(packs.redis, { redisDown: leftOut }), (left) => ({
      up: redisUpPanel(metrics.redis, left),
    })),
  ],
  [
    'postgresPanels without databaseDown',
    drawn(override(packs.postgres, { databaseDown: leftOut }), (left) =>
      postgresPanels(metrics.postgres, left),
    ),
  ],
  [
    'sessionPanel without tooManyConnections',
    drawn(override(packs.sessions, { tooManyConnections: leftOut }), (left) => ({
      sessions: sessionPanel(metrics.postgres, left),
    })),
  ],
  [
    'nginxPanels without nginxDown',
    drawn(override(packs.nginx, { nginxDown: leftOut }), (left) => nginxPanels(metrics.nginx, left)),
  ],
  [
    'hostPanels without hostCpuHigh',
    drawn(override(packs.host, { hostCpuHigh: leftOut }), (left) => hostPanels(metrics.host, left)),
  ],
  [
    'celeryPanels without taskFailing',
    drawn(override(packs.celery, { taskFailing: leftOut }), (left) => celeryPanels(metrics.celery, left)),
  ],
  [
    'celeryPanels without taskSlow',
    drawn(override(packs.celery, { taskSlow: leftOut }), (left) => celeryPanels(metrics.celery, left)),
  ],
  [
    'celeryPanels without taskFailing and taskSlow',
    drawn(override(packs.celery, { taskFailing: leftOut, taskSlow: leftOut }), (left) =>
      celeryPanels(metrics.celery, left),
    ),
  ],
  [
    'celeryQueuePanels without tooManyTasksWaiting',
    drawn(override(packs.queues, { tooManyTasksWaiting: leftOut }), (left) =>
      celeryQueuePanels(metrics.celery, left),
    ),
  ],
  [
    'celeryQueuePanels without queueUnattended',
    drawn(override(packs.queues, { queueUnattended: leftOut }), (left) =>
      celeryQueuePanels(metrics.celery, left),
    ),
  ],
  [
    'celeryQueuePanels without tooManyTasksWaiting and queueUnattended',
    drawn(override(packs.queues, { tooManyTasksWaiting: leftOut, queueUnattended: leftOut }), (left) =>
      celeryQueuePanels(metrics.celery, left),
    ),
  ],
  [
    'workloadPanels without highMemoryUsage',
    drawn(override(packs.workload, { highMemoryUsage: leftOut }), (left) =>
      workloadPanels(metrics.workload, facts.workload, left),
    ),
  ],
  [
    'workloadPanels without podRestarting',
    drawn(override(packs.workload, { podRestarting: leftOut }), (left) =>
      workloadPanels(metrics.workload, facts.workload, left),
    ),
  ],
  [
    'workloadPanels without highMemoryUsage and podRestarting',
    drawn(override(packs.workload, { highMemoryUsage: leftOut, podRestarting: leftOut }), (left) =>
      workloadPanels(metrics.workload, facts.workload, left),
    ),
  ],
  [
    'volumePanels without volumeAlmostFull',
    drawn(override(packs.volumes, { volumeAlmostFull: leftOut }), (left) =>
      volumePanels(metrics.volumes, facts.volumes, left),
    ),
  ],
  [
    'poolPanels without databasePoolExhausted',
    drawn(override(packs.pool, { databasePoolExhausted: leftOut }), (left) =>
      poolPanels(metrics.pool, facts.pool, left),
    ),
  ],
  [
    'pageLoadPanels without slowFirstContentfulPaint',
    drawn(override(packs.vitals, { slowFirstContentfulPaint: leftOut }), (left) =>
      pageLoadPanels(metrics.web, left),
    ),
  ],
  [
    'pageLoadPanels without slowTimeToInteractive',
    drawn(override(packs.vitals, { slowTimeToInteractive: leftOut }), (left) =>
      pageLoadPanels(metrics.web, left),
    ),
  ],
  [
    'pageLoadPanels without slowFirstContentfulPaint and slowTimeToInteractive',
    drawn(
      override(packs.vitals, { slowFirstContentfulPaint: leftOut, slowTimeToInteractive: leftOut }),
      (left) => pageLoadPanels(metrics.web, left),
    ),
  ],
  [
    'userBehaviourPanels without tooManySessions',
    drawn(override(packs.visits, { tooManySessions: leftOut }), (left) =>
      userBehaviourPanels(metrics.web, left),
    ),
  ],
  [
    'sloPanels without burn1h',
    drawn(override(availability.alerts, { burn1h: leftOut }), (left) => sloPanels(availability, left)),
  ],
];

describe.each(cases)('%s', (_, { panels, left }) => {
  test('stands on a dashboard', () => {
    const { panels: models = [] } = dashboardModel(shop(Object.values(panels), { alerts: alertsOf(left) }));
    expect(models.length).toBe(Object.values(panels).length);
  });

  test('draws every alert that is left', () => {
    const shown = Object.values(panels).flatMap(({ drawing }) => drawing.alerts);
    expect(new Set(shown.map(({ name }) => name))).toEqual(new Set(alertsOf(left).map(({ name }) => name)));
  });
});

describe('where an alert was left out, its panel does not speak of its line:', () => {
  const described = (panel: Panel): readonly string[] => Object.values(panel.description);
  const { latency } = httpPanels(metrics.http, override(packs.http, { highLatency: leftOut }));

  test.each([['latency of HTTP', latency, /선은|The line/]])('%s', (_, panel, line) => {
    expect(described(panel).filter((text) => line.test(text))).toEqual([]);
  });
});

test('the dial of errors is whole where no limit says how much of it matters', () => {
  const { errorGauge } = httpPanels(metrics.http, override(packs.http, { highErrorRate: leftOut }));
  expect(rendered(errorGauge).fieldConfig?.defaults.max).toBe(1);
});

test('a limit that was overridden is drawn where it is now', () => {
  const { inUse } = poolPanels(
    metrics.pool,
    facts.pool,
    override(packs.pool, { databasePoolExhausted: { limit: percent(50) } }),
  );
  expect(rendered(inUse).fieldConfig?.defaults.thresholds?.steps).toContainEqual({
    value: 0.5,
    color: 'red',
  });
});

test('responses are told apart by the label that their alerts read', () => {
  const { statusCodes } = httpPanels(metrics.http, packs.http);
  expect(statusCodes.queries.map(oneLine)).toEqual([
    'sum by (class) (label_replace(increase(shop_requests_total[$__range]), "class", "${1}xx", "code", "(.).."))',
  ]);
});

import { describe, expect, test } from '@jest/globals';
import { httpAlerts } from '#alerts/http.js';
import { databaseDown } from '#alerts/postgres/database-down.js';
import { alertsOf } from '#alerts/rule/pack.js';
import { called } from '#alerts/text/subject.js';
import { volumeAlmostFull } from '#alerts/volumes/volume-almost-full.js';
import { workloadAlerts } from '#alerts/workload.js';
import { httpPanels } from '#dashboards/http.js';
import { adjusted } from '#dashboards/panel/panel.js';
import { postgresPanels } from '#dashboards/postgres.js';
import { choice } from '#dashboards/variable.js';
import { volumePanels } from '#dashboards/volumes.js';
import { workloadPanels } from '#dashboards/workload.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { kubeletMetrics } from '#metrics/kubelet.js';
import { postgresExporterMetrics } from '#metrics/postgres-exporter.js';
import { narrowed } from '#promql/metric/catalog.js';
import { print } from '#promql/expr/print.js';
import { percent, seconds } from '#promql/unit/limit.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { duration, requests, shop } from './fixture.js';

const namespace = choice('namespace', ['prod', 'staging']);
const subject = called('Shop');
const metrics = {
  requests,
  duration,
  ...kubeStateMetrics,
  ...cadvisorMetrics,
  ...kubeletMetrics,
  ...postgresExporterMetrics,
};
const [alerted, shown] = [narrowed(metrics, { namespace: 'prod' }), narrowed(metrics, { namespace })];
const [containers, volumes] = [{ containers: ['shop'] as const }, { volumes: ['data'] as const }];

const http = httpAlerts(subject, alerted, { errors: percent(5), latency: seconds(5) });
const workload = workloadAlerts(subject, alerted, { ...containers, memory: percent(90) });
const volume = { volumeAlmostFull: volumeAlmostFull(subject, alerted, { ...volumes, used: percent(85) }) };
const database = { databaseDown: databaseDown(subject, alerted) };

const { requestRate, errorRate, latency, latencies } = httpPanels(shown, http);
const { memory, podStatus } = workloadPanels(shown, containers, workload);
const { usage } = volumePanels(shown, volumes, volume);
const { up } = postgresPanels(shown, database);
const everything = [requestRate, errorRate, latency, latencies, memory, podStatus, usage, up];
const model = dashboardModel(
  shop(everything, {
    variables: [namespace],
    alerts: [http, workload, volume, database].flatMap((pack) => alertsOf<object>(pack)),
    language: 'ko',
  }),
);
const onOneLine = (promql: string) =>
  promql.replace(/\(\s+/g, '(').replace(/\s+\)/g, ')').replace(/\s+/g, ' ');
const panelOf = (title: string) => model.panels?.find((panel) => panel.title === title);

test("the house's panels draw the limits of the packs that watch the same", () => {
  expect(model.panels).toHaveLength(everything.length);
});

test.each([
  ['HTTP Request Rate', ['sum(rate(shop_requests_total{namespace="$namespace"}[$__rate_interval]))']],
  [
    'Memory Usage',
    [
      'max by (namespace, pod, container) (container_memory_working_set_bytes{container="shop", namespace="$namespace"})',
      'max by (namespace, pod, container) (kube_pod_container_resource_limits{container="shop", namespace="$namespace", resource="memory"}) > 0',
    ],
  ],
  ['Pod Status', ['max by (namespace, pod, phase) (kube_pod_status_phase{namespace="$namespace"}) == 1']],
])('%s asks for what its alerts watch, where the reader looks', (title, queries) => {
  const panel = everything.find((each) => each.title === title);
  expect(panel?.queries.map(({ expr }) => onOneLine(print(expr)))).toEqual(queries);
});

describe('a memory panel', () => {
  test('names the pod, and its limit dashed', () => {
    expect(panelOf('Memory Usage')).toMatchObject({
      targets: [{ legendFormat: '{{pod}}' }, { legendFormat: '{{pod}} limit' }],
      fieldConfig: {
        overrides: [
          { matcher: { options: 'B' }, properties: [{ value: { fill: 'dash' } }, {}, {}, { id: 'color' }] },
        ],
      },
    });
  });

  test('names no alert whose signal it does not draw', () => {
    expect(panelOf('Memory Usage')).not.toMatchObject({
      description: expect.stringContaining('HighMemoryUsage'),
    });
  });

  test('tells containers of one pod apart', () => {
    const both = { containers: ['shop', 'proxy'] } as const;
    const { memory } = workloadPanels(shown, both, workload);
    expect(memory.queries.map(({ legend }) => legend)).toEqual([
      '{{pod}} {{container}}',
      '{{pod}} {{container}} limit',
    ]);
  });
});

test('volumes turn yellow where the warning fires', () => {
  expect(panelOf('PVC Usage')).toMatchObject({
    type: 'gauge',
    fieldConfig: {
      defaults: {
        unit: 'percentunit',
        thresholds: { steps: [{ color: 'green' }, { value: 0.85, color: 'yellow' }] },
      },
    },
  });
});

test('a pod is coloured by its phase', () => {
  expect(panelOf('Pod Status')).toMatchObject({
    type: 'table',
    fieldConfig: { overrides: [{ matcher: { options: 'Phase' } }] },
  });
});

test('a panel of the house takes another title and size', () => {
  expect(adjusted(requestRate, { title: 'API Request Rate', width: 8 })).toMatchObject({
    title: 'API Request Rate',
    key: 'api-request-rate',
    width: 8,
  });
});

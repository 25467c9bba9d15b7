import { describe, expect, test } from '@jest/globals';
import { begun, deployments } from '#dashboards/around/deployed.js';
import { containerRestarts, oomKills } from '#dashboards/around/restarted.js';
import { processStarts } from '#dashboards/around/started.js';
import { versionChanges } from '#dashboards/around/upgraded.js';
import type { DashboardSpec } from '#dashboards/dashboard.js';
import { mark, type Mark } from '#dashboards/mark.js';
import { leftByPerses, persesSpec } from '#dashboards/perses/dashboard.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { dashboardV2 } from '#dashboards/v2/dashboard.js';
import { choice } from '#dashboards/variable.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { postgresExporterMetrics } from '#metrics/postgres-exporter.js';
import { processMetrics } from '#metrics/process.js';
import { panelOnly } from '#promql/expr/panel-only.js';
import { print } from '#promql/expr/print.js';
import { narrowed } from '#promql/metric/catalog.js';
import { note, openBaskets, requestRate, shop } from './fixture.js';
import { toldBy } from './told.js';

/** What a mark has after ten minutes, where a step is a minute and four scrapes are four. */
const marked = (
  { expr }: Mark,
  series: Readonly<Record<string, string>>,
  samples: Readonly<Record<string, number>>,
) =>
  toldBy(print(expr).replaceAll('$__rate_interval', '4m').replaceAll('$__interval', '1m'), series, samples);

const replicas = (name: string) => `kube_replicaset_spec_replicas{namespace="shop", replicaset="${name}"}`;
const ofShop = (name: string) => `{namespace="shop", replicaset="${name}"}`;

describe('A deployment is marked', () => {
  const all = deployments(kubeStateMetrics);

  test.each([
    [
      'when a new ReplicaSet has pods',
      { [replicas('shop-a')]: '2x10', [replicas('shop-b')]: '_x10 1' },
      { [ofShop('shop-b')]: 1 },
    ],
    [
      'when an old one is rolled back to',
      { [replicas('shop-a')]: '2x10', [replicas('shop-b')]: '0x9 3' },
      { [ofShop('shop-b')]: 3 },
    ],
    ['not when one has more pods', { [replicas('shop-a')]: '2x9 5' }, {}],
    ['not when one has none any more', { [replicas('shop-a')]: '2x9 0' }, {}],
    ['not when kube-state-metrics begins to tell', { [replicas('shop-a')]: '_x10 2' }, {}],
    ['no longer a step later', { [replicas('shop-a')]: '2x10', [replicas('shop-b')]: '_x8 1x2' }, {}],
  ])('%s', async (_, series: Readonly<Record<string, string>>, samples: Readonly<Record<string, number>>) => {
    expect(await marked(all, series, samples)).toBe('');
  });

  test('of the Deployments that are named alone, whatever others are called', async () => {
    const series = {
      [replicas('shop-b4c')]: '_x10 1',
      [replicas('shop-gateway-b4c')]: '_x10 1',
      [replicas('shop-a')]: '1x10',
    };
    expect(await marked(deployments(kubeStateMetrics, ['shop']), series, { [ofShop('shop-b4c')]: 1 })).toBe(
      '',
    );
  });
});

describe('A container that restarts', () => {
  const labels = 'namespace="shop", pod="shop-0", container="shop"';
  const restarts = `kube_pod_container_status_restarts_total{${labels}}`;
  const killed = `kube_pod_container_status_last_terminated_reason{${labels}, reason="OOMKilled"}`;
  const failed = `kube_pod_container_status_last_terminated_reason{${labels}, reason="Error"}`;
  const once = { [`{${labels}}`]: 1 };

  test.each([
    ['is marked as restarted', containerRestarts, { [restarts]: '3x9 4', [failed]: '1x10' }, once],
    [
      'is not where it restarted long ago',
      containerRestarts,
      { [restarts]: '3x2 4x8', [failed]: '1x10' },
      {},
    ],
    ['is marked as killed for want of memory', oomKills, { [restarts]: '3x9 4', [killed]: '1x10' }, once],
    ['is then not marked twice', containerRestarts, { [restarts]: '3x9 4', [killed]: '1x10' }, {}],
    ['is not where it was killed long ago', oomKills, { [restarts]: '4x10', [killed]: '1x10' }, {}],
  ])(
    '%s',
    async (_, marks, series: Readonly<Record<string, string>>, samples: Readonly<Record<string, number>>) => {
      expect(await marked(marks(kubeStateMetrics), series, samples)).toBe('');
    },
  );
});

describe('A process', () => {
  const at = 'job="shop", instance="a"';
  const started = `process_start_time_seconds{${at}}`;

  test('is marked when it has begun since', async () => {
    expect(await marked(processStarts(processMetrics), { [started]: '5x9 590' }, { [`{${at}}`]: 590 })).toBe(
      '',
    );
  });

  test('is not where a worker tells that was there before', async () => {
    expect(await marked(processStarts(processMetrics), { [started]: '5x3 9x3 5x2 9' }, {})).toBe('');
  });
});

describe('A version', () => {
  const build = (version: string) => `postgres_exporter_build_info{job="db", version="${version}"}`;
  const marks = versionChanges(postgresExporterMetrics.build);

  test.each([
    [
      'is marked when it is new',
      { [build('1')]: '1x8 _x2', [build('2')]: '_x10 1' },
      { '{job="db", version="2"}': 1 },
    ],
    ['is not where its exporter was away for a moment', { [build('1')]: '1x5 _x3 1' }, {}],
    ['is not where nothing was there before', { [build('1')]: '_x10 1' }, {}],
  ])('%s', async (_, series: Readonly<Record<string, string>>, samples: Readonly<Record<string, number>>) => {
    expect(await marked(marks, series, samples)).toBe('');
  });
});

describe('A dashboard with marks', () => {
  const namespace = choice('namespace', ['prod', 'test']);
  const marks = [mark('Baskets', { signal: openBaskets, color: 'purple' })];
  const around: DashboardSpec['around'] = (chosen) => [
    deployments(chosen ? narrowed(kubeStateMetrics, { namespace: chosen }) : kubeStateMetrics),
  ];
  const made = shop([note('Note $namespace')], { around, marks, variables: [namespace], language: 'ko' });
  const list = dashboardModel(made).annotations.list ?? [];

  test('has them in its own language, those of its application first', () => {
    expect(list.map(({ name, iconColor, textFormat }) => [name, iconColor, textFormat])).toEqual([
      ['배포', 'blue', '{{replicaset}}'],
      ['Baskets', 'purple', '{{path}}'],
    ]);
  });

  test('marks what happens where its reader looks', () => {
    expect(list[0]?.target).toMatchObject({ expr: expect.stringContaining('{namespace="$namespace"}') });
  });

  test('asks no more often than is scraped', () => {
    expect(list[0]?.target).toMatchObject({ interval: '30s' });
  });

  test("has them in Grafana's second model", () => {
    expect(dashboardV2(made).annotations).toMatchObject([{ spec: { name: '배포' } }, {}]);
  });

  test('has them in Perses, which fills in no step', () => {
    const { annotations } = persesSpec(made);
    expect(annotations).toMatchObject([
      { display: { color: '#5794f2' }, plugin: { spec: { expr: expect.stringContaining('offset 5m') } } },
      {},
    ]);
  });

  test('tells what Perses draws otherwise', () => {
    expect(leftByPerses(made).map(({ why }) => why)).toContainEqual(
      expect.stringContaining('marks all of the time'),
    );
  });

  test('needs their names in its language', () => {
    const english = [mark({ en: 'Baskets' }, { signal: openBaskets, color: 'purple' })];
    expect(() => shop([note('Note')], { marks: english, language: 'ko' })).toThrow(/marks\[0\].*Korean/);
  });
});

test('a step of a drawing is nothing for a rule', () => {
  expect(panelOnly(begun(kubeStateMetrics).expr)).toContainEqual(
    expect.objectContaining({ code: 'only-in-panels' }),
  );
});

test('a mark is called by all labels of its signal unless it says otherwise', () => {
  expect(mark('Requests', { signal: requestRate('5m'), color: 'blue' }).text).toBe('{{path}}');
});

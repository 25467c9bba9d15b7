import { describe, expect, test } from '@jest/globals';
import { above } from '#alerts/rule/condition.js';
import type { PanelModel } from '#dashboards/model.js';
import { bargauge } from '#dashboards/panel/bargauge.js';
import { gauge } from '#dashboards/panel/gauge.js';
import { heatmap } from '#dashboards/panel/heatmap.js';
import { logs } from '#dashboards/panel/logs.js';
import { piechart } from '#dashboards/panel/piechart.js';
import { stat } from '#dashboards/panel/stat.js';
import { table } from '#dashboards/panel/table.js';
import { text } from '#dashboards/panel/text.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { dashboardJson, dashboardModel } from '#dashboards/render/dashboard.js';
import { row } from '#dashboards/row.js';
import { choice, labelValues } from '#dashboards/variable.js';
import { gibibytes, percent } from '#promql/unit/limit.js';
import {
  alertOn,
  duration,
  errorRatio,
  openBaskets,
  requests,
  shop,
  startTime,
  storeFill,
  usedMemory,
} from './fixture.js';

const description = 'What it shows.';
const errorsHigh = alertOn('ErrorsHigh', 'critical', above(errorRatio('5m'), percent(5)));
const filling = alertOn('Filling', 'warning', above(storeFill, percent(70)));
const namespace = labelValues('namespace', requests);
const stage = choice('stage', ['prod', 'test'], { title: 'Stage' });

const everything = shop(
  [
    timeseries('Errors', {
      description,
      signal: errorRatio('$__rate_interval', requests.where({ namespace })),
      limits: [errorsHigh],
    }),
    row('Now', [
      stat('Baskets', { description, signal: openBaskets }),
      gauge('Fill', { description, signal: storeFill, limits: [filling] }),
      bargauge('Memory', { description, signal: usedMemory, max: gibibytes(2) }),
      piechart('Shares', { description, signal: openBaskets }),
    ]),
    row(
      'More',
      [
        table('Pods', { description, rows: startTime, columns: { pod: 'Pod' } }),
        heatmap('Times', { description, histogram: duration }),
        logs('Log', { description, logql: '{stage="$stage"}' }),
        text('Note', { description, markdown: 'Hello.' }),
      ],
      { collapsed: true },
    ),
  ],
  {
    variables: [namespace, stage],
    alerts: [errorsHigh],
    runbook: (alert) => `https://runbooks.example/${alert}`,
  },
);
const model = dashboardModel(everything);
const panels: readonly PanelModel[] = (model.panels ?? []).flatMap((panel) =>
  'panels' in panel ? [...panel.panels] : [panel as PanelModel],
);

describe('every panel', () => {
  test('of every kind is drawn', () => {
    expect(panels.map(({ type }) => type).sort()).toEqual([
      'bargauge',
      'gauge',
      'heatmap',
      'logs',
      'piechart',
      'stat',
      'table',
      'text',
      'timeseries',
    ]);
  });

  test.each(panels.map((panel) => [panel.type, panel] as const))(
    'has data source (mistake 22), unit (mistake 24), description, place and id: %s',
    (_, panel) => {
      expect(panel).toMatchObject({
        id: expect.any(Number),
        datasource: { type: expect.any(String), uid: expect.any(String) },
        description: expect.stringContaining(description),
        gridPos: {
          x: expect.any(Number),
          y: expect.any(Number),
          w: expect.any(Number),
          h: expect.any(Number),
        },
        fieldConfig: { defaults: { unit: expect.any(String) }, overrides: expect.any(Array) },
      });
    },
  );

  test.each(panels.map((panel) => [panel.type, panel] as const))(
    'asks its own data source, each query by a name: %s',
    (_, { targets = [], datasource }) => {
      expect(targets).toEqual(
        targets.map((target, i) =>
          expect.objectContaining({
            refId: 'ABC'[i],
            datasource,
            ...('expr' in target ? { expr: target.expr } : {}),
          }),
        ),
      );
    },
  );

  test('has an id of its own', () => {
    const ids = [...(model.panels ?? []), ...panels].map(({ id }) => id);
    expect(new Set(ids).size).toBe(panels.length + 2);
  });
});

describe('a dashboard as JSON', () => {
  test('stands by itself', () => {
    expect(JSON.parse(dashboardJson(everything))).not.toHaveProperty('dashboard');
  });

  test('is the same twice', () => {
    expect(dashboardJson(everything)).toBe(dashboardJson(everything));
  });

  test('says what it is, how often it refreshes and in which zone', () => {
    const seoul = dashboardModel({ ...everything, timezone: 'Asia/Seoul' });
    expect(seoul).toMatchObject({
      uid: 'shop',
      title: 'Shop',
      refresh: '30s',
      timezone: 'Asia/Seoul',
      time: { from: 'now-6h', to: 'now' },
    });
  });

  test('marks the alerts of its application when they fire', () => {
    expect(model.annotations.list?.map(({ target }) => target)).toMatchObject([
      { expr: 'ALERTS{alertstate="firing", application="shop"}', datasource: { uid: 'prometheus' } },
    ]);
  });

  test('lets the reader choose what Prometheus knows', () => {
    expect(model.templating.list?.[0]).toMatchObject({
      type: 'query',
      name: 'namespace',
      definition: 'label_values(shop_requests_total, namespace)',
      datasource: { uid: 'prometheus' },
    });
  });

  test('lets the reader choose from a list, of which the first is chosen', () => {
    expect(model.templating.list?.[1]).toMatchObject({
      type: 'custom',
      label: 'Stage',
      query: 'prod,test',
      current: { value: 'prod' },
    });
  });

  test('links a panel to the runbook of the alert whose limit it draws', () => {
    expect(panels.find(({ title }) => title === 'Errors')?.links).toMatchObject([
      { title: 'Runbook: ErrorsHigh', url: 'https://runbooks.example/ErrorsHigh' },
    ]);
  });
});

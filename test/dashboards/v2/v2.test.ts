import { describe, expect, test } from '@jest/globals';
import {
  AnnotationQueryBuilder,
  CustomVariableBuilder,
  DashboardBuilder,
  DashboardCursorSync,
  GridBuilder,
  GridItemBuilder,
  PanelBuilder,
  QueryGroupBuilder,
  QueryVariableBuilder,
  QueryOptionsSpecBuilder,
  RowBuilder,
  RowRepeatOptionsBuilder,
  RowsBuilder,
  TargetBuilder,
  TimeSettingsBuilder,
  type VariableKind,
  VariableRefresh,
  VariableSort,
  VizConfigKindBuilder,
} from '@grafana/grafana-foundation-sdk/dashboardv2';
import { above } from '#alerts/rule/condition.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import type { OwnOptions, PanelModel } from '#dashboards/model.js';
import { logs } from '#dashboards/panel/logs.js';
import { stat } from '#dashboards/panel/stat.js';
import { table } from '#dashboards/panel/table.js';
import { text } from '#dashboards/panel/text.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { row } from '#dashboards/row.js';
import { dashboardV2 } from '#dashboards/v2/dashboard.js';
import { panelsOf } from '#dashboards/v2/layout.js';
import { dashboardResource, folderResource, folderUid } from '#dashboards/v2/resource.js';
import { choice, labelValues, rawVariable } from '#dashboards/variable.js';
import { percent } from '#promql/unit/limit.js';
import { alertOn, errorRatio, openBaskets, requests, shop, startTime } from '../fixture.js';

const description = 'What it shows.';
const errorsHigh = alertOn('ErrorsHigh', 'critical', above(errorRatio('5m'), percent(5)));
const namespace = labelValues('namespace', requests);
const stage = choice('stage', ['prod', 'test'], { title: 'Stage' });
const errors = timeseries('Errors', {
  description,
  signal: errorRatio('$__rate_interval', requests.where({ namespace })),
  limits: [errorsHigh],
});
const saying = (variable: string) => logs('Log', { description, logql: `{stage="$${variable}"}` });
const baskets = stat('Baskets', { description, signal: openBaskets });
const pods = table('Pods', { description, rows: startTime, columns: { pod: 'Pod' } });
const note = text('Note', { description, markdown: 'Hello.' });

const options = {
  variables: [namespace, stage],
  alerts: [errorsHigh],
  runbook: (alert: string) => `https://runbooks.example/${alert}`,
};
const everything = shop(
  [errors, row('Now', [baskets, saying('stage')]), row('More', [pods], { collapsed: true, repeat: 'stage' })],
  options,
);
const spec = dashboardV2(everything);

/** A dashboard's panels as the classic model has them. */
const classic = (dashboard: Dashboard): readonly PanelModel[] =>
  panelsOf(dashboardModel(dashboard).panels ?? []);

/** A value that is there already, as a builder of the SDK. */
const built = <T>(value: T) => ({ build: () => value });
const query = (group: string, name: string, asked: OwnOptions) =>
  built({ kind: 'DataQuery' as const, group, version: 'v0', datasource: { name }, spec: asked });

describe('a dashboard in the second model', () => {
  test('is what the builders of Grafana’s SDK make of the same', () => {
    const [panel] = classic(shop([note]));
    if (!panel) throw new Error('there is a panel');
    const own = `panel-${panel.id}`;
    const { options: shown, fieldConfig } = panel;
    const theirs = new DashboardBuilder('Shop')
      .description(String(dashboardModel(shop([note])).description))
      .annotations([])
      .cursorSync(DashboardCursorSync.Crosshair)
      .editable(false)
      .links([])
      .liveNow(false)
      .preload(false)
      .tags([])
      .timeSettings(
        new TimeSettingsBuilder()
          .timezone('browser')
          .from('now-6h')
          .to('now')
          .autoRefresh('30s')
          .autoRefreshIntervals(['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'])
          .hideTimepicker(false)
          .fiscalYearStartMonth(0),
      )
      .variables([])
      .element(
        own,
        new PanelBuilder()
          .id(panel.id ?? 0)
          .title('Note')
          .description(description)
          .links([])
          .data(
            new QueryGroupBuilder()
              .targets([])
              .transformations([])
              .queryOptions(new QueryOptionsSpecBuilder()),
          )
          .visualization(
            built({
              kind: 'VizConfig',
              group: 'text',
              version: '',
              // The SDK leaves them open, as the plugin says.
              spec: { options: shown, fieldConfig: JSON.parse(JSON.stringify(fieldConfig)) },
            }),
          ),
      )
      .layout(
        new GridBuilder().item(
          new GridItemBuilder()
            .name(own)
            .x(0)
            .y(0)
            .width(panel.gridPos?.w ?? 0)
            .height(panel.gridPos?.h ?? 0),
        ),
      )
      .build();
    expect(dashboardV2(shop([note]))).toEqual(theirs);
  });

  test('draws each panel with the options and fields of the classic one', () => {
    for (const panel of classic(everything)) {
      const theirs = new VizConfigKindBuilder()
        .group(panel.type)
        .version('')
        .options(panel.options)
        .fieldConfig(JSON.parse(JSON.stringify(panel.fieldConfig)))
        .build();
      expect(spec.elements[`panel-${panel.id}`]).toMatchObject({ spec: { vizConfig: theirs } });
    }
  });

  test('asks what the classic one asks, of the same data source by its uid', () => {
    const [panel] = classic(everything);
    const [target] = panel?.targets ?? [];
    const { refId: _, datasource: __, ...asked }: OwnOptions = { ...target };
    const theirs = new QueryGroupBuilder()
      .targets([
        new TargetBuilder()
          .query(query('prometheus', 'prometheus', asked))
          .refId('A')
          .hidden(false),
      ])
      .transformations([])
      .queryOptions(new QueryOptionsSpecBuilder().interval('30s'))
      .build();
    expect(spec.elements[`panel-${panel?.id}`]).toMatchObject({ spec: { data: theirs } });
  });

  test('has each transformation under its id', () => {
    const panel = classic(everything).find(({ type }) => type === 'table');
    expect(spec.elements[`panel-${panel?.id}`]).toMatchObject({
      spec: {
        data: {
          spec: {
            transformations: panel?.transformations?.map(({ id, options: given }) => ({
              kind: 'Transformation',
              group: id,
              spec: { options: given },
            })),
          },
        },
      },
    });
  });

  test('links panels to the runbooks of their alerts', () => {
    expect(spec.elements[`panel-${classic(everything)[0]?.id}`]).toMatchObject({
      spec: {
        links: [
          { title: 'Runbook: ErrorsHigh', url: 'https://runbooks.example/ErrorsHigh', targetBlank: true },
        ],
      },
    });
  });

  test('has its rows with the panels below them, and what stands before the first without a heading', () => {
    const [first, second, third, fourth] = classic(everything).map(({ id }) => `panel-${id}`);
    const at = (name: string, x: number, y: number, width: number, height: number) =>
      new GridItemBuilder().name(name).x(x).y(y).width(width).height(height);
    const sizes = Object.fromEntries(
      classic(everything).map(({ id, gridPos }) => [`panel-${id}`, gridPos] as const),
    );
    const placed = (name = '', y = 0) => {
      const { x = 0, w = 0, h = 0 } = sizes[name] ?? {};
      return at(name, x, y, w, h);
    };
    const theirs = new RowsBuilder()
      .row(
        new RowBuilder()
          .title('')
          .collapse(false)
          .hideHeader(true)
          .layout(new GridBuilder().items([placed(first)])),
      )
      .row(
        new RowBuilder()
          .title('Now')
          .collapse(false)
          .layout(new GridBuilder().items([placed(second), placed(third, 4)])),
      )
      .row(
        new RowBuilder()
          .title('More')
          .collapse(true)
          .repeat(new RowRepeatOptionsBuilder().value('stage'))
          .layout(new GridBuilder().items([placed(fourth)])),
      )
      .build();
    expect(spec.layout).toEqual(theirs);
  });

  test('names no panel in its layout that it does not hold, and holds none twice', () => {
    const named = JSON.stringify(spec.layout).match(/panel-\d+/g) ?? [];
    expect(named.toSorted()).toEqual(Object.keys(spec.elements).toSorted());
  });

  test('marks when its alerts fire', () => {
    const theirs = new AnnotationQueryBuilder()
      .query(query('prometheus', 'prometheus', { expr: 'ALERTS{alertstate="firing", application="shop"}' }))
      .enable(true)
      .hide(false)
      .iconColor('red')
      .name('Firing alerts')
      .legacyOptions({
        titleFormat: '{{alertname}}',
        textFormat: '{{component}}, {{severity}}',
        tagKeys: 'severity',
      })
      .build();
    expect(spec.annotations).toEqual([theirs]);
  });

  test('offers what the classic one offers', () => {
    const asked = { qryType: 1, refId: 'PrometheusVariableQueryEditor-VariableQuery' };
    const values = 'label_values(shop_requests_total, namespace)';
    const theirs: readonly VariableKind[] = [
      new QueryVariableBuilder('namespace')
        .label('namespace')
        .query(query('prometheus', 'prometheus', { ...asked, query: values }))
        .definition(values)
        .current({ text: '', value: '' })
        .refresh(VariableRefresh.OnTimeRangeChanged)
        .sort(VariableSort.AlphabeticalAsc)
        .regex('')
        .options([])
        .multi(false)
        .includeAll(false)
        .allowCustomValue(true)
        .build(),
      new CustomVariableBuilder('stage')
        .label('Stage')
        .query('prod,test')
        .current({ selected: true, text: 'prod', value: 'prod' })
        .options([
          { selected: true, text: 'prod', value: 'prod' },
          { selected: false, text: 'test', value: 'test' },
        ])
        .multi(false)
        .includeAll(false)
        .allowCustomValue(true)
        .build(),
    ];
    expect(spec.variables).toEqual(theirs.map(({ spec: own, ...each }) => ({ ...each, spec: { ...own } })));
  });

  test.each<[string, OwnOptions, string]>([
    ['constant', { query: 'eu' }, 'ConstantVariable'],
    ['textbox', { query: 'all' }, 'TextVariable'],
    ['datasource', { query: 'prometheus' }, 'DatasourceVariable'],
    ['interval', { query: '1m,10m' }, 'IntervalVariable'],
    ['adhoc', { datasource: { type: 'prometheus', uid: 'prometheus' } }, 'AdhocVariable'],
    ['groupby', { datasource: { type: 'prometheus', uid: 'prometheus' } }, 'GroupByVariable'],
    ['switch', {}, 'SwitchVariable'],
    ['query', { query: 'label_values(up, job)' }, 'QueryVariable'],
  ])('has a kind for a variable of type %s', (type, model, kind) => {
    const { variables } = dashboardV2(
      shop([saying('raw')], { variables: [rawVariable('raw', { type, ...model })] }),
    );
    expect(variables).toMatchObject([{ kind, spec: { name: 'raw' } }]);
  });
});

describe('the resource of a dashboard', () => {
  const resource = dashboardResource(shop([note], { folder: 'Web Shop' }));

  test('is of the API that is stable since Grafana 13, under the dashboard’s uid', () => {
    expect(resource).toMatchObject({
      apiVersion: 'dashboard.grafana.app/v2',
      kind: 'Dashboard',
      metadata: { name: 'shop', annotations: { 'grafana.app/folder': 'web-shop' } },
    });
  });

  test('stands in a folder that is a resource too', () => {
    expect(folderResource('Web Shop')).toEqual({
      apiVersion: 'folder.grafana.app/v1',
      kind: 'Folder',
      metadata: { name: 'web-shop' },
      spec: { title: 'Web Shop' },
    });
  });

  test.each(['상점', 'Shop & Till', 'Shop', 'Shop · production'])(
    'names folder %s by a uid that Grafana takes, and that no other title has',
    (title) => {
      expect(folderUid(title)).toMatch(/^[a-z0-9-]{1,40}$/);
      expect(folderUid(`${title}.`)).not.toBe(folderUid(title));
    },
  );
});

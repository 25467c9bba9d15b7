import { describe, expect, test } from '@jest/globals';
import { PanelBuilder as Bargauge } from '@grafana/grafana-foundation-sdk/bargauge';
import {
  GraphDrawStyle,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  DashboardBuilder,
  FieldColorBuilder,
  FieldColorModeId,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as Gauge } from '@grafana/grafana-foundation-sdk/gauge';
import { PanelBuilder as Heatmap } from '@grafana/grafana-foundation-sdk/heatmap';
import { PanelBuilder as Logs } from '@grafana/grafana-foundation-sdk/logs';
import { PanelBuilder as Piechart } from '@grafana/grafana-foundation-sdk/piechart';
import {
  DataqueryBuilder,
  PromQueryFormat,
  QueryEditorMode,
} from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as Text } from '@grafana/grafana-foundation-sdk/text';
import { PanelBuilder as Timeseries } from '@grafana/grafana-foundation-sdk/timeseries';
import { above } from '#alerts/rule/condition.js';
import { bargauge } from '#dashboards/panel/bargauge.js';
import { gauge } from '#dashboards/panel/gauge.js';
import { heatmap } from '#dashboards/panel/heatmap.js';
import { logs } from '#dashboards/panel/logs.js';
import { piechart } from '#dashboards/panel/piechart.js';
import { stat } from '#dashboards/panel/stat.js';
import { table } from '#dashboards/panel/table.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { percent } from '#promql/unit/limit.js';
import { alertOn, duration, errorRatio, note, openBaskets, rendered, shop, storeFill } from './fixture.js';

const description = 'What it shows.';
const plain = { description, signal: openBaskets };

describe("beside what the SDK's builders make", () => {
  test.each([
    ['bargauge', bargauge('A', { description, signal: storeFill }), new Bargauge()],
    ['gauge', gauge('A', { description, signal: storeFill }), new Gauge()],
    ['heatmap', heatmap('A', { description, histogram: duration }), new Heatmap()],
    ['logs', logs('A', { description, logql: '{app="shop"}' }), new Logs()],
    ['piechart', piechart('A', plain), new Piechart()],
    ['stat', stat('A', plain), new Stat()],
    ['table', table('A', { description, rows: openBaskets, columns: { path: 'Path' } }), new Table()],
    ['text', note('A'), new Text()],
    ['timeseries', timeseries('A', plain), new Timeseries()],
  ])('a panel says every option: %s', (_, panel, builder) => {
    expect(Object.keys(panel.options)).toEqual(expect.arrayContaining(Object.keys(builder.build().options)));
  });

  test('a dashboard is of the same version of the model', () => {
    expect(dashboardModel(shop([note('a')])).schemaVersion).toBe(
      new DashboardBuilder('').build().schemaVersion,
    );
  });

  test('a panel told the same is the same', () => {
    const limits = [alertOn('ErrorsHigh', 'critical', above(errorRatio('5m'), percent(5)))];
    const ours = rendered(timeseries('Errors', { description, signal: errorRatio('5m'), limits }));
    const theirs = new Timeseries()
      .id(ours.id ?? 0)
      .title('Errors')
      .description(ours.description ?? '')
      .gridPos({ h: 8, w: 24, x: 0, y: 0 })
      .datasource({ type: 'prometheus', uid: 'prometheus' })
      .interval('30s')
      .links([])
      .unit('percentunit')
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassic))
      .thresholds(
        new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([
          { value: null, color: 'transparent' },
          { value: 0.05, color: 'red' },
        ]),
      )
      .legend(
        new VizLegendOptionsBuilder()
          .showLegend(true)
          .displayMode(LegendDisplayMode.Table)
          .placement(LegendPlacement.Bottom)
          .calcs(['lastNotNull', 'max'])
          .sortBy('Max')
          .sortDesc(true),
      )
      .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
      .drawStyle(GraphDrawStyle.Line)
      .lineWidth(1)
      .fillOpacity(10)
      .showPoints(VisibilityMode.Never)
      .spanNulls(false)
      .stacking(new StackingConfigBuilder().mode(StackingMode.None).group('A'))
      .axisSoftMin(0)
      .axisSoftMax(0.05)
      .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Line))
      .withTarget(
        new DataqueryBuilder()
          .refId('A')
          .datasource({ type: 'prometheus', uid: 'prometheus' })
          .editorMode(QueryEditorMode.Code)
          .expr(String(errorRatio('5m')))
          .format(PromQueryFormat.TimeSeries)
          .legendFormat('{{path}}')
          .range(),
      )
      .build();
    // What the builder says of itself and Grafana takes for granted.
    const granted = { transparent: false, repeatDirection: 'h' };
    expect({ ...granted, ...ours }).toEqual(JSON.parse(JSON.stringify(theirs)));
  });
});

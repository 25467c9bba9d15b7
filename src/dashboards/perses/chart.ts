import { isTrueAt, listAt, textAt } from '#ground/json.js';
import type { PanelModel } from '#dashboards/model.js';
import { formatOf, unitLeft, unitOf } from './format.js';
import { mappingsOf } from './mapping.js';
import type { Plugin, Said } from './model.js';
import { barChart, gaugeChart, pieChart, statChart } from './number-charts.js';
import { tableChart } from './table.js';
import { timeSeriesChart } from './time-series-chart.js';

/** Of native histograms alone: of a classic one's buckets Perses draws nothing, so they are drawn as lines. */
const heatMapChart = (model: PanelModel): Said<Plugin> => {
  if (textAt(model.targets?.[0], 'format') !== 'time_series') {
    const { said, left } = timeSeriesChart(model);
    return { said, left: [...left, 'the heat map: of a classic histogram it draws the buckets as lines'] };
  }
  const yAxis = unitOf(textAt(model.options, 'yAxis', 'unit') ?? 'short');
  const countFormat = formatOf(model.fieldConfig?.defaults);
  return {
    said: {
      kind: 'HeatMapChart',
      spec: {
        ...(yAxis !== undefined && { yAxisFormat: { unit: yAxis } }),
        ...(countFormat && { countFormat }),
        showVisualMap: true,
      },
    },
    left: unitLeft(model.fieldConfig?.defaults),
  };
};

const logsTable = ({ options }: PanelModel): Said<Plugin> => ({
  said: {
    kind: 'LogsTable',
    spec: {
      allowWrap: isTrueAt(options, 'wrapLogMessage'),
      showTime: isTrueAt(options, 'showTime'),
      enableDetails: isTrueAt(options, 'enableLogDetails'),
    },
  },
  left: textAt(options, 'sortOrder') === 'Ascending' ? ['that the oldest line stands first'] : [],
});

const markdown = ({ options }: PanelModel): Said<Plugin> => ({
  said: { kind: 'Markdown', spec: { text: textAt(options, 'content') ?? '' } },
  left: textAt(options, 'mode') === 'markdown' ? [] : ['that its text is no Markdown'],
});

const statusHistory = (model: PanelModel): Said<Plugin> => {
  const mappings = mappingsOf(listAt(model.fieldConfig?.defaults, 'mappings'));
  return {
    said: { kind: 'StatusHistoryChart', spec: mappings.length > 0 ? { mappings } : {} },
    left: [],
  };
};

const charts: ReadonlyMap<string, (model: PanelModel) => Said<Plugin>> = new Map([
  ['timeseries', timeSeriesChart],
  ['stat', statChart],
  ['gauge', gaugeChart],
  ['bargauge', barChart],
  ['piechart', pieChart],
  ['table', tableChart],
  ['heatmap', heatMapChart],
  ['logs', logsTable],
  ['text', markdown],
  ['state-timeline', statusHistory],
  ['status-history', statusHistory],
]);

/** A kind of panel that Perses has not is drawn as values over time, or as a table where it asks for one. */
const otherChart = (model: PanelModel): Said<Plugin> => {
  const isTable = textAt(model.targets?.[0], 'format') === 'table';
  const { said, left } = isTable ? tableChart(model) : timeSeriesChart(model);
  return { said, left: [...left, `the kind ${model.type}: it is drawn as ${isTable ? 'a table' : 'lines'}`] };
};

/** How Perses draws a panel. */
export const chartOf = (model: PanelModel): Said<Plugin> => (charts.get(model.type) ?? otherChart)(model);

import { Ajv2019 } from 'ajv/dist/2019.js';

/**
 * Perses' own schemas as JSON Schema, of the plugins that are written here: https://github.com/perses/plugins at c69fda3f (2026-08-21), with
 * https://github.com/perses/shared/tree/main/cue/common for what they share. Each file named is CUE, `close` is `additionalProperties: false`.
 */
const closed = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const text = { type: 'string' };
const filled = { type: 'string', minLength: 1 };
const number = { type: 'number' };
const truth = { type: 'boolean' };
const hex = { type: 'string', pattern: '^#(?:[0-9a-fA-F]{3}){1,2}$' };
const list = (items: object) => ({ type: 'array', items });

/** cue/common/format.cue */
const format = {
  anyOf: [
    closed({
      unit: {
        enum: [
          'datetime-iso',
          'datetime-us',
          'datetime-local',
          'date-iso',
          'date-us',
          'date-local',
          'time-local',
          'time-iso',
          'time-us',
          'relative-time',
          'unix-timestamp',
          'unix-timestamp-ms',
        ],
      },
    }),
    closed({
      unit: {
        enum: [
          ...['nanoseconds', 'microseconds', 'milliseconds', 'seconds', 'minutes', 'hours', 'days', 'weeks'],
          ...['months', 'years', 'percent', 'percent-decimal', 'krw', 'usd', 'eur', 'celsius', 'fahrenheit'],
        ],
      },
      decimalPlaces: number,
    }),
    closed({
      unit: {
        enum: [
          ...['decimal', 'bits', 'decbits', 'bytes', 'decbytes', 'bits/sec', 'decbits/sec', 'bytes/sec'],
          ...['decbytes/sec', 'counts/sec', 'events/sec', 'messages/sec', 'ops/sec', 'packets/sec'],
          ...['reads/sec', 'records/sec', 'requests/sec', 'rows/sec', 'writes/sec'],
        ],
      },
      decimalPlaces: number,
      shortValues: truth,
    }),
  ],
};
/** cue/common/calculation.cue */
const calculation = {
  enum: ['first', 'last', 'first-number', 'last-number', 'mean', 'sum', 'min', 'max'],
};
/** cue/common/threshold.cue */
const thresholds = closed({
  mode: { enum: ['percent', 'absolute'] },
  defaultColor: text,
  steps: list(closed({ value: number, color: text, name: text }, ['value'])),
});
/** cue/common/legend.cue */
const legend = closed(
  {
    position: { enum: ['bottom', 'right'] },
    mode: { enum: ['list', 'table'] },
    size: { enum: ['small', 'medium'] },
    values: list(calculation),
  },
  ['position'],
);
/** cue/common/mappings.cue */
const result = closed({ value: text, color: hex }, ['value']);
const misc = { enum: ['empty', 'null', 'NaN', 'true', 'false'] };
const kindOf = (kind: string, spec: object) => closed({ kind: { const: kind }, spec }, ['kind', 'spec']);
const mapping = {
  anyOf: [
    kindOf('Value', closed({ value: filled, result }, ['value', 'result'])),
    kindOf('Range', closed({ from: number, to: number, result }, ['result'])),
    kindOf('Regex', closed({ pattern: filled, result }, ['pattern', 'result'])),
    kindOf('Misc', closed({ value: misc, result }, ['value', 'result'])),
  ],
};
const cell = closed(
  {
    condition: {
      anyOf: [
        kindOf('Value', closed({ value: filled }, ['value'])),
        kindOf('Range', closed({ min: number, max: number })),
        kindOf('Regex', closed({ expr: filled }, ['expr'])),
        kindOf('Misc', closed({ value: misc }, ['value'])),
      ],
    },
    ...{ text, prefix: text, suffix: text, textColor: hex, backgroundColor: hex },
  },
  ['condition'],
);
/** cue/common/datasource.cue */
const datasource = (kind: string) => ({
  anyOf: [closed({ kind: { const: kind }, name: text }, ['kind']), { type: 'string', pattern: '^\\$\\w+$' }],
});

/** timeserieschart/schemas/time-series.cue */
const lineStyle = { enum: ['solid', 'dashed', 'dotted'] };
const areaOpacity = { type: 'number', minimum: 0, maximum: 1 };
const timeSeriesChart = closed({
  legend,
  tooltip: closed({ enablePinning: truth }),
  yAxis: closed({ show: truth, label: text, format, min: number, max: number, logBase: { enum: [2, 10] } }),
  thresholds,
  visual: closed({
    display: { enum: ['line', 'bar'] },
    lineWidth: { type: 'number', minimum: 0.25, maximum: 3 },
    lineStyle,
    areaOpacity,
    showPoints: { enum: ['auto', 'always'] },
    palette: closed({ mode: { enum: ['auto', 'categorical'] } }),
    pointRadius: { type: 'number', minimum: 0, maximum: 6 },
    stack: { enum: ['all', 'percent'] },
    connectNulls: truth,
  }),
  querySettings: list(
    closed(
      {
        queryIndex: { type: 'integer', minimum: 0 },
        colorMode: { enum: ['fixed', 'fixed-single'] },
        colorValue: hex,
        ...{ lineStyle, areaOpacity, format, negativeY: truth, stack: truth },
      },
      ['queryIndex'],
    ),
  ),
});

/** The panels, each with the file that says so. */
const panels = [
  kindOf('TimeSeriesChart', timeSeriesChart),
  // statchart/schemas/stat.cue
  kindOf(
    'StatChart',
    closed(
      {
        ...{ calculation, metricLabel: text, format, thresholds, valueFontSize: number },
        sparkline: closed({ color: text, width: number }),
        colorMode: { enum: ['value', 'background_solid', 'none'] },
        legendMode: { enum: ['auto', 'on', 'off'] },
        mappings: list(mapping),
      },
      ['calculation'],
    ),
  ),
  // gaugechart/schemas/gauge.cue
  kindOf(
    'GaugeChart',
    closed({ calculation, format, thresholds, max: number, legend: closed({ show: truth }) }, [
      'calculation',
    ]),
  ),
  // barchart/schemas/bar.cue
  kindOf(
    'BarChart',
    closed(
      {
        ...{ calculation, format, sort: { enum: ['asc', 'desc'] }, groupBy: list(text), isStacked: truth },
        mode: { enum: ['value', 'percentage'] },
        orientation: { enum: ['horizontal', 'vertical'] },
      },
      ['calculation'],
    ),
  ),
  // piechart/schemas/pie.cue
  kindOf(
    'PieChart',
    closed(
      {
        legend: closed(
          {
            position: { enum: ['bottom', 'right'] },
            mode: { enum: ['list', 'table'] },
            size: { enum: ['small', 'medium'] },
            values: list({ enum: ['abs', 'relative'] }),
          },
          ['position'],
        ),
        ...{ calculation, format, sort: { enum: ['asc', 'desc'] }, mode: { enum: ['value', 'percentage'] } },
        ...{ showLabels: truth, radius: number, colorPalette: list(text) },
      },
      ['calculation', 'radius'],
    ),
  ),
  // table/schemas/table.cue, cue/common/transform.cue
  kindOf(
    'Table',
    closed({
      density: { enum: ['compact', 'standard', 'comfortable'] },
      ...{ defaultColumnHidden: truth, pagination: truth, enableFiltering: truth, enableSorting: truth },
      columnSettings: list(
        closed(
          {
            ...{ name: filled, header: text, headerDescription: text, cellDescription: text, format },
            ...{ align: { enum: ['left', 'center', 'right'] }, enableSorting: truth, hide: truth },
            sort: { enum: ['asc', 'desc'] },
            width: { anyOf: [number, { const: 'auto' }] },
            cellSettings: list(cell),
            dataLink: closed({ url: text, title: text, openNewTab: truth }, ['url', 'openNewTab']),
          },
          ['name'],
        ),
      ),
      cellSettings: list(cell),
      transforms: list({
        anyOf: [
          kindOf('MergeSeries', closed({ disabled: truth })),
          kindOf('JoinByColumnValue', closed({ columns: list(text), disabled: truth }, ['columns'])),
        ],
      }),
    }),
  ),
  // heatmapchart/schemas/heatmap.cue
  kindOf(
    'HeatMapChart',
    closed({
      ...{ yAxisFormat: format, countFormat: format, showVisualMap: truth, min: number, max: number },
      logBase: { enum: [2, 10] },
    }),
  ),
  // logstable/schemas/logstable.cue
  kindOf('LogsTable', closed({ allowWrap: truth, enableDetails: truth, showTime: truth })),
  // markdown/schemas/markdown.cue
  kindOf('Markdown', closed({ text }, ['text'])),
  // statushistorychart/schemas/status-history.cue
  kindOf(
    'StatusHistoryChart',
    closed({ legend, mappings: list(mapping), sorting: { enum: ['asc', 'desc'] } }),
  ),
];

/** prometheus/schemas/prometheus-time-series-query/query.cue, loki/schemas/queries/loki-log-query/query.cue */
const step = {
  type: 'string',
  pattern: '^(\\d+y)?(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?$|^\\$\\w+$',
};
const promql = closed(
  {
    datasource: datasource('PrometheusDatasource'),
    ...{ query: filled, seriesNameFormat: text, minStep: step, resolution: number, instant: truth },
  },
  ['query'],
);
const counted = closed({ datasource: datasource('LokiDatasource'), query: filled }, ['query']);
const logql = closed(
  {
    datasource: datasource('LokiDatasource'),
    direction: { enum: ['forward', 'backward'] },
    query: filled,
  },
  ['query'],
);
const queryOf = (kind: string, plugin: object) => kindOf(kind, closed({ name: text, plugin }, ['plugin']));

/** datasourcevariable/schemas, prometheus/schemas/prometheus-label-values, prometheus/schemas/prometheus-promql, staticlistvariable/schemas */
const variable = {
  anyOf: [
    kindOf(
      'PrometheusLabelValuesVariable',
      closed({ datasource: datasource('PrometheusDatasource'), labelName: filled, matchers: list(text) }, [
        'labelName',
      ]),
    ),
    kindOf(
      'PrometheusPromQLVariable',
      closed({ datasource: datasource('PrometheusDatasource'), expr: filled, labelName: filled }, [
        'expr',
        'labelName',
      ]),
    ),
    kindOf('DatasourceVariable', closed({ datasourcePluginKind: filled }, ['datasourcePluginKind'])),
    kindOf(
      'StaticListVariable',
      closed({ values: list({ anyOf: [filled, closed({ value: text, label: text }, ['value'])] }) }, [
        'values',
      ]),
    ),
  ],
};

/** https://perses.dev/perses/docs/api/dashboard/, https://perses.dev/perses/docs/api/variable/ */
const display = closed({ name: text, description: text });
const shown = closed({ name: text, description: text, hidden: truth }, ['name']);
const duration = { type: 'string', pattern: '^(\\d+y)?(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?$' };
const link = closed({ name: text, url: filled, tooltip: text, renderVariables: truth, targetBlank: truth }, [
  'url',
]);
const whole = { type: 'integer', minimum: 0 };
const dashboard = closed(
  {
    ...{ display, duration, refreshInterval: duration, timezone: text, links: list(link) },
    variables: list({
      anyOf: [
        kindOf(
          'ListVariable',
          closed(
            {
              name: { type: 'string', pattern: '^[a-zA-Z0-9_-]+$' },
              display: shown,
              defaultValue: { anyOf: [text, list(text)] },
              ...{ allowAllValue: truth, allowMultiple: truth, customAllValue: text, capturingRegexp: text },
              sort: { enum: ['none', 'alphabetical-asc', 'alphabetical-desc', 'numerical-asc'] },
              plugin: variable,
            },
            ['name', 'plugin'],
          ),
        ),
        kindOf(
          'TextVariable',
          closed({ name: text, display: shown, value: text, constant: truth }, ['name', 'value']),
        ),
      ],
    }),
    annotations: list(
      closed(
        {
          display: closed({ name: text, description: text, color: text, hidden: truth }, ['name']),
          // prometheus/schemas/prometheus-promql-annotation/prometheus-promql-annotation.cue
          plugin: kindOf(
            'PrometheusPromQLAnnotation',
            closed(
              {
                datasource: datasource('PrometheusDatasource'),
                ...{ expr: filled, title: text, legend: text },
              },
              ['expr'],
            ),
          ),
        },
        ['display', 'plugin'],
      ),
    ),
    panels: {
      type: 'object',
      propertyNames: { pattern: '^[a-zA-Z0-9_.-]+$' },
      additionalProperties: kindOf(
        'Panel',
        closed(
          {
            display: closed({ name: text, description: text }, ['name']),
            plugin: { anyOf: panels },
            queries: list({
              anyOf: [
                queryOf('TimeSeriesQuery', kindOf('PrometheusTimeSeriesQuery', promql)),
                queryOf('TimeSeriesQuery', kindOf('LokiTimeSeriesQuery', counted)),
                queryOf('LogQuery', kindOf('LokiLogQuery', logql)),
              ],
            }),
            links: list(link),
          },
          ['display', 'plugin'],
        ),
      ),
    },
    layouts: list(
      kindOf(
        'Grid',
        closed(
          {
            display: closed({ title: text, collapse: closed({ open: truth }, ['open']) }, ['title']),
            items: list(
              closed(
                {
                  ...{ x: whole, y: whole, width: whole, height: whole },
                  content: closed({ $ref: { type: 'string', pattern: '^#/spec/panels/' } }, ['$ref']),
                },
                ['x', 'y', 'width', 'height', 'content'],
              ),
            ),
          },
          ['items'],
        ),
      ),
    ),
  },
  ['duration', 'panels', 'layouts'],
);

const validate = new Ajv2019({ allErrors: true, strict: false }).compile(dashboard);

/** What Perses would refuse of a dashboard's `spec`. */
export const refusedByPerses = (spec: unknown): readonly string[] => {
  validate(spec);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

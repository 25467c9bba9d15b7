import { isObject } from '#ground/field.js';
import { isTrueAt, listAt, numberAt, textAt } from '#ground/json.js';
import type { Json } from '#incoming/dashboards/read.js';

const transformations: Readonly<Record<string, Json>> = {
  timeseries_to_columns: { id: 'seriesToColumns', options: { reducers: [] } },
  timeseries_to_rows: { id: 'seriesToRows', options: { reducers: [] } },
  timeseries_aggregations: { id: 'reduce', options: { reducers: [], includeTimeField: false } },
  table: { id: 'merge', options: { reducers: [] } },
};

const modes: Readonly<Record<string, string>> = {
  cell: 'color-background',
  row: 'color-background',
  value: 'color-text',
};

const stepsOf = (style: Json): readonly Json[] => {
  const values = listAt(style, 'thresholds').filter((each) => Number.isFinite(Number(each)));
  const [first, ...colors] = listAt(style, 'colors').filter((each) => typeof each === 'string');
  return first === undefined
    ? []
    : [
        { value: null, color: first },
        ...values.flatMap((value, i) => {
          const color = colors[i];
          return color === undefined ? [] : [{ value: Number(value), color }];
        }),
      ];
};

const propertiesOf = (style: Json): readonly Json[] => {
  const text = (key: string): string => textAt(style, key) ?? '';
  const mode = modes[text('colorMode')];
  const steps = stepsOf(style);
  const decimals = numberAt(style, 'decimals');
  return [
    ...(text('alias') === '' ? [] : [{ id: 'displayName', value: text('alias') }]),
    ...(text('unit') === '' || text('type') === 'date' ? [] : [{ id: 'unit', value: text('unit') }]),
    ...(text('type') === 'date'
      ? [{ id: 'unit', value: `time: ${text('dateFormat') || 'YYYY-MM-DD HH:mm:ss'}` }]
      : []),
    ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
    ...(text('type') === 'hidden' ? [{ id: 'custom.hidden', value: true }] : []),
    ...(mode === undefined ? [] : [{ id: 'custom.cellOptions', value: { type: mode } }]),
    ...(mode === undefined || steps.length === 0
      ? []
      : [{ id: 'thresholds', value: { mode: 'absolute', steps } }]),
    ...(isTrueAt(style, 'link')
      ? [
          {
            id: 'links',
            value: [
              {
                title: text('linkTooltip'),
                url: text('linkUrl').replaceAll('$__cell', '${__value.raw}'),
                targetBlank: isTrueAt(style, 'linkTargetBlank'),
              },
            ],
          },
        ]
      : []),
    ...(text('align') === '' || text('align') === 'auto'
      ? []
      : [{ id: 'custom.align', value: text('align') }]),
  ];
};

/** A table of before Grafana 7 as it is drawn since: https://github.com/grafana/grafana/blob/main/public/app/plugins/panel/table/migrations.ts. */
export const upgradedTable = (panel: Json): Json => {
  const transformation = transformations[textAt(panel, 'transform') ?? ''];
  return {
    type: 'table',
    fieldConfig: {
      defaults: {},
      overrides: listAt(panel, 'styles')
        .filter(isObject)
        .flatMap((style) => {
          const pattern = textAt(style, 'pattern') ?? '';
          const properties = propertiesOf(style);
          const id = pattern.startsWith('/') ? 'byRegexp' : 'byName';
          return properties.length === 0 ? [] : [{ matcher: { id, options: pattern }, properties }];
        }),
    },
    options: { showHeader: panel['showHeader'] !== false },
    ...(transformation && { transformations: [transformation] }),
  };
};

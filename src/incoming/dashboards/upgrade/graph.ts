import { isObject } from '#ground/field.js';
import { isTrueAt, listAt, numberAt, objectAt, textAt } from '#ground/json.js';
import type { Json } from '#incoming/dashboards/read.js';

/** A number as it was written, which may be a text. */
const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

/** What is there of what may not be. */
const given = (fields: Json): Json =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A series by its name, or by a regular expression. */
const matcherOf = (alias: string): Json => ({
  id: alias.startsWith('/') ? 'byRegexp' : 'byName',
  options: alias,
});

const fixed = (color: string): Json => ({ mode: 'fixed', fixedColor: color });

const stacking = (panel: Json): Json => ({
  mode: isTrueAt(panel, 'stack') ? (isTrueAt(panel, 'percentage') ? 'percent' : 'normal') : 'none',
  group: 'A',
});

const customOf = (panel: Json): Json => {
  const axis = objectAt(listAt(panel, 'yaxes')[0]);
  const [lines, bars, points] = [
    panel['lines'] !== false,
    isTrueAt(panel, 'bars'),
    isTrueAt(panel, 'points'),
  ];
  const base = numberOf(axis['logBase']) ?? 1;
  return given({
    drawStyle: bars ? 'bars' : lines ? 'line' : points ? 'points' : 'line',
    lineWidth: numberAt(panel, 'linewidth') ?? 1,
    fillOpacity: bars ? 100 : (numberAt(panel, 'fill') ?? 1) * 10,
    ...((numberAt(panel, 'fillGradient') ?? 0) > 0 && { gradientMode: 'opacity' }),
    showPoints: points && lines ? 'always' : 'never',
    pointSize: points ? (numberAt(panel, 'pointradius') ?? 2) * 2 : undefined,
    ...(isTrueAt(panel, 'steppedLine') && { lineInterpolation: 'stepAfter' }),
    ...(isTrueAt(panel, 'dashes') && {
      lineStyle: {
        fill: 'dash',
        dash: [numberAt(panel, 'dashLength') ?? 10, numberAt(panel, 'spaceLength') ?? 10],
      },
    }),
    spanNulls: textAt(panel, 'nullPointMode') === 'connected',
    stacking: stacking(panel),
    ...((textAt(axis, 'label') ?? '') !== '' && { axisLabel: axis['label'] }),
    ...(base > 1 && { scaleDistribution: { type: 'log', log: base } }),
    ...(axis['show'] === false && { axisPlacement: 'hidden' }),
    ...(listAt(panel, 'thresholds').length > 0 && { thresholdsStyle: { mode: styleOf(panel) } }),
  });
};

const styleOf = (panel: Json): string => {
  const all = listAt(panel, 'thresholds');
  const [fill, line] = [
    all.some((each) => isTrueAt(each, 'fill')),
    all.some((each) => isTrueAt(each, 'line')),
  ];
  return fill && line ? 'line+area' : fill ? 'area' : line ? 'line' : 'off';
};

const thresholdColors: Readonly<Record<string, string>> = { critical: 'red', warning: 'orange', ok: 'green' };

/** Lines of before: each in its colour, above or below a value; what lies on no bad side is seen through. */
const thresholdsOf = (panel: Json): Json | undefined => {
  const all = listAt(panel, 'thresholds')
    .map((each) => ({
      value: numberOf(objectAt(each)['value']),
      isBelow: textAt(each, 'op') === 'lt',
      color: thresholdColors[textAt(each, 'colorMode') ?? ''] ?? textAt(each, 'fillColor') ?? 'red',
    }))
    .filter(({ value }) => value !== undefined)
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  if (all.length === 0) return undefined;
  const below = all.find(({ isBelow }) => isBelow);
  const steps = all.flatMap(({ value, isBelow, color }) => [
    { value, color: isBelow ? 'transparent' : color },
  ]);
  return { mode: 'absolute', steps: [{ value: null, color: below?.color ?? 'transparent' }, ...steps] };
};

/** What a series of its own says, as properties of it. */
const propertiesOf = (override: Json, panel: Json): readonly Json[] =>
  Object.entries(override).flatMap(([key, value]): readonly Json[] => {
    const number = numberOf(value);
    switch (key) {
      case 'color':
        return typeof value === 'string' ? [{ id: 'color', value: fixed(value) }] : [];
      case 'fill':
        return number === undefined ? [] : [{ id: 'custom.fillOpacity', value: number * 10 }];
      case 'linewidth':
        return number === undefined ? [] : [{ id: 'custom.lineWidth', value: number }];
      case 'yaxis': {
        const unit = textAt(listAt(panel, 'yaxes')[1], 'format');
        return number === 2
          ? [
              ...(unit === undefined ? [] : [{ id: 'unit', value: unit }]),
              { id: 'custom.axisPlacement', value: 'right' },
            ]
          : [];
      }
      case 'stack':
        return [
          {
            id: 'custom.stacking',
            value: {
              mode: value === false ? 'none' : 'normal',
              group: typeof value === 'string' ? value : 'A',
            },
          },
        ];
      case 'bars':
        return value === true ? [{ id: 'custom.drawStyle', value: 'bars' }] : [];
      case 'lines':
        return value === false ? [{ id: 'custom.lineWidth', value: 0 }] : [];
      case 'points':
        return [{ id: 'custom.showPoints', value: value === true ? 'always' : 'never' }];
      case 'dashes':
        return value === true ? [{ id: 'custom.lineStyle', value: { fill: 'dash', dash: [10, 10] } }] : [];
      case 'transform':
        return value === 'negative-Y' ? [{ id: 'custom.transform', value }] : [];
      case 'legend':
        return value === false
          ? [{ id: 'custom.hideFrom', value: { legend: true, tooltip: false, viz: false } }]
          : [];
      case 'nullPointMode':
        return [{ id: 'custom.spanNulls', value: value === 'connected' }];
      case 'steppedLine':
        return value === true ? [{ id: 'custom.lineInterpolation', value: 'stepAfter' }] : [];
      default:
        return [];
    }
  });

const overridesOf = (panel: Json): readonly Json[] => [
  ...Object.entries(objectAt(panel, 'aliasColors')).flatMap(([alias, color]) =>
    typeof color === 'string'
      ? [{ matcher: { id: 'byName', options: alias }, properties: [{ id: 'color', value: fixed(color) }] }]
      : [],
  ),
  ...listAt(panel, 'seriesOverrides').flatMap((each) => {
    const alias = textAt(each, 'alias');
    const properties = isObject(each) ? propertiesOf(each, panel) : [];
    return alias === undefined || properties.length === 0 ? [] : [{ matcher: matcherOf(alias), properties }];
  }),
];

const calculations: Readonly<Record<string, string>> = {
  ...{ min: 'min', max: 'max', avg: 'mean', current: 'lastNotNull', total: 'sum' },
};

const legendOf = (panel: Json): Json => {
  const legend = objectAt(panel, 'legend');
  const isTable = isTrueAt(legend, 'alignAsTable');
  const calcs = Object.entries(calculations).flatMap(([key, calc]) =>
    isTrueAt(legend, 'values') && isTrueAt(legend, key) ? [calc] : [],
  );
  return {
    showLegend: legend['show'] !== false,
    displayMode: isTable ? 'table' : 'list',
    placement: isTrueAt(legend, 'rightSide') ? 'right' : 'bottom',
    calcs,
  };
};

const sorts = ['none', 'asc', 'desc'];

/**
 * A panel of kind `graph`, which Grafana 11 has no more, as it draws it since: https://github.com/grafana/grafana/blob/main/public/app/plugins/panel/timeseries/migrations.ts.
 * One whose x-axis is of series becomes bars, one of a histogram a histogram.
 */
export const upgradedGraph = (panel: Json): Json => {
  const axis = objectAt(listAt(panel, 'yaxes')[0]);
  const mode = textAt(panel, 'xaxis', 'mode');
  const thresholds = thresholdsOf(panel);
  const legend = legendOf(panel);
  const tooltip = {
    mode: panel['tooltip'] === undefined || isTrueAt(panel, 'tooltip', 'shared') ? 'multi' : 'single',
    sort: sorts[numberAt(panel, 'tooltip', 'sort') ?? 0] ?? 'none',
  };
  const defaults = given({
    unit: textAt(axis, 'format'),
    min: numberOf(axis['min']),
    max: numberOf(axis['max']),
    decimals: numberOf(axis['decimals']) ?? numberOf(panel['decimals']),
    ...(textAt(panel, 'nullPointMode') === 'null as zero' && { noValue: '0' }),
    thresholds,
  });
  if (mode === 'series') {
    const [calc = 'lastNotNull'] = listAt(panel, 'xaxis', 'values').flatMap(
      (each) => calculations[String(each)] ?? [],
    );
    return {
      type: 'bargauge',
      fieldConfig: { defaults, overrides: [] },
      options: {
        reduceOptions: { values: false, calcs: [calc], fields: '' },
        displayMode: 'gradient',
        orientation: 'vertical',
        legend,
      },
    };
  }
  return {
    type: mode === 'histogram' ? 'histogram' : 'timeseries',
    fieldConfig: { defaults: { ...defaults, custom: customOf(panel) }, overrides: overridesOf(panel) },
    options: { legend, tooltip },
  };
};

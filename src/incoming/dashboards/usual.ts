import { isObject } from '#ground/field.js';
import { saysNothing } from './both.js';
import type { Json } from './read.js';

const reduceOptions = { values: false, calcs: ['lastNotNull'], fields: '' };

/** What Grafana takes where nothing is said of how a kind of panel is drawn: https://github.com/grafana/grafana/tree/main/packages/grafana-schema/src/raw/composable. */
const usualOptions: Readonly<Record<string, Json>> = {
  timeseries: {
    legend: { calcs: [], displayMode: 'list', placement: 'bottom', showLegend: true },
    tooltip: { mode: 'single', sort: 'none', hideZeros: false },
  },
  stat: {
    reduceOptions,
    ...{ colorMode: 'value', graphMode: 'area', justifyMode: 'auto', textMode: 'auto', orientation: 'auto' },
    ...{ wideLayout: true, showPercentChange: false, percentChangeColorMode: 'standard' },
  },
  gauge: {
    reduceOptions,
    ...{ orientation: 'auto', showThresholdLabels: false, showThresholdMarkers: true, sizing: 'auto' },
    ...{ minVizWidth: 75, minVizHeight: 75 },
  },
  bargauge: {
    reduceOptions,
    ...{ displayMode: 'gradient', orientation: 'auto', valueMode: 'color', namePlacement: 'auto' },
    ...{ showUnfilled: true, sizing: 'auto', minVizWidth: 8, minVizHeight: 16, maxVizHeight: 300 },
  },
  table: { showHeader: true, cellHeight: 'sm', frameIndex: 0 },
  text: { mode: 'markdown' },
};

const usualCustom: Readonly<Record<string, Json>> = {
  timeseries: {
    ...{ axisBorderShow: false, axisCenteredZero: false, axisColorMode: 'text', axisLabel: '' },
    ...{ axisPlacement: 'auto', barAlignment: 0, barWidthFactor: 0.6, drawStyle: 'line', fillOpacity: 0 },
    ...{ gradientMode: 'none', insertNulls: false, lineInterpolation: 'linear', lineWidth: 1, pointSize: 5 },
    ...{ showPoints: 'auto', spanNulls: false, showValues: false },
    hideFrom: { legend: false, tooltip: false, viz: false },
    scaleDistribution: { type: 'linear' },
    stacking: { group: 'A', mode: 'none' },
    thresholdsStyle: { mode: 'off' },
  },
  table: { align: 'auto', inspect: false, cellOptions: { type: 'auto' } },
};

/** How fields are coloured where nothing is said. */
const usualColors: Readonly<Record<string, string>> = {
  ...{ timeseries: 'palette-classic', stat: 'thresholds', gauge: 'thresholds', bargauge: 'thresholds' },
  table: 'thresholds',
};

/** The same without what is so anyway; of an object, what is left of it. */
const unusual = (given: Json, usual: Json): Json =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => {
      const other = usual[key];
      if (saysNothing(value) && (other === undefined || saysNothing(other))) return [];
      if (!isObject(value) || !isObject(other))
        return JSON.stringify(value) === JSON.stringify(other) ? [] : [[key, value]];
      const left = unusual(value, other);
      return Object.keys(left).length === 0 ? [] : [[key, left]];
    }),
  );

/** The options of a kind of panel, without what Grafana takes anyway. */
export const optionsOf = (kind: string, options: Json): Json => unusual(options, usualOptions[kind] ?? {});

/** What is said of each field, without what Grafana takes anyway. */
export const fieldOf = (kind: string, field: Json): Json => {
  const usual = usualColors[kind];
  return unusual(field, usual === undefined ? {} : { color: { mode: usual } });
};

/** The same of what only this kind of panel knows. */
export const customOf = (kind: string, custom: Json): Json => unusual(custom, usualCustom[kind] ?? {});

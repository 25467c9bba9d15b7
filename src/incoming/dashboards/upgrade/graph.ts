import { isTrueAt, listAt, numberAt, objectAt, textAt } from '#ground/json.js';
import type { Json } from '#incoming/dashboards/read.js';
import { overridesOf } from './graph-series.js';
import { styleOf, thresholdsOf } from './graph-thresholds.js';
import { numberOf } from './number-of.js';

/** What is there of what may not be. */
const given = (fields: Json): Json =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

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

import { isObject } from '#ground/field.js';
import { isTrueAt, listAt, numberAt, textAt } from '#ground/json.js';
import type { OverrideModel, PanelModel } from '#dashboards/model.js';
import { calculationsOf } from './calculation.js';
import { colorOf } from './color.js';
import { formatOf, unitLeft, unitOf } from './format.js';
import { mappingsLeft } from './mapping.js';
import type { Plugin, Said } from './model.js';
import { lines } from './threshold.js';

const styles: Readonly<Record<string, string>> = { solid: 'solid', dash: 'dashed', dot: 'dotted' };

const legendOf = (options: unknown): Said<object | undefined> => {
  if (!isObject(options) || options['legend'] === undefined) return { said: undefined, left: [] };
  if (!isTrueAt(options, 'legend', 'showLegend')) return { said: undefined, left: [] };
  const { said: values, left } = calculationsOf(listAt(options, 'legend', 'calcs'));
  return {
    said: {
      position: textAt(options, 'legend', 'placement') === 'right' ? 'right' : 'bottom',
      mode: textAt(options, 'legend', 'displayMode') === 'table' ? 'table' : 'list',
      ...(values.length > 0 && { values }),
    },
    left,
  };
};

/** The axis ends where it is told to. One that only reaches to a value, unless others lie beyond, Perses has not: values beyond would be cut off. */
const axisOf = (defaults: unknown): object => {
  const format = formatOf(defaults);
  const [min, max] = [numberAt(defaults, 'min'), numberAt(defaults, 'max')];
  const label = textAt(defaults, 'custom', 'axisLabel') ?? '';
  const base = numberAt(defaults, 'custom', 'scaleDistribution', 'log');
  return {
    ...(format && { format }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && (min === undefined || max >= min) && { max }),
    ...(label !== '' && { label }),
    ...((base === 2 || base === 10) && { logBase: base }),
  };
};

const within = (value: number, least: number, greatest: number): number =>
  Math.min(Math.max(value, least), greatest);

const visualOf = (custom: unknown): object => {
  const [width, opacity] = [numberAt(custom, 'lineWidth'), numberAt(custom, 'fillOpacity')];
  const style = styles[textAt(custom, 'lineStyle', 'fill') ?? ''];
  return {
    display: textAt(custom, 'drawStyle') === 'bars' ? 'bar' : 'line',
    ...(width !== undefined && { lineWidth: within(width, 0.25, 3) }),
    ...(style !== undefined && { lineStyle: style }),
    ...(opacity !== undefined && { areaOpacity: within(opacity / 100, 0, 1) }),
    ...(textAt(custom, 'showPoints') === 'always' && { showPoints: 'always' }),
    ...((textAt(custom, 'stacking', 'mode') ?? 'none') !== 'none' && { stack: 'all' }),
    ...(isTrueAt(custom, 'spanNulls') && { connectNulls: true }),
  };
};

/** What an override says of one query, where Perses can say it of one. */
const settingOf = (property: unknown): object | undefined => {
  const value = isObject(property) ? property['value'] : undefined;
  switch (textAt(property, 'id')) {
    case 'color': {
      const color = colorOf(textAt(value, 'fixedColor') ?? '');
      return color === undefined ? undefined : { colorMode: 'fixed', colorValue: color };
    }
    case 'custom.lineStyle':
      return { lineStyle: styles[textAt(value, 'fill') ?? ''] ?? 'solid' };
    case 'custom.fillOpacity':
      return typeof value === 'number' ? { areaOpacity: within(value / 100, 0, 1) } : undefined;
    case 'custom.stacking':
      return { stack: textAt(value, 'mode') !== 'none' };
    case 'custom.transform':
      return value === 'negative-Y' ? { negativeY: true } : undefined;
    case 'unit': {
      const unit = unitOf(typeof value === 'string' ? value : '');
      return unit === undefined ? undefined : { format: { unit } };
    }
    // A query of another unit has an axis of its own.
    case 'custom.axisPlacement':
      return {};
    default:
      return undefined;
  }
};

/** The queries that an override is of: that which is named, or whose legend is. */
const meant = (matcher: unknown, targets: readonly unknown[]): readonly number[] => {
  const options = textAt(matcher, 'options');
  const field = textAt(matcher, 'id') === 'byFrameRefID' ? 'refId' : 'legendFormat';
  if (!['byFrameRefID', 'byName'].includes(textAt(matcher, 'id') ?? '')) return [];
  return targets.flatMap((target, i) => (textAt(target, field) === options ? [i] : []));
};

/** What says only where a series leads is told of the whole panel. */
const areLinks = ({ properties }: OverrideModel): boolean =>
  properties.length > 0 && properties.every(({ id }) => id === 'links');

const settingsOf = (model: PanelModel): Said<readonly object[]> => {
  const overrides = (model.fieldConfig?.overrides ?? []).filter((each) => !areLinks(each));
  const targets = model.targets ?? [];
  const told = overrides.flatMap(({ matcher, properties }) =>
    properties.map((property) => ({ queries: meant(matcher, targets), setting: settingOf(property) })),
  );
  const merged = targets.map((_, i) =>
    told.reduce<object>(
      (all, { queries, setting }) => (queries.includes(i) ? { ...all, ...setting } : all),
      {},
    ),
  );
  return {
    said: merged.flatMap((setting, queryIndex) =>
      Object.keys(setting).length > 0 ? [{ queryIndex, ...setting }] : [],
    ),
    left: told.some(({ queries, setting }) => queries.length === 0 || setting === undefined)
      ? ['how single series are drawn']
      : [],
  };
};

/** Values over time. */
export const timeSeriesChart = (model: PanelModel): Said<Plugin> => {
  const defaults = model.fieldConfig?.defaults;
  const { said: legend, left } = legendOf(model.options);
  const { said: settings, left: settingsLeft } = settingsOf(model);
  const thresholds = lines(defaults);
  return {
    said: {
      kind: 'TimeSeriesChart',
      spec: {
        ...(legend && { legend }),
        yAxis: axisOf(defaults),
        ...(thresholds && { thresholds }),
        visual: visualOf(defaults?.custom),
        ...(settings.length > 0 && { querySettings: settings }),
      },
    },
    left: [
      ...left,
      ...settingsLeft,
      ...unitLeft(defaults),
      ...(model.fieldConfig?.overrides.some(areLinks) ? ['links from series'] : []),
      ...mappingsLeft(defaults),
      ...((model.transformations ?? []).length > 0 ? ['its transformations'] : []),
    ],
  };
};

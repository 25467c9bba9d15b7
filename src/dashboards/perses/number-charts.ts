import { listAt, numberAt, textAt } from '#ground/json.js';
import type { PanelModel } from '#dashboards/model.js';
import { calculationOf } from './calculation.js';
import { formatOf, truthsOf, unitLeft } from './format.js';
import { mappingsLeft, mappingsOf } from './mapping.js';
import type { Plugin, Said } from './model.js';
import { colored } from './threshold.js';

/** What all kinds that show one number for each series have. */
const common = ({ options, fieldConfig }: PanelModel, showsWords = false) => {
  const { said: calculation, left } = calculationOf(options);
  const format = formatOf(fieldConfig?.defaults);
  return {
    spec: { calculation, ...(format && { format }) },
    left: [
      ...left,
      ...unitLeft(fieldConfig?.defaults, showsWords),
      ...(textAt(fieldConfig, 'defaults', 'noValue') === undefined
        ? []
        : ['what stands where there is no series']),
    ],
  };
};

/** The colours of limits, of a kind that has none. */
const limitsLeft = (defaults: unknown): readonly string[] =>
  listAt(defaults, 'thresholds', 'steps').length > 1 ? ['the colours of limits'] : [];

const colorModes: Readonly<Record<string, string>> = {
  value: 'value',
  none: 'none',
  background: 'background_solid',
  background_solid: 'background_solid',
};

/** One number per series, large. */
export const statChart = (model: PanelModel): Said<Plugin> => {
  const { spec, left } = common(model, true);
  const defaults = model.fieldConfig?.defaults;
  const words = listAt(defaults, 'mappings');
  const mappings = mappingsOf(words.length > 0 ? words : truthsOf(defaults));
  return {
    said: {
      kind: 'StatChart',
      spec: {
        ...spec,
        thresholds: colored(defaults),
        ...(textAt(model.options, 'graphMode') === 'area' && { sparkline: {} }),
        colorMode: colorModes[textAt(model.options, 'colorMode') ?? ''] ?? 'value',
        ...(mappings.length > 0 && { mappings }),
      },
    },
    left: [
      ...left,
      ...((model.fieldConfig?.overrides ?? []).length > 0 ? ['how single numbers are drawn'] : []),
    ],
  };
};

/** A dial per series; without an end of its own Perses ends it at 100, or at all where it shows shares. */
export const gaugeChart = (model: PanelModel): Said<Plugin> => {
  const { spec, left } = common(model);
  const defaults = model.fieldConfig?.defaults;
  const max = numberAt(defaults, 'max');
  const isShare = /^percent/.test(textAt(defaults, 'unit') ?? '');
  return {
    said: {
      kind: 'GaugeChart',
      spec: { ...spec, thresholds: colored(defaults), ...(max !== undefined && { max }) },
    },
    left: [
      ...left,
      ...mappingsLeft(defaults),
      ...(max === undefined && !isShare ? ['that it ends at the greatest value shown'] : []),
      ...((numberAt(defaults, 'min') ?? 0) === 0 ? [] : ['where it begins']),
    ],
  };
};

/** A bar per series. */
export const barChart = (model: PanelModel): Said<Plugin> => {
  const { spec, left } = common(model);
  const defaults = model.fieldConfig?.defaults;
  const isUpright = textAt(model.options, 'orientation') === 'vertical';
  return {
    said: { kind: 'BarChart', spec: { ...spec, orientation: isUpright ? 'vertical' : 'horizontal' } },
    left: [
      ...left,
      ...limitsLeft(defaults),
      ...mappingsLeft(defaults),
      ...(numberAt(defaults, 'max') === undefined ? [] : ['where its bars end']),
    ],
  };
};

/** Shares of a whole. */
export const pieChart = (model: PanelModel): Said<Plugin> => {
  const { spec, left } = common(model);
  const { options } = model;
  const isRight = textAt(options, 'legend', 'placement') === 'right';
  const isTable = textAt(options, 'legend', 'displayMode') === 'table';
  const labels = listAt(options, 'displayLabels');
  return {
    said: {
      kind: 'PieChart',
      spec: {
        ...spec,
        legend: { position: isRight ? 'right' : 'bottom', mode: isTable ? 'table' : 'list' },
        mode: labels.includes('percent') ? 'percentage' : 'value',
        showLabels: labels.length > 0,
        radius: 50,
      },
    },
    left: [
      ...left,
      ...mappingsLeft(model.fieldConfig?.defaults),
      ...((model.fieldConfig?.overrides ?? []).length > 0 ? ['the colours of single slices'] : []),
    ],
  };
};

import {
  dateTimeFormat,
  type Field,
  formattedValueToString,
  getValueFormat,
  type GrafanaTheme2,
} from '@grafana/data';
import type uPlot from 'uplot';
import { gridColour } from '#browser/panel/colours.js';
import { tokensOf } from '#browser/panel/tokens.js';
import { widthOf } from '#browser/panel/measure.js';
import { incrementsOf, placesAt } from './increments.js';
import { momentFormat } from './moments.js';

const size = 12;

/** What axes of all charts have in common: Grafana's fonts and lines. */
export const axisLook = (theme: GrafanaTheme2): uPlot.Axis => ({
  font: `${size}px ${theme.typography.fontFamily}`,
  labelFont: `${size}px ${theme.typography.fontFamily}`,
  stroke: tokensOf(theme).text,
  grid: { stroke: gridColour(theme), width: 1 },
  ticks: { stroke: gridColour(theme), width: 1, size: 4 },
  gap: 5,
});

/** The axis of time, in the zone that is asked for. */
export const timeAxis = (theme: GrafanaTheme2, timeZone: string): uPlot.Axis => ({
  ...axisLook(theme),
  scale: 'x',
  size: 26,
  space: (_self, _axis, min, max, width) => {
    const perTick = 60;
    const sample = momentFormat(((max - min) * perTick) / width, max - min);
    return widthOf(sample, size, theme.typography.fontFamily) + 18;
  },
  values: (self, splits, _axis, _space, increment) => {
    const { min, max } = self.scales['x'] ?? {};
    const format = momentFormat(increment, (max ?? 0) - (min ?? 0));
    return splits.map((at) => dateTimeFormat(at, { timeZone, format }));
  },
});

/** Steps at which a fixed number of decimals says all that there is to say. */
const exact = (field: Field, increments: readonly number[]): readonly number[] => {
  const { unit, decimals } = field.config;
  if (decimals === undefined || decimals === null) return increments;
  const format = getValueFormat(unit);
  const isExact = (step: number): boolean =>
    Math.abs(Number(format(step, decimals).text) - Number(format(step, decimals + 4).text)) < 1e-9;
  return increments.filter((step) => !Number.isFinite(Number(format(step, decimals).text)) || isExact(step));
};

const isBoolean = (unit: string | undefined): boolean => /^bool(_yes_no|_on_off)?$/.test(unit ?? '');

/** How a field's value is written at a tick, with so many places behind the point. */
const tickText = (field: Field, value: number, places: number): string => {
  if (!field.display) return value.toString();
  return formattedValueToString(field.display(value, places > 0 ? places : undefined));
};

/** Texts of a logarithmic axis without those for which there is no room: its ticks are not equally far apart. */
const thinned = (
  self: uPlot,
  scale: string,
  splits: readonly number[],
  texts: readonly string[],
): string[] => {
  let last = Infinity;
  return texts.map((text, index) => {
    const at = self.valToPos(splits[index] ?? 0, scale);
    if (text === '' || Math.abs(last - at) < 16) return '';
    last = at;
    return text;
  });
};

interface ValueAxis {
  readonly scale: string;
  readonly side: 'left' | 'right' | 'hidden';
  readonly field: Field;
  readonly label: string;
  readonly hasGrid: boolean;
  readonly colour: string | undefined;
}

/** An axis of values, as wide as its longest text. */
export const valueAxis = (theme: GrafanaTheme2, axis: ValueAxis): uPlot.Axis => {
  const look = axisLook(theme);
  const increments = [...exact(axis.field, incrementsOf(axis.field.config.unit))];
  return {
    ...look,
    scale: axis.scale,
    show: axis.side !== 'hidden',
    side: axis.side === 'right' ? 1 : 3,
    grid: { ...look.grid, show: axis.hasGrid },
    stroke: axis.colour ?? tokensOf(theme).text,
    ...(axis.label !== '' && { label: axis.label, labelSize: 20, labelGap: 2 }),
    incrs: increments,
    // What is true or false has no values between, as Grafana has it.
    ...(isBoolean(axis.field.config.unit) && { splits: [0, 1] }),
    space: (_self, _axis, _min, _max, height) => (height < 120 ? 24 : 40),
    values: (self, splits, _index, _space, increment) => {
      const isLinear = self.scales[axis.scale]?.distr === 1;
      const texts = splits.map((value) =>
        value === null || value === undefined
          ? ''
          : tickText(axis.field, value, placesAt(value, increment, isLinear)),
      );
      return isLinear ? texts : thinned(self, axis.scale, splits, texts);
    },
    size: (_self, values) => {
      const texts = values ?? [];
      return (
        Math.ceil(
          Math.max(0, ...texts.map((text) => widthOf(text ?? '', size, theme.typography.fontFamily))),
        ) + 12
      );
    },
  };
};

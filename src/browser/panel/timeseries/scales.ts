import { type Field } from '@grafana/data';
import { type Bounds } from '#browser/panel/chart/range.js';
import { isFalseAt, isTrueAt, numberAt, oneOf, textAt } from '#browser/frame/read.js';
import { type Line } from './lines.js';

/** An axis of values with its scale: series of one unit and the same bounds share it. */
export interface ValueScale {
  readonly key: string;
  /** The first of its series, by whose unit ticks are written. */
  readonly field: Field;
  readonly bounds: Bounds;
  readonly isPercent: boolean;
  readonly distribution: 'linear' | 'log' | 'symlog';
  readonly base: 2 | 10;
  readonly linearThreshold: number;
  readonly side: 'left' | 'right' | 'hidden';
  readonly label: string;
  readonly hasGrid: boolean | undefined;
  readonly colour: string | undefined;
  readonly isCentered: boolean;
}

type Side = ValueScale['side'];

const keyOf = ({ field, style }: Line): string => {
  const { custom, unit, min, max } = field.config;
  return JSON.stringify([
    style.stacking === 'percent' ? 'percent' : (unit ?? 'short'),
    ...[min, max, numberAt(custom, 'axisSoftMin'), numberAt(custom, 'axisSoftMax')],
    oneOf(['auto', 'left', 'right', 'hidden'], custom, 'axisPlacement'),
    textAt(custom, 'axisLabel') ?? '',
    ...[textAt(custom, 'scaleDistribution', 'type'), numberAt(custom, 'scaleDistribution', 'log')],
  ]);
};

const scaleOf = ({ field, style, colour }: Line, side: Side): ValueScale => {
  const { custom, min, max } = field.config;
  const isPercent = style.stacking === 'percent';
  return {
    field,
    isPercent,
    side,
    key: '',
    bounds: {
      min: min ?? (isPercent ? 0 : undefined),
      max: max ?? (isPercent ? 1 : undefined),
      softMin: numberAt(custom, 'axisSoftMin'),
      softMax: numberAt(custom, 'axisSoftMax'),
    },
    distribution: oneOf(['linear', 'log', 'symlog'], custom, 'scaleDistribution', 'type'),
    base: numberAt(custom, 'scaleDistribution', 'log') === 2 ? 2 : 10,
    linearThreshold: numberAt(custom, 'scaleDistribution', 'linearThreshold') ?? 1,
    label: textAt(custom, 'axisLabel') ?? '',
    hasGrid: isFalseAt(custom, 'axisGridShow') ? false : undefined,
    colour: textAt(custom, 'axisColorMode') === 'series' ? colour : undefined,
    isCentered: isTrueAt(custom, 'axisCenteredZero'),
  };
};

const sideOf = (line: Line, hasLeft: boolean): Side => {
  const placed = oneOf(['auto', 'left', 'right', 'hidden'], line.field.config.custom, 'axisPlacement');
  return placed === 'auto' ? (hasLeft ? 'right' : 'left') : placed;
};

interface Scaled {
  readonly scales: readonly ValueScale[];
  /** The key of the scale of each line, in their order. */
  readonly keys: readonly string[];
}

/** The scales of values: the first without a place of its own stands left, others right of the chart. */
export const scalesOf = (lines: readonly Line[]): Scaled => {
  const scales = new Map<string, ValueScale>();
  const keys = lines.map((line) => {
    const identity = keyOf(line);
    const hasLeft = [...scales.values()].some(({ side }) => side === 'left');
    const scale = scales.get(identity) ?? {
      ...scaleOf(line, sideOf(line, hasLeft)),
      key: `y${scales.size}`,
    };
    scales.set(identity, scale);
    return scale.key;
  });
  return { scales: [...scales.values()], keys };
};

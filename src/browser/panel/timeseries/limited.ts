import { type Field, type GrafanaTheme2 } from '@grafana/data';
import type uPlot from 'uplot';
import { inRange, limitAreas, limitLines, type Step } from '#browser/panel/chart/limits.js';
import { type LimitMode, paintAreas, paintLines } from '#browser/panel/chart/painted.js';
import { colourOf } from '#browser/panel/colours.js';
import { oneOf } from '#browser/frame/read.js';
import { type Line } from './lines.js';

const modes = ['off', 'line', 'dashed', 'area', 'line+area', 'dashed+area', 'series'] as const;

export interface Limited {
  readonly scale: string;
  readonly mode: LimitMode;
  readonly steps: readonly Step[];
  readonly isPercent: boolean;
}

const limitsOf = (field: Field): Omit<Limited, 'scale'> => ({
  mode: oneOf(modes, field.config.custom, 'thresholdsStyle', 'mode'),
  isPercent: field.config.thresholds?.mode === 'percentage',
  steps: (field.config.thresholds?.steps ?? []).map(({ value, color }) => ({
    value: typeof value === 'number' && Number.isFinite(value) ? value : null,
    color,
  })),
});

/** The limits that are drawn: once on each scale whose first series with limits to show has them. */
export const limitedOf = (lines: readonly Line[], keys: readonly string[]): readonly Limited[] => {
  const found = new Map<string, Limited>();
  for (const [index, { field }] of lines.entries()) {
    const scale = keys[index];
    const limits = limitsOf(field);
    if (scale === undefined || found.has(scale) || limits.mode === 'off' || limits.mode === 'series')
      continue;
    found.set(scale, { scale, ...limits });
  }
  return [...found.values()];
};

/** Paints limits below what is drawn of the series. */
export const paintLimits = (
  chart: uPlot,
  limited: readonly Limited[],
  theme: GrafanaTheme2,
  ratio: number,
): void => {
  for (const { scale, mode, steps: given, isPercent } of limited) {
    const { min = 0, max = 100 } = chart.scales[scale] ?? {};
    const steps = isPercent ? inRange(given, min, max) : given;
    const named = <Shape extends { readonly colour: string }>(shape: Shape): Shape => ({
      ...shape,
      colour: colourOf(theme, shape.colour),
    });
    if (mode.includes('area')) paintAreas(chart, scale, limitAreas(steps).map(named));
    if (mode !== 'area')
      paintLines(chart, scale, limitLines(steps).map(named), mode.includes('dashed'), ratio);
  }
};

import { type Field, getFieldColorModeForField, type GrafanaTheme2 } from '@grafana/data';
import type uPlot from 'uplot';
import { bandsOf } from '#browser/panel/big/bands.js';
import { colourOf, faint } from '#browser/panel/colours.js';

/** A colour at a height of a chart, from 0 at the bottom to 1. */
interface Stop {
  readonly at: number;
  readonly colour: string;
}

/** The colours of thresholds, each up to where the next begins; those of a continuous scheme in equal parts. */
const stopsOf = (field: Field, theme: GrafanaTheme2, min: number, max: number): readonly Stop[] => {
  const mode = getFieldColorModeForField(field);
  if (mode.isContinuous) {
    const colours = mode.getColors?.(theme) ?? [];
    return colours.map((colour, index) => ({ at: index / Math.max(1, colours.length - 1), colour }));
  }
  const steps = (field.config.thresholds?.steps ?? []).map(({ value, color }) => ({ value, color }));
  return bandsOf(steps, field.config.thresholds?.mode === 'percentage', min, max).flatMap(
    ({ from, to, colour }) => [
      { at: from, colour: colourOf(theme, colour) },
      { at: to, colour: colourOf(theme, colour) },
    ],
  );
};

/** Whether a series is drawn in the colours of its values. */
export const isByValue = (field: Field): boolean => getFieldColorModeForField(field).isByValue === true;

/** What draws a series in the colours of its values, by how high they are in the chart. */
export const byValue =
  (field: Field, theme: GrafanaTheme2, alpha: number, fallback: string) =>
  (chart: uPlot, series: number): CanvasGradient | string => {
    const scale = chart.scales[chart.series[series]?.scale ?? ''];
    const { top, height } = chart.bbox;
    if (scale?.min === undefined || scale.max === undefined || !(height > 0)) return fallback;
    const stops = stopsOf(field, theme, scale.min, scale.max);
    if (stops.length === 0) return fallback;
    const gradient = chart.ctx.createLinearGradient(0, top + height, 0, top);
    for (const { at, colour } of stops) gradient.addColorStop(at, faint(colour, alpha));
    return gradient;
  };

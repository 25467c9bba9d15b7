import type uPlot from 'uplot';
import { faint } from '#browser/panel/colours.js';
import { type Region } from '#browser/panel/contract.js';
import { type LimitArea, type LimitLine } from './limits.js';

/** How limits are shown, as Grafana names it. */
export type LimitMode = 'off' | 'line' | 'dashed' | 'area' | 'line+area' | 'dashed+area' | 'series';

const yOf = (chart: uPlot, value: number, scale: string): number => {
  const { top, height } = chart.bbox;
  return Math.min(top + height, Math.max(top, chart.valToPos(value, scale, true)));
};

/** Paints inside the axes, and `beyond` them by so many pixels. */
const painted = (chart: uPlot, paint: (context: CanvasRenderingContext2D) => void, beyond = 0): void => {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top - beyond, bbox.width, bbox.height + 2 * beyond);
  ctx.clip();
  paint(ctx);
  ctx.restore();
};

/** The areas between limits, on a scale. */
export const paintAreas = (chart: uPlot, scale: string, areas: readonly LimitArea[]): void =>
  painted(chart, (context) => {
    const { left, width, top, height } = chart.bbox;
    for (const { from, to, colour } of areas) {
      const upper = to === Infinity ? top : yOf(chart, to, scale);
      const lower = from === -Infinity ? top + height : yOf(chart, from, scale);
      context.fillStyle = faint(colour, 0.15);
      context.fillRect(left, upper, width, lower - upper);
    }
  });

/** The lines of limits, on a scale. */
export const paintLines = (
  chart: uPlot,
  scale: string,
  lines: readonly LimitLine[],
  isDashed: boolean,
  ratio: number,
): void =>
  painted(
    chart,
    (context) => {
      const { left, width } = chart.bbox;
      const { min = -Infinity, max = Infinity } = chart.scales[scale] ?? {};
      context.lineWidth = 2 * ratio;
      if (isDashed) context.setLineDash([10 * ratio, 10 * ratio]);
      for (const { value, colour } of lines) {
        if (value < min || value > max) continue;
        const y = Math.round(yOf(chart, value, scale));
        context.strokeStyle = faint(colour, 0.7);
        context.beginPath();
        context.moveTo(left, y);
        context.lineTo(left + width, y);
        context.stroke();
      }
    },
    ratio,
  );

/** Times that are marked: shaded, with a dashed line at both ends. */
export const paintRegions = (chart: uPlot, regions: readonly Region[], ratio: number): void =>
  painted(chart, (context) => {
    const { top, height } = chart.bbox;
    for (const { from, to, colour } of regions) {
      const start = chart.valToPos(from, 'x', true);
      const end = chart.valToPos(to, 'x', true);
      context.fillStyle = faint(colour, 0.1);
      context.fillRect(start, top, end - start, height);
      context.strokeStyle = colour;
      context.lineWidth = ratio;
      context.setLineDash([5 * ratio, 5 * ratio]);
      for (const x of [start, end]) {
        context.beginPath();
        context.moveTo(Math.round(x), top);
        context.lineTo(Math.round(x), top + height);
        context.stroke();
      }
    }
  });

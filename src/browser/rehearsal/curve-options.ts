import type { GrafanaTheme2 } from '@grafana/data';
import type uPlot from 'uplot';
import { second } from '#browser/inbox/drawn.js';
import { written } from './written.js';

/** A moment that is marked on the curve. */
export interface Mark {
  /** In seconds since 1970, as uPlot counts. */
  readonly at: number;
  readonly text: string;
  readonly colour: string;
}

/** What is drawn beside the values; read anew at each drawing. */
export interface Beside {
  readonly limit: number | null;
  readonly comparison: string;
  readonly colour: string;
  readonly marks: readonly Mark[];
}

/** What is written beside a curve. */
export const ink = ({ colors }: GrafanaTheme2): string => colors.text?.secondary ?? 'gray';

/** Around all values and the limit, from nothing where nothing is below it. */
const bounds = (low: number, high: number, limit: number | null): [number, number] => {
  const all = [low, high, limit ?? low].filter(Number.isFinite);
  const least = Math.min(...all, 0);
  const most = Math.max(...all, 0);
  return least === most ? [0, 1] : [least, most + (most - least) * 0.12];
};

const drawLimit = (plot: uPlot, { limit, comparison, colour }: Beside): void => {
  if (limit === null) return;
  const { ctx, bbox } = plot;
  const y = plot.valToPos(limit, 'y', true);
  const isBelow = comparison.startsWith('<');
  ctx.fillStyle = colour;
  ctx.globalAlpha = 0.1;
  if (isBelow) ctx.fillRect(bbox.left, y, bbox.width, bbox.top + bbox.height - y);
  else ctx.fillRect(bbox.left, bbox.top, bbox.width, y - bbox.top);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
};

/** A mark's text stands beside its line, lower where another stands there already. */
const drawMarks = (plot: uPlot, marks: readonly Mark[], font: string): void => {
  const { ctx, bbox } = plot;
  const line = 14 * devicePixelRatio;
  const rows: number[] = [];
  ctx.font = `${11 * devicePixelRatio}px ${font}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  for (const { at, text, colour } of marks) {
    const x = plot.valToPos(at, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.strokeStyle = colour;
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.setLineDash([]);
    const wide = ctx.measureText(text).width + 8 * devicePixelRatio;
    const isLeft = x + wide > bbox.left + bbox.width;
    const from = isLeft ? x - wide : x;
    const free = rows.findIndex((end) => end <= from);
    const row = free === -1 ? rows.length : free;
    rows[row] = from + wide;
    ctx.fillStyle = colour;
    ctx.fillText(text, from + 4 * devicePixelRatio, bbox.top + row * line);
  }
};

/** How a curve is drawn: values in a unit over the seconds of a clock, with the limit and marks that `beside` tells. */
export const curveOptions = (
  theme: GrafanaTheme2,
  unit: string,
  beside: () => Beside,
  size: { readonly width: number; readonly height: number },
): uPlot.Options => {
  const axis = {
    stroke: ink(theme),
    font: `11px ${theme.typography.fontFamily}`,
    grid: { stroke: theme.colors.border?.weak ?? 'gray', width: 1 },
    ticks: { show: false },
  };
  return {
    ...size,
    legend: { show: false },
    cursor: { y: false, points: { size: 6 }, drag: { x: false, y: false } },
    padding: [8, 8, 0, 0],
    scales: {
      x: { time: true },
      y: { range: (_, low, high) => bounds(low, high, beside().limit) },
    },
    axes: [
      { ...axis, size: 26, space: 70, values: (_, seconds) => seconds.map((at) => second(at * 1000)) },
      { ...axis, size: 64, values: (_, values) => values.map((value) => written(value, unit)) },
    ],
    series: [
      {},
      {
        stroke: theme.visualization.getColorByName('blue'),
        width: 2,
        spanGaps: false,
        points: { show: false },
        fill: `${theme.visualization.getColorByName('blue')}22`,
      },
    ],
    hooks: {
      draw: [
        (plot) => {
          const { ctx } = plot;
          ctx.save();
          drawLimit(plot, beside());
          drawMarks(plot, beside().marks, theme.typography.fontFamily);
          ctx.restore();
        },
      ],
    },
  };
};

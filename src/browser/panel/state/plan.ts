import { type GrafanaTheme2 } from '@grafana/data';
import uPlot from 'uplot';
import { axisLook, timeAxis } from '#browser/panel/chart/axis.js';
import { paintRegions } from '#browser/panel/chart/painted.js';
import { zoneDate } from '#browser/panel/chart/zone.js';
import { faint, readableOn } from '#browser/panel/colours.js';
import { type Drawn } from '#browser/panel/contract.js';
import { widthOf } from '#browser/panel/measure.js';
import { numberAt, oneOf, textAt } from '#browser/frame/read.js';
import { type StateRow, stateOf } from './rows.js';

interface Paint {
  readonly theme: GrafanaTheme2;
  readonly rows: readonly StateRow[];
  /** How much of a row its bar fills, and how much of its time, from 0 to 1. */
  readonly high: number;
  readonly wide: number;
  readonly showsText: boolean;
  readonly align: 'left' | 'center' | 'right';
}

const fontOf = (theme: GrafanaTheme2): string => `${12 * uPlot.pxRatio}px ${theme.typography.fontFamily}`;

const paintRows = (chart: uPlot, { theme, rows, high, wide, showsText, align }: Paint): void => {
  const { ctx, bbox } = chart;
  const each = bbox.height / rows.length;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.font = fontOf(theme);
  ctx.textBaseline = 'middle';
  for (const [index, { field, spans }] of rows.entries()) {
    const top = bbox.top + each * (index + (1 - high) / 2);
    const alpha = (numberAt(field.config.custom, 'fillOpacity') ?? 70) / 100;
    for (const { from, to, value } of spans) {
      const { text, colour } = stateOf(field, value);
      const start = Math.max(bbox.left, chart.valToPos(from, 'x', true));
      const end = Math.min(bbox.left + bbox.width, chart.valToPos(to, 'x', true));
      const width = (end - start) * wide;
      if (width <= 0) continue;
      ctx.fillStyle = faint(colour, alpha);
      ctx.fillRect(start, top, Math.max(1, width), each * high);
      const room = width - 8 * uPlot.pxRatio;
      if (!showsText || ctx.measureText(text).width > room) continue;
      ctx.fillStyle = alpha > 0.5 ? readableOn(theme, colour) : theme.visualization.getColorByName('text');
      ctx.textAlign = align;
      const at = {
        left: start + 4 * uPlot.pxRatio,
        center: start + width / 2,
        right: start + width - 4 * uPlot.pxRatio,
      };
      ctx.fillText(text, at[align], top + (each * high) / 2);
    }
  }
  ctx.restore();
};

const shortened = (name: string, room: number, family: string): string => {
  if (widthOf(name, 12, family) <= room) return name;
  let length = name.length;
  while (length > 1 && widthOf(`${name.slice(0, length)}…`, 12, family) > room) length -= 1;
  return `${name.slice(0, length)}…`;
};

/** Rows of states over time. */
export const statePlan = (drawn: Drawn, rows: readonly StateRow[], isHistory: boolean) => {
  const { theme, timeZone, width, model } = drawn;
  const family = theme.typography.fontFamily;
  const names = rows.map(({ name }) => shortened(name, width * 0.3, family));
  const times = [...new Set(rows.flatMap((row) => row.times))].sort((a, b) => a - b);
  const paint: Paint = {
    ...{ theme, rows },
    high: numberAt(model.options, 'rowHeight') ?? 0.9,
    wide: isHistory ? (numberAt(model.options, 'colWidth') ?? 0.9) : 1,
    showsText: textAt(model.options, 'showValue') !== 'never',
    align: isHistory ? 'center' : oneOf(['left', 'center', 'right'], model.options, 'alignValue'),
  };
  const options: Omit<uPlot.Options, 'width' | 'height'> = {
    ms: 1,
    tzDate: zoneDate(timeZone),
    padding: [8, 18, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: true, range: () => [drawn.from, drawn.to] },
      y: { range: () => [0, rows.length], dir: -1 },
    },
    axes: [
      timeAxis(theme, timeZone),
      {
        ...axisLook(theme),
        scale: 'y',
        grid: { show: false },
        ticks: { show: false },
        splits: () => rows.map((_, index) => index + 0.5),
        values: (_self, splits) => splits.map((at) => names[Math.floor(at)] ?? ''),
        size: Math.ceil(Math.max(0, ...names.map((name) => widthOf(name, 12, family)))) + 12,
      },
    ],
    series: [{}, { scale: 'y', paths: () => null, points: { show: false } }],
    hooks: {
      draw: [
        (chart) => paintRows(chart, paint),
        (chart) => paintRegions(chart, drawn.regions, uPlot.pxRatio),
      ],
    },
    cursor: { points: { show: false } },
  };
  const data: uPlot.AlignedData = [times, times.map(() => null)];
  return { options, data };
};

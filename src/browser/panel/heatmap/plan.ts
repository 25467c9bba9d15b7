import {
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  getValueFormat,
  type GrafanaTheme2,
} from '@grafana/data';
import uPlot from 'uplot';
import { axisLook, timeAxis } from '#browser/panel/chart/axis.js';
import { paintRegions } from '#browser/panel/chart/painted.js';
import { type Drawn } from '#browser/panel/contract.js';
import { widthOf } from '#browser/panel/measure.js';
import { isTrueAt, numberAt, oneOf, textAt, valueAt } from '#browser/frame/read.js';
import { zoneDate } from '#browser/panel/chart/zone.js';
import { cellLength, cellsOf, colourIndex, extentOf, type HeatCell, type Histogram } from './cells.js';
import { paletteOf } from './palette.js';

/** What a heat map is made of. */
export interface HeatPlan {
  readonly histogram: Histogram;
  readonly length: number;
  readonly extent: readonly [number, number];
  readonly palette: readonly string[];
  readonly options: Omit<uPlot.Options, 'width' | 'height'>;
  readonly data: uPlot.AlignedData;
  readonly boundText: (row: number) => string;
  readonly isReversed: boolean;
}

/** The buckets of frames: a frame that has one for each, or one frame for each of them. */
export const histogramOf = ({ frames }: Drawn): Histogram => {
  const times = frames[0]?.fields.find(({ type }) => type === FieldType.time)?.values ?? [];
  return {
    times: times.filter((at) => typeof at === 'number'),
    rows: frames.flatMap((frame) =>
      frame.fields
        .filter(({ type }) => type === FieldType.number)
        .map((field) => ({
          bound: field.labels?.['le'] ?? getFieldDisplayName(field, frame),
          values: field.values,
        })),
    ),
  };
};

/** How a bound is written, in the unit of the axis: `250 ms`. */
const boundText = (bound: string, options: unknown): string => {
  const value = Number(bound);
  if (bound === '' || Number.isNaN(value)) return bound === '+Inf' ? '+∞' : bound;
  const format = getValueFormat(textAt(options, 'yAxis', 'unit') ?? 'short');
  return formattedValueToString(format(value, numberAt(options, 'yAxis', 'decimals')));
};

const paintCells = (
  chart: uPlot,
  cells: readonly HeatCell[],
  { extent, palette, gap }: Pick<HeatPlan, 'extent' | 'palette'> & { readonly gap: number },
): void => {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  const space = gap * uPlot.pxRatio;
  for (const { from, to, row, value } of cells) {
    const left = Math.round(chart.valToPos(from, 'x', true));
    const right = Math.round(chart.valToPos(to, 'x', true));
    const [one, other] = [chart.valToPos(row, 'y', true), chart.valToPos(row + 1, 'y', true)];
    const [top, bottom] = [Math.round(Math.min(one, other)), Math.round(Math.max(one, other))];
    // Where cells are small a gap would be most of what is seen.
    const across = right - left > 4 ? space : 0;
    ctx.fillStyle = palette[colourIndex(value, extent, palette.length)] ?? 'gray';
    ctx.fillRect(left, top, Math.max(1, right - left - across), Math.max(1, bottom - top - space));
  }
  ctx.restore();
};

const yAxis = (
  theme: GrafanaTheme2,
  side: 'left' | 'right' | 'hidden',
  rows: number,
  text: (row: number) => string,
): uPlot.Axis => ({
  ...axisLook(theme),
  scale: 'y',
  show: side !== 'hidden',
  side: side === 'right' ? 1 : 3,
  grid: { show: false },
  splits: (self) => {
    // Every bound where there is room for its text, else every second, every third.
    const every = Math.max(1, Math.ceil((rows * 20) / Math.max(1, self.bbox.height / uPlot.pxRatio)));
    return Array.from({ length: Math.floor(rows / every) }, (_, index) => (index + 1) * every);
  },
  values: (_self, splits) => splits.map((at) => text(at - 1)),
  size: (_self, values) =>
    Math.ceil(
      Math.max(0, ...(values ?? []).map((value) => widthOf(value, 12, theme.typography.fontFamily))),
    ) + 12,
});

/** A heat map of a histogram over time. */
export const heatPlan = (drawn: Drawn, histogram: Histogram): HeatPlan => {
  const { options } = drawn.model;
  const { times, rows } = histogram;
  const length = cellLength(times, (drawn.to - drawn.from) / 100);
  const least = numberAt(options, 'filterValues', 'le') ?? 1e-9;
  const cells = cellsOf(histogram, length, least);
  const extent = extentOf(cells, {
    min: numberAt(options, 'color', 'min'),
    max: numberAt(options, 'color', 'max'),
  });
  const palette = paletteOf(drawn.theme, options);
  const text = (row: number) => boundText(rows[row]?.bound ?? '', options);
  const isReversed = isTrueAt(options, 'yAxis', 'reverse');
  const placed = oneOf(['left', 'right', 'hidden'], options, 'yAxis', 'axisPlacement');
  const gap = numberAt(options, 'cellGap') ?? 1;
  return {
    ...{ histogram, length, extent, palette, isReversed, boundText: text },
    data: [[...times], times.map(() => null)],
    options: {
      ms: 1,
      tzDate: zoneDate(drawn.timeZone),
      padding: [8, 18, 0, 0],
      legend: { show: false },
      scales: {
        x: { time: true, range: () => [drawn.from, drawn.to] },
        y: { range: () => [0, rows.length], dir: isReversed ? -1 : 1 },
      },
      axes: [
        { ...timeAxis(drawn.theme, drawn.timeZone), grid: { show: false } },
        yAxis(drawn.theme, placed, rows.length, text),
      ],
      series: [{}, { scale: 'y', paths: () => null, points: { show: false } }],
      hooks: {
        draw: [
          (chart) => paintCells(chart, cells, { extent, palette, gap }),
          (chart) => paintRegions(chart, drawn.regions, uPlot.pxRatio),
        ],
      },
      cursor: { points: { show: false } },
    },
  };
};

/** How many are in a cell, in words. */
export const countText = (value: number, options: unknown): string => {
  const decimals = valueAt(options, 'cellValues', 'decimals');
  const format = getValueFormat(textAt(options, 'cellValues', 'unit') ?? 'short');
  return formattedValueToString(format(value, typeof decimals === 'number' ? decimals : undefined));
};

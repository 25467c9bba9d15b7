import { type GrafanaTheme2 } from '@grafana/data';
import uPlot from 'uplot';
import { timeAxis, valueAxis } from '#browser/panel/chart/axis.js';
import { paintRegions } from '#browser/panel/chart/painted.js';
import { valueScale } from '#browser/panel/chart/scale.js';
import { stacked } from '#browser/panel/chart/stacked.js';
import { zoneDate } from '#browser/panel/chart/zone.js';
import { type Drawn } from '#browser/panel/contract.js';
import { limitedOf, paintLimits } from './limited.js';
import { type Line, type Lines } from './lines.js';
import { fillOf, pathsOf, pointsOf } from './paths.js';
import { byValue, isByValue } from './scheme.js';
import { scalesOf, type ValueScale } from './scales.js';

/** What a chart is made of. */
export interface Plan {
  readonly options: Omit<uPlot.Options, 'width' | 'height'>;
  readonly data: uPlot.AlignedData;
  readonly lines: readonly Line[];
  /** Whether the axis of a line stands at the right. */
  readonly isRight: (line: Line) => boolean;
}

const percentField = (scale: ValueScale): ValueScale['field'] => ({
  ...scale.field,
  display: (value) => ({
    text: `${Number((Number(value) * 100).toFixed(2))}`,
    suffix: '%',
    numeric: Number(value),
  }),
});

const axes = ({ theme, timeZone }: Drawn, scales: readonly ValueScale[]): uPlot.Axis[] => [
  timeAxis(theme, timeZone),
  ...scales.map((scale, index) =>
    valueAxis(theme, {
      scale: scale.key,
      side: scale.side,
      field: scale.isPercent ? percentField(scale) : scale.field,
      label: scale.label,
      colour: scale.colour,
      // One grid is enough: that of the first axis.
      hasGrid: scale.hasGrid ?? index === 0,
    }),
  ),
];

const seriesOf = (line: Line, scale: string, isShown: boolean, theme: GrafanaTheme2): uPlot.Series => {
  const { style, colour, name, field } = line;
  const paths = pathsOf(style);
  const fill = fillOf(line, theme);
  return {
    label: name,
    scale,
    show: isShown,
    stroke: style.gradient === 'scheme' && isByValue(field) ? byValue(field, theme, 1, colour) : colour,
    width: style.width,
    spanGaps: style.spanNulls === true,
    points: pointsOf(line),
    ...(style.dash && { dash: [...style.dash], cap: style.dash[0] === 0 ? 'round' : 'butt' }),
    ...(fill && { fill }),
    ...(paths && { paths }),
  };
};

const belowBands = (lines: readonly Line[], theme: GrafanaTheme2): uPlot.Band[] =>
  lines.flatMap((line, upper): uPlot.Band[] => {
    const lower = lines.findIndex(({ name }) => name === line.style.below);
    const fill = fillOf(line, theme);
    return lower < 0 || typeof fill !== 'string' ? [] : [{ series: [upper + 1, lower + 1], fill }];
  });

/** A chart of series over time, without those that are hidden. */
export const planOf = (
  drawn: Drawn,
  { times, lines: all }: Lines,
  isHidden: (name: string) => boolean,
): Plan => {
  const lines = all.filter(({ style }) => !style.isHidden.viz);
  const { scales, keys } = scalesOf(lines);
  const shown = lines.map(({ name }) => !isHidden(name));
  const { values, bands } = stacked(
    lines.map(({ style, values: own }, index) => ({
      values: own,
      isPercent: style.stacking === 'percent',
      ...(style.stacking !== 'none' &&
        shown[index] && { group: `${style.group} ${keys[index]} ${style.isNegative ? 'down' : 'up'}` }),
    })),
  );
  const limited = limitedOf(lines, keys);
  const right = new Set(scales.filter(({ side }) => side === 'right').map(({ key }) => key));
  return {
    lines,
    isRight: (line) => right.has(keys[lines.indexOf(line)] ?? ''),
    data: [[...times], ...values.map((own) => [...own])],
    options: {
      ms: 1,
      tzDate: zoneDate(drawn.timeZone),
      // The last time is written around its tick, half of it beside the plot.
      padding: [8, right.size > 0 ? 0 : 18, 0, scales.some(({ side }) => side === 'left') ? 0 : 18],
      legend: { show: false },
      scales: {
        x: { time: true, range: () => [drawn.from, drawn.to] },
        ...Object.fromEntries(scales.map((scale) => [scale.key, valueScale(scale)])),
      },
      axes: axes(drawn, scales),
      series: [
        {},
        ...lines.map((line, index) =>
          seriesOf(line, keys[index] ?? 'y0', shown[index] === true, drawn.theme),
        ),
      ],
      bands: [
        ...bands.map(([upper, lower]): uPlot.Band => ({ series: [upper + 1, lower + 1] })),
        ...belowBands(lines, drawn.theme),
      ],
      hooks: {
        drawClear: [(chart) => paintLimits(chart, limited, drawn.theme, uPlot.pxRatio)],
        draw: [(chart) => paintRegions(chart, drawn.regions, uPlot.pxRatio)],
      },
    },
  };
};

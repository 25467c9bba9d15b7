import uPlot from 'uplot';
import { type Hover, type Inside } from './hover.js';

interface Creation {
  readonly host: HTMLElement;
  readonly options: Omit<uPlot.Options, 'width' | 'height'>;
  readonly data: uPlot.AlignedData;
  readonly cursor: string;
  readonly onHover: (hover: Hover | undefined) => void;
  readonly onInside: (inside: Inside) => void;
  readonly onZoom: (from: number, to: number) => void;
}

/** Above so many series a dot on each of them at the crosshair costs more than it shows. */
const manySeries = 60;

const insideOf = ({ over }: uPlot): Inside => ({
  left: over.offsetLeft,
  top: over.offsetTop,
  width: over.clientWidth,
  height: over.clientHeight,
});

const strokeOf = (chart: uPlot, series: number): string => {
  const stroke: unknown = chart.series[series]?.stroke;
  const colour: unknown = typeof stroke === 'function' ? stroke(chart, series) : stroke;
  return typeof colour === 'string' ? colour : 'gray';
};

/** Where a chart's crosshair is in the window. */
export const hoverOf = (chart: uPlot, isByKey: boolean): Hover | undefined => {
  const { left = -1, top = -1, idx } = chart.cursor;
  if (left < 0 || idx === null || idx === undefined) return undefined;
  const { x, y } = chart.over.getBoundingClientRect();
  const yOf = (series: number): number => {
    const value = chart.data[series + 1]?.[idx];
    const scale = chart.series[series + 1]?.scale;
    return typeof value === 'number' && scale !== undefined ? chart.valToPos(value, scale) : Infinity;
  };
  return {
    ...{ index: idx, top, isByKey, yOf },
    x: x + left,
    y: y + top,
    at: chart.posToVal(left, 'x'),
    down: top / chart.over.clientHeight,
  };
};

/** A chart by uPlot, of whose crosshair and selection is told. */
export const create = ({ host, options, data, cursor, onHover, onInside, onZoom }: Creation): uPlot => {
  let isOver = false;
  const hooks: uPlot.Hooks.Arrays = {
    ...options.hooks,
    ready: [
      (chart) => {
        chart.over.addEventListener('mouseenter', () => {
          isOver = true;
        });
        chart.over.addEventListener('mouseleave', () => {
          isOver = false;
          onHover(undefined);
        });
      },
    ],
    draw: [...(options.hooks?.draw ?? []), (chart) => onInside(insideOf(chart))],
    // A chart whose crosshair follows another's says nothing.
    setCursor: [(chart) => isOver && onHover(hoverOf(chart, false))],
    setSelect: [
      (chart) => {
        const { left, width } = chart.select;
        if (width < 2) return;
        onZoom(Math.round(chart.posToVal(left, 'x')), Math.round(chart.posToVal(left + width, 'x')));
        chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
      },
    ],
  };
  const isMove = (type: string): boolean => type === 'mousemove' || type === 'mouseleave';
  return new uPlot(
    {
      ...options,
      width: host.clientWidth,
      height: host.clientHeight,
      hooks,
      cursor: {
        drag: { x: true, y: false, setScale: false, dist: 5 },
        points: {
          show: options.series.length <= manySeries,
          size: 8,
          width: 2,
          stroke: (chart, series) => `${strokeOf(chart, series)}80`,
          fill: strokeOf,
        },
        sync: {
          key: cursor,
          setSeries: false,
          scales: ['x', null],
          filters: { pub: isMove, sub: isMove },
        },
        ...options.cursor,
      },
    },
    data,
    host,
  );
};

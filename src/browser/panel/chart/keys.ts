import uPlot from 'uplot';
import { hoverOf } from './create.js';
import { type Hover } from './hover.js';

/** What is selected by keys: indices of times. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const step = (key: string, last: number): ((index: number) => number) | undefined => {
  const steps: Readonly<Record<string, (index: number) => number>> = {
    ArrowLeft: (index) => index - 1,
    ArrowRight: (index) => index + 1,
    PageUp: (index) => index - 10,
    PageDown: (index) => index + 10,
    Home: () => 0,
    End: () => last,
  };
  return steps[key];
};

const show = (chart: uPlot, index: number, cursor: string): Hover | undefined => {
  const at = chart.data[0][index] ?? 0;
  const left = Math.min(chart.over.clientWidth, Math.max(0, chart.valToPos(at, 'x')));
  const top = chart.over.clientHeight / 2;
  chart.setCursor({ left, top }, false);
  uPlot
    .sync(cursor)
    .pub('mousemove', chart, left, top, chart.over.clientWidth, chart.over.clientHeight, index);
  return hoverOf(chart, true);
};

const mark = (chart: uPlot, { from, to }: Span): void => {
  const at = (index: number): number => chart.valToPos(chart.data[0][index] ?? 0, 'x');
  const [left, right] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
  chart.setSelect({ left, top: 0, width: right - left, height: chart.over.clientHeight }, false);
};

const unmark = (chart: uPlot): void => chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);

export interface Pressed {
  readonly span: Span | undefined;
  readonly hover: Hover | undefined;
  /** In milliseconds since 1970, where it was asked for. */
  readonly zoom?: readonly [from: number, to: number];
}

/** What a key does in a chart: arrows move its crosshair, with Shift they select, Enter zooms in, Escape lets go; nothing of other keys. */
export const pressed = (
  chart: uPlot,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  span: Span | undefined,
  cursor: string,
): Pressed | undefined => {
  const times = chart.data[0];
  const last = times.length - 1;
  const now = chart.cursor.idx ?? undefined;
  if (key === 'Escape') {
    // Where there is nothing to let go of, the key is the page's: it leads back from a panel that fills it.
    if (!span && (chart.cursor.left ?? -10) < 0) return undefined;
    unmark(chart);
    chart.setCursor({ left: -10, top: -10 }, false);
    return { span: undefined, hover: undefined };
  }
  if (key === 'Enter') {
    if (!span || span.from === span.to) return undefined;
    unmark(chart);
    const [from, to] = [times[span.from] ?? 0, times[span.to] ?? 0];
    return { span: undefined, hover: undefined, zoom: [Math.min(from, to), Math.max(from, to)] };
  }
  const moved = step(key, last);
  if (!moved || last < 0) return undefined;
  const index = Math.min(last, Math.max(0, now === undefined ? last : moved(now)));
  const hover = show(chart, index, cursor);
  if (!shiftKey) {
    unmark(chart);
    return { span: undefined, hover };
  }
  const wider = { from: span?.from ?? now ?? index, to: index };
  mark(chart, wider);
  return { span: wider, hover };
};

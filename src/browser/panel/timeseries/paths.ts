import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import uPlot from 'uplot';
import { faint } from '#browser/panel/colours.js';
import { byValue, isByValue } from './scheme.js';
import { type Line } from './lines.js';
import { type Style } from './style.js';

const { linear, spline, stepped, bars, points } = uPlot.paths;

const linearPaths = linear?.();
const smoothPaths = spline?.();
const beforePaths = stepped?.({ align: -1 });
const afterPaths = stepped?.({ align: 1 });
const pointPaths = points?.();

/** By what a series is drawn. */
export const pathsOf = (style: Style): uPlot.Series.PathBuilder | undefined => {
  if (style.draw === 'points') return () => null;
  if (style.draw === 'bars') return bars?.({ size: [style.barWidth, 200], align: style.barAlignment });
  if (style.interpolation === 'smooth') return smoothPaths;
  if (style.interpolation === 'stepBefore') return beforePaths;
  if (style.interpolation === 'stepAfter') return afterPaths;
  return linearPaths;
};

export const pointsOf = ({ style, colour }: Line): uPlot.Series.Points => {
  const always = style.draw === 'points' || style.points === 'always';
  return {
    size: style.pointSize,
    fill: colour,
    stroke: colour,
    ...(always ? { show: true } : style.points === 'never' || style.draw === 'bars' ? { show: false } : {}),
    ...(pointPaths && { paths: pointPaths }),
  };
};

/** What a series is filled with, down to its baseline. */
export const fillOf = (
  { style, colour, field }: Line,
  theme: GrafanaTheme2,
): uPlot.Series.Fill | undefined => {
  if (style.fill === 0 || style.draw === 'points') return undefined;
  const alpha = style.fill / 100;
  if (style.gradient === 'scheme' && isByValue(field))
    return byValue(field, theme, alpha, faint(colour, alpha));
  if (style.gradient !== 'opacity' && style.gradient !== 'hue') return faint(colour, alpha);
  return (self) => {
    const { top, height } = self.bbox;
    // Before its first layout a chart has no height, and no gradient has a length.
    if (!Number.isFinite(top) || !(height > 0)) return faint(colour, alpha);
    const gradient = self.ctx.createLinearGradient(0, top, 0, top + height);
    gradient.addColorStop(0, faint(colour, alpha));
    const end =
      style.gradient === 'hue' ? faint(colorManipulator.darken(colour, 0.3), alpha) : faint(colour, 0);
    gradient.addColorStop(1, end);
    return gradient;
  };
};

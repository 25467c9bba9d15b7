import uPlot from 'uplot';
import { type Bounds, rangeOf } from './range.js';

export interface Distribution {
  readonly bounds: Bounds;
  readonly distribution: 'linear' | 'log' | 'symlog';
  readonly base: 2 | 10;
  readonly linearThreshold: number;
  readonly isCentered: boolean;
}

const around = ([low, high]: readonly [number, number]): [number, number] => {
  const furthest = Math.max(Math.abs(low), Math.abs(high));
  return [-furthest, furthest];
};

/** A scale of values: linear, logarithmic, or logarithmic to both sides of zero. */
export const valueScale = (of: Distribution): uPlot.Scale => {
  const { bounds, base } = of;
  if (of.distribution === 'log')
    return {
      distr: 3,
      log: base,
      range: (_self, low, high) => {
        const [from, to] = uPlot.rangeLog(low > 0 ? low : 1, high > 0 ? high : 10, base, true);
        return [bounds.min !== undefined && bounds.min > 0 ? bounds.min : from, bounds.max ?? to];
      },
    };
  if (of.distribution === 'symlog')
    return {
      distr: 4,
      log: base,
      asinh: of.linearThreshold,
      range: (_self, low, high) => uPlot.rangeAsinh(low ?? -1, high ?? 1, base, true),
    };
  return {
    distr: 1,
    range: (_self, low, high) => {
      const range = rangeOf(low, high, bounds);
      return of.isCentered ? around(range) : [range[0], range[1]];
    },
  };
};

import { isFalseAt, numberAt, oneOf } from '#browser/frame/read.js';
import { type BarSizes } from './geometry.js';

export interface BarOptions extends BarSizes {
  readonly mode: 'gradient' | 'basic' | 'lcd';
  readonly value: 'color' | 'text' | 'hidden';
  readonly name: 'auto' | 'top' | 'left' | 'hidden';
  readonly showsRest: boolean;
}

/** `options` of a bar gauge; what lies along the longer side of its panel lies down. */
export const barOptions = (options: unknown, width: number, height: number): BarOptions => {
  const orientation = oneOf(['auto', 'horizontal', 'vertical'], options, 'orientation');
  return {
    isHorizontal: orientation === 'auto' ? width <= height : orientation === 'horizontal',
    mode: oneOf(['gradient', 'basic', 'lcd'], options, 'displayMode'),
    value: oneOf(['color', 'text', 'hidden'], options, 'valueMode'),
    name: oneOf(['auto', 'top', 'left', 'hidden'], options, 'namePlacement'),
    showsRest: !isFalseAt(options, 'showUnfilled'),
    leastWidth: numberAt(options, 'minVizWidth') ?? 8,
    leastHeight: numberAt(options, 'minVizHeight') ?? 16,
    mostHeight: numberAt(options, 'maxVizHeight') ?? 300,
  };
};

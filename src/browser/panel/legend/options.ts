import { isFalseAt, isTrueAt, numberAt, oneOf, textAt, textsAt } from '#browser/frame/read.js';
import { type Order } from './item.js';

export interface LegendOptions {
  readonly isShown: boolean;
  readonly isTable: boolean;
  readonly placement: 'bottom' | 'right';
  readonly calcs: readonly string[];
  readonly width: number | undefined;
  readonly order: Order | undefined;
}

/** `legend` of a panel's options. */
export const legendOptions = (options: unknown): LegendOptions => {
  const mode = oneOf(['list', 'table', 'hidden'], options, 'legend', 'displayMode');
  const by = textAt(options, 'legend', 'sortBy');
  return {
    isShown: mode !== 'hidden' && !isFalseAt(options, 'legend', 'showLegend'),
    isTable: mode === 'table',
    placement: oneOf(['bottom', 'right'], options, 'legend', 'placement'),
    calcs: textsAt(options, 'legend', 'calcs'),
    width: numberAt(options, 'legend', 'width'),
    order: by === undefined ? undefined : { by, isDescending: isTrueAt(options, 'legend', 'sortDesc') },
  };
};

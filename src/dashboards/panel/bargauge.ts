import { filling } from './filling.js';
import { legend } from './legend.js';
import { presentValue } from './reduce.js';

/** How full many things are, one bar per series. */
export const bargauge = filling('bargauge', {
  reduceOptions: presentValue,
  displayMode: 'basic',
  valueMode: 'color',
  namePlacement: 'auto',
  showUnfilled: true,
  sizing: 'auto',
  minVizWidth: 8,
  minVizHeight: 16,
  maxVizHeight: 300,
  // Every bar has its name.
  legend: { ...legend, showLegend: false },
  orientation: 'horizontal',
});

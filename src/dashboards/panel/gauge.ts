import { dialOfShares } from './dial.js';
import { filling } from './filling.js';
import { presentValue } from './reduce.js';

/** How full something is, one dial per series. */
export const gauge = filling(
  'gauge',
  {
    reduceOptions: presentValue,
    showThresholdLabels: false,
    showThresholdMarkers: true,
    sizing: 'auto',
    minVizWidth: 75,
    minVizHeight: 75,
    orientation: 'auto',
  },
  dialOfShares,
);

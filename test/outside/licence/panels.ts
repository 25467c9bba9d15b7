import { type Panel, visualization } from 'cheomseong';
import { type LicenceAlerts, type LicenceSeats, taken } from './alerts.js';
import { seatsUsed } from './recorded.js';

/** A kind of panel that Cheomseong has no word for. */
const stateTimeline = visualization('state-timeline', {
  options: { mergeValues: true, showValue: 'auto', alignValue: 'left', rowHeight: 0.9 },
  custom: { lineWidth: 0, fillOpacity: 70 },
  drawsLimits: true,
});
/** One of a plugin, which shows the present and draws no limits. */
const bubbles = visualization('acme-bubble-panel', { instant: true, width: 8 });

export const licencePanels = (
  metrics: LicenceSeats,
  { seatsRunOut }: Pick<LicenceAlerts, 'seatsRunOut'>,
): readonly [Panel, Panel] => [
  stateTimeline('Seats used', {
    description: 'The share of seats that are taken, by product.',
    signal: seatsUsed(metrics).value,
    limits: [seatsRunOut],
    legend: ({ product }) => product,
  }),
  bubbles('Seats taken', { description: 'How many seats are taken now.', signal: taken(metrics) }),
];

import { theme } from './kind.js';

/** Limits on panels, which are those of alerts. */
export const panelLimits = theme({
  'limit-not-shown': {
    is: 'A panel that shows what an alert watches, without its limit',
    why: 'Its reader does not see how far it is to the alert.',
    wrong: `dashboard('Shop', {
  ...board,
  alerts: [pack.tooFewWorkers],
  panels: [stat('Workers', { ...workers })],
})`,
    right: `dashboard('Shop', {
  ...board,
  alerts: [pack.tooFewWorkers],
  panels: [stat('Workers', { ...workers, limits: [pack.tooFewWorkers] })],
})`,
    mistakes: [24],
  },
  'alert-not-drawn': {
    is: 'An alert that no panel over time draws',
    why: 'Whoever is woken does not see how far its limit is crossed, since when, and whether it was so before.',
    wrong: `({ ...application('shop', shop), dashboards: [shown] })`,
    right: `application('shop', { ...shop, dashboards: [() => shown] })`,
    mistakes: [24],
  },
  'alert-named-only': {
    is: 'A panel that names an alert, and shows nothing of what it watches',
    why: 'The link of the alert leads whoever is woken to a picture on which all is well.',
    wrong: `dashboard('Shop', {
  ...board,
  panels: [
    stat('Requests', { signal: sum(rate(metrics.requests, '5m')), alerts: [pack.tooFewWorkers] }),
  ],
})`,
    right: `dashboard('Shop', {
  ...board,
  panels: [stat('Workers', { ...workers, limits: [pack.tooFewWorkers] })],
})`,
    mistakes: [24],
  },
  'limit-of-no-alert': {
    is: 'A limit of a panel that is no alert’s',
    why: 'Whoever sees red believes that somebody was told; of what lies beyond such a line nobody is.',
    wrong: `timeseries('Workers', { ...workers, limits: { red: count(2) } })`,
    right: `timeseries('Workers', { ...workers, limits: [pack.tooFewWorkers] })`,
    mistakes: [24],
  },
  'limit-is-no-line': {
    is: 'A limit that is a point, and cannot be drawn',
    why: 'A line divides more from less; == has neither.',
    wrong: `dashboard('Shop', {
  ...board,
  panels: [
    stat('Workers', {
      ...workers,
      limits: [
        alert('WorkersStuck', {
          ...fewWorkers,
          when: ({ limit }) => ({ signal: sum(value(metrics.workers)), operator: '==', limit }),
        }),
      ],
    }),
  ],
})`,
    right: `dashboard('Shop', {
  ...board,
  panels: [
    stat('Workers', {
      ...workers,
      limits: [
        alert('WorkersStuck', {
          ...fewWorkers,
          when: ({ limit }) => ({ signal: sum(value(metrics.workers)), operator: '<=', limit }),
        }),
      ],
    }),
  ],
})`,
    mistakes: [24],
  },
  'limit-hidden': {
    is: 'A yellow limit beyond the red one',
    why: 'It is never seen, for red begins before it.',
    wrong: `dashboard('Shop', {
  ...board,
  panels: [
    stat('Workers', {
      ...workers,
      limits: [
        pack.tooFewWorkers,
        alert('NoWorkers', { ...fewWorkers, limit: count(1), severity: 'warning' }),
      ],
    }),
  ],
})`,
    right: `dashboard('Shop', {
  ...board,
  panels: [
    stat('Workers', {
      ...workers,
      limits: [
        pack.tooFewWorkers,
        alert('FewWorkers', { ...fewWorkers, limit: count(4), severity: 'warning' }),
      ],
    }),
  ],
})`,
    mistakes: [74],
  },
  'no-values-between': {
    is: 'Values that are expected from one on up to another that is less',
    why: 'None lies between, and the panel would have a band upside down.',
    wrong: `timeseries('Workers', { ...workers, expected: { from: count(10), to: count(1) } })`,
    right: `timeseries('Workers', { ...workers, expected: { from: count(1), to: count(10) } })`,
    mistakes: [],
  },
});

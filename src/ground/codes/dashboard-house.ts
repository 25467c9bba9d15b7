import { theme } from './kind.js';

/** Rules of the house for dashboards. */
export const dashboardHouse = theme({
  'color-against-word': {
    is: 'A series or a state in a colour that says the opposite of its name',
    why: 'What failed and is green looks well, and what succeeded and is red wakes somebody for nothing.',
    wrong: `dashboard('Shop', {
  ...board,
  panels: [
    timeseries('Requests', {
      queries: [query(sum(rate(metrics.requests, '5m')), 'failed', { color: 'green' })],
    }),
  ],
})`,
    right: `dashboard('Shop', {
  ...board,
  panels: [
    timeseries('Requests', {
      queries: [query(sum(rate(metrics.requests, '5m')), 'failed', { color: 'red' })],
    }),
  ],
})`,
    mistakes: [],
  },
  'told-by-color-alone': {
    is: 'Two states that have one word, and are told apart by their colours',
    why: 'One man in twelve sees little difference between red and green; at night and in a bad light nobody sees much.',
    wrong: `dashboard('Shop', {
  ...board,
  panels: [
    stat('Workers', {
      ...workers,
      values: { 0: { text: '●', color: 'red' }, 1: { text: '●', color: 'green' } },
    }),
  ],
})`,
    right: `dashboard('Shop', {
  ...board,
  panels: [
    stat('Workers', {
      ...workers,
      values: { 0: { text: 'DOWN', color: 'red' }, 1: { text: 'UP', color: 'green' } },
    }),
  ],
})`,
    mistakes: [],
  },
  'objective-rounded-away': {
    is: 'A share that is rounded so far that nobody sees whether it keeps its objective',
    why: '99.86% reads 99.9%, beside an objective of 99.9% that it has missed.',
    wrong: `dashboard('Shop', {
  ...board,
  panels: [
    stat('Availability', {
      queries: [
        query(complement(divide(sum(rate(counted.bad, '1h')), sum(rate(counted.total, '1h')))), 'now'),
        query(constant(percent(99.9)), 'objective'),
      ],
    }),
  ],
})`,
    right: `dashboard('Shop', {
  ...board,
  panels: [
    stat('Availability', {
      queries: [
        query(complement(divide(sum(rate(counted.bad, '1h')), sum(rate(counted.total, '1h')))), 'now'),
        query(constant(percent(99.9)), 'objective'),
      ],
      decimals: 3,
    }),
  ],
})`,
    mistakes: [],
  },
  'limit-over-another': {
    is: 'A limit that is drawn over what it is no limit of',
    why: 'Its line goes across the whole panel, and its reader takes it for a limit of all that crosses it.',
    wrong: `dashboard('Shop', {
  ...board,
  alerts: [pack.tooFewWorkers],
  panels: [
    timeseries('Workers and requests', {
      queries: [
        query(sum(value(metrics.workers)), 'workers'),
        query(sum(increase(metrics.requests, '5m')), 'requests'),
      ],
      limits: [pack.tooFewWorkers],
    }),
  ],
})`,
    right: `dashboard('Shop', {
  ...board,
  alerts: [pack.tooFewWorkers],
  panels: [
    timeseries('Workers', { ...workers, limits: [pack.tooFewWorkers] }),
    timeseries('Requests', { signal: sum(increase(metrics.requests, '5m')) }),
  ],
})`,
    mistakes: [],
  },
  'wider-than-needed': {
    is: 'A number or a line that takes more of the screen than it fills',
    why: 'What stands below it is not seen without scrolling.',
    wrong: `dashboard('Shop', { ...board, panels: [stat('Workers', { ...workers, width: 24, height: 8 })] })`,
    right: `dashboard('Shop', { ...board, panels: [stat('Workers', { ...workers })] })`,
    mistakes: [],
  },
  'title-twice': {
    is: 'Two dashboards that are called the same',
    why: 'Whoever looks for one at night opens the other.',
    wrong: `application('shop', {
  ...shop,
  dashboards: [
    () => dashboard('Shop', { ...board, panels: [words] }),
    () => dashboard('Shop', { ...board, uid: 'shop-orders', panels: [words] }),
  ],
})`,
    right: `application('shop', {
  ...shop,
  dashboards: [
    () => dashboard('Shop', { ...board, panels: [words] }),
    () => dashboard('Shop: orders', { ...board, uid: 'shop-orders', panels: [words] }),
  ],
})`,
    mistakes: [],
  },
});

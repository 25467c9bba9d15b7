import { theme } from './kind.js';

/** Units and limits. */
export const units = theme({
  'wrong-unit': {
    is: 'A limit of another unit than the values have',
    why: '5 of what? A share held against a percentage is exceeded always, or never.',
    wrong: `compare(sum(value(metrics.workers)), '<', seconds(2))`,
    right: `compare(sum(value(metrics.workers)), '<', count(2))`,
    mistakes: [72],
  },
  'units-do-not-mix': {
    is: 'An operation on units that means nothing',
    why: 'Bytes and seconds have no sum: the result would be a number of which nobody can say what it is.',
    wrong: `add(sum(value(metrics.workers)), sum(rate(metrics.requests, '5m')))`,
    right: `add(sum(value(metrics.workers)), sum(value(metrics.workers)))`,
    mistakes: [72],
  },
  'not-finite': {
    is: 'A number without an end, or none at all',
    why: 'Nothing exceeds it, and nothing compares with what is no number.',
    wrong: `percent(NaN)`,
    right: `percent(5)`,
    mistakes: [73],
  },
  'negative-time': {
    is: 'A length of time below 0',
    why: 'What lasts, lasts at least no time: a limit below that is crossed always.',
    wrong: `seconds(-1)`,
    right: `seconds(1)`,
    mistakes: [73],
  },
  'percent-as-ratio': {
    is: 'A ratio times 100 that is still called a ratio',
    why: 'A panel would show 500% for 5%, and a limit of percent(5) be exceeded by a hundredth of that.',
    wrong: `multiply(divide(sum(rate(metrics.requests, '5m')), sum(rate(metrics.requests, '5m'))), 100)`,
    right: `divide(sum(rate(metrics.requests, '5m')), sum(rate(metrics.requests, '5m')))`,
    mistakes: [16],
  },
  'limit-out-of-reach': {
    is: 'A limit that the values can never cross',
    why: 'The alert never fires, or always does.',
    wrong: `alert('TooFewWorkers', { ...fewWorkers, limit: count(-1) })`,
    right: `alert('TooFewWorkers', { ...fewWorkers, limit: count(2) })`,
    mistakes: [8],
  },
  'limit-between-buckets': {
    is: 'A limit that lies between two edges of a histogram’s buckets',
    why: 'What happened between them is only guessed: the quantile crosses the limit where no request does.',
    wrong: `latency(metrics.duration, seconds(0.3))`,
    right: `latency(metrics.duration, seconds(0.5))`,
    mistakes: [2, 42],
  },
  'share-over-one': {
    is: 'A share that is to exceed more than 1',
    why: 'A share is at most 1: 5 is 500%.',
    wrong: `alert('ManyOrders', { ...ordering, limit: ratio(5) })`,
    right: `alert('ManyOrders', { ...ordering, limit: percent(5) })`,
    mistakes: [47],
  },
});

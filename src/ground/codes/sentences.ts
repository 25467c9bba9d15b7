import { theme } from './kind.js';

/** What alerts say, and when. */
export const sentences = theme({
  'bad-alert-name': {
    is: 'A name that no alert should have',
    why: 'It is read in every message, and its page is called by it: CamelCase, as Prometheus’s own are.',
    wrong: `alert('too few workers', fewWorkers)`,
    right: `alert('TooFewWorkers', fewWorkers)`,
    mistakes: [49],
  },
  'nothing-said': {
    is: 'An alert that says nothing, or nothing in one of its sentences',
    why: 'Whoever is woken reads an empty message.',
    wrong: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: { en: (is) => ({ ...fewWorkers.says.en(is), impact: '' }) },
})`,
    right: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: { en: (is) => ({ ...fewWorkers.says.en(is), impact: 'Orders are late.' }) },
})`,
    mistakes: [59, 81],
  },
  'still-to-be-written': {
    is: 'A sentence that is still to be written',
    why: 'TODO is what somebody reads at night.',
    wrong: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: { en: (is) => ({ ...fewWorkers.says.en(is), action: 'TODO' }) },
})`,
    right: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: {
    en: (is) => ({ ...fewWorkers.says.en(is), action: 'Roll the latest deployment back.' }),
  },
})`,
    mistakes: [59],
  },
  'value-on-a-page': {
    is: 'A runbook that names the value or a label of the alert',
    why: 'A page is written once and does not know which alert its reader came from: it would show {{ $value }}.',
    wrong: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: {
    en: (is) => ({ ...fewWorkers.says.en(is), meaning: is.value + ' workers are left.' }),
  },
})`,
    right: `alert('TooFewWorkers', {
  ...fewWorkers,
  says: {
    en: (is) => ({
      ...fewWorkers.says.en(is),
      meaning: 'Fewer than ' + is.limit + ' workers take orders.',
    }),
  },
})`,
    mistakes: [20],
  },
  'no-time-of-day': {
    is: 'A text that is no time of day',
    why: 'Nothing begins or ends then.',
    wrong: `hours({ days: ['monday'], from: '9h', to: '18:00', timeZone: 'Asia/Seoul' })`,
    right: `hours({ days: ['monday'], from: '09:00', to: '18:00', timeZone: 'Asia/Seoul' })`,
    mistakes: [49],
  },
  'no-such-time-zone': {
    is: 'A time zone that nobody knows',
    why: 'The hours would be those of another place, or none.',
    wrong: `hours({ days: ['monday'], from: '09:00', to: '18:00', timeZone: 'Asia/Soul' })`,
    right: `hours({ days: ['monday'], from: '09:00', to: '18:00', timeZone: 'Asia/Seoul' })`,
    mistakes: [49],
  },
  'zone-with-summer-time': {
    is: 'Hours in a zone whose clocks change during the year',
    why: 'PromQL knows no zones: half of the year the alert would be quiet an hour too late.',
    wrong: `hours({ days: ['monday'], from: '09:00', to: '18:00', timeZone: 'Europe/Berlin' })`,
    right: `hours({ days: ['monday'], from: '08:00', to: '17:00', timeZone: 'Etc/UTC' })`,
    mistakes: [14],
  },
});

import { theme } from './kind.js';

/** Engines: what is asked as one where a Prometheus alone no longer serves, and who evaluates rules there. */
export const engines = theme({
  'engine-not-pinned': {
    is: 'An engine whose version names no release',
    why: 'What runs changes without anybody changing it, and no review has seen it.',
    wrong: `thanos({ ...bucketed, version: 'latest' })`,
    right: `thanos({ ...bucketed, version: '0.42.4' })`,
    mistakes: [],
  },
  'gone-before-downsampled': {
    is: 'Samples that are gone before they are downsampled',
    why: 'The compactor makes 5-minute samples of what is 40 hours old, and hourly ones of those that are 10 days old: of what it has deleted before it makes none.',
    wrong: `thanos({
  ...bucketed,
  compactor: { ...compacting, keeps: { raw: '30d', fiveMinutes: '7d', oneHour: '52w' } },
})`,
    right: `thanos({
  ...bucketed,
  compactor: { ...compacting, keeps: { raw: '30d', fiveMinutes: '90d', oneHour: '52w' } },
})`,
    mistakes: [],
  },
  'engine-without-query': {
    is: 'A ruler, or other clusters, without a Query that asks',
    why: 'A ruler evaluates what Query answers: without one it evaluates nothing.',
    wrong: `thanos({ ...bucketed, ruler: ruling })`,
    right: `thanos({ ...bucketed, query: asking, ruler: ruling })`,
    mistakes: [],
  },
});

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
  'gone-before-uploaded': {
    is: 'A Prometheus that forgets before its sidecar has written',
    why: 'A sidecar writes blocks of two hours: what is gone before that, or while the bucket is away, is in no bucket.',
    wrong: `estate({
  places: [
    cluster('production', {
      platform: { ...monitored, prometheus: { ...monitored.prometheus, retention: '2h' }, engine: thanos(bucketed) },
      applications: [],
    }),
  ],
})`,
    right: `estate({
  places: [
    cluster('production', {
      platform: { ...monitored, prometheus: { ...monitored.prometheus, retention: '1d' }, engine: thanos(bucketed) },
      applications: [],
    }),
  ],
})`,
    mistakes: [],
    notRun: 'A whole platform is many lines; test/laws/engine shows it.',
  },
  'ruler-tells-nobody': {
    is: 'A ruler without an Alertmanager',
    why: 'What it finds is told to nobody.',
    wrong: `cluster('production', { platform: withoutAlertmanager, applications: [] })`,
    right: `cluster('production', {
  platform: withoutAlertmanager,
  addresses: { alertmanager: 'https://alertmanager.example.org' },
  applications: [],
})`,
    mistakes: [],
    notRun: 'A whole platform is many lines; test/laws/engine shows it.',
  },
  'two-compactors': {
    is: 'A bucket with two compactors',
    why: 'Each takes away what the other writes, until both halt: then nothing is downsampled, and nothing is deleted.',
    wrong: `estate({ places: [cluster('seoul', { platform: compacted }), cluster('busan', { platform: compacted })] })`,
    right: `estate({ places: [cluster('seoul', { platform: compacted }), cluster('busan', { platform: uploading })] })`,
    mistakes: [],
    notRun: 'It takes two whole platforms; test/laws/engine shows it.',
  },
  'evaluated-by-nobody': {
    is: 'A group of rules over clusters where nobody sees several',
    why: 'It would be written for nobody, and what it is about never told.',
    wrong: `application('shop', {
  ...shop,
  groups: [group('shop', { on: 'clusters', interval: '30s', packs: [pack] })],
})`,
    right: `application('shop', { ...shop, groups: [group('shop', { interval: '30s', packs: [pack] })] })`,
    mistakes: [],
  },
  'absent-over-clusters': {
    is: 'An absence that is told over clusters',
    why: 'What is gone in one is there in another: nobody is told before it is gone in all of them.',
    wrong: `application('shop', { ...shop, groups: everywhere({ gone: absentOverClusters }) })`,
    right: `application('shop', { ...shop, groups: groupOf({ gone: absentOverClusters }) })`,
    mistakes: [],
    notRun: 'It takes a platform that sees several clusters; test/laws/evaluated shows it.',
  },
  'needs-another-shard': {
    is: 'A rule that needs what another shard scrapes',
    why: 'Each shard evaluates it over its own targets: a sum is a part of the sum, and what another scrapes is gone.',
    wrong: `cluster('production', { platform: inTwoShards, applications: [application('shop', shop)] })`,
    right: `cluster('production', { platform: withARuler, applications: [application('shop', shop)] })`,
    mistakes: [],
    notRun: 'A whole platform is many lines; test/laws/evaluated shows it.',
  },
});

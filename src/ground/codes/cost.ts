import { theme } from './kind.js';

/** What is stored, and what a Prometheus is given for it. */
export const cost = theme({
  'keep-list-of-everything': {
    is: 'A scrape that keeps what is used, of which something may read any metric',
    why: 'Nothing of it could be dropped: whatever is gone might be what is read.',
    wrong: `application('shop', {
  ...shop,
  scrapes: [scrape(web, { ...asked, keep: 'used' })],
  dashboards: [(about) =>
    dashboard('Shop', {
      ...about,
      description: { en: 'How the shop does.' },
      variables: [rawVariable('metric', { type: 'query', query: 'metrics(.+)' })],
      panels: [timeseries('Requests', { signal: sum(rate(metrics.requests, '$__rate_interval')) })],
    })],
})`,
    right: `application('shop', { ...shop, scrapes: [scrape(web, { ...asked, keep: 'used' })] })`,
    mistakes: [],
  },
  'limit-on-a-guess': {
    is: 'A limit of series that is derived from what nobody says',
    why: 'Of a target with more series than a guess nothing is taken: it is down though it is well.',
    wrong: `application('shop', {
  ...shop,
  scrapes: [scrape(web, { ...asked, sampleLimit: 'derived' })],
})`,
    right: `application('shop', {
  ...shop,
  scrapes: [
    scrape(web, {
      ...asked,
      sampleLimit: 'derived',
      expects: { values: { path: 30, status: 6, pool: 2 }, undeclared: 60 },
    }),
  ],
})`,
    mistakes: [],
  },
  'server-too-small': {
    is: 'A Prometheus that is given less memory or storage than its series need',
    why: 'It is killed for its memory, or samples are gone sooner than it says.',
    wrong: `cluster('production', {
  platform: { ...platform, prometheus: { ...platform.prometheus, resources: tiny } },
  applications: [application('shop', shop)],
})`,
    right: `cluster('production', { platform, applications: [application('shop', shop)] })`,
    mistakes: [],
    notRun:
      'What a platform is described by stands on a page of its own; test/laws/server-size.test.ts tries it.',
  },
});

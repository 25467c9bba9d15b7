import { expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import { cluster } from '#cluster/cluster.js';
import { changesIn, changesText } from '#synth/changes/told.js';
import { writtenOf } from '../synth/estate/places.js';
import { alerting, requestRate, shop, shopMetrics, stock, tooMany, web } from '../synth/estate/shop.js';
import { blocksOf } from './page.js';

type Spec = Parameters<typeof shop>[0];
const written = (spec: Spec) => writtenOf([cluster('production', { applications: [shop(spec)] })]);
const said = (before: Spec, after: Spec): string =>
  changesText(changesIn({ before: written(before), after: written(after) }));

const visitors = alerting(tooMany('TooManyVisitors', requestRate), tooMany('TooManyItems', stock));
const asked = scrape(web, { job: 'web', port: 'http', interval: '30s', metrics: [shopMetrics] });

/** What the pages show of what synthesis says, by the comment over it. */
const shown = [
  ['docs/delivery/renames.md', 'an alert', said({}, { groups: visitors })],
  ['docs/delivery/upgrade.md', 'an alert', said({}, { groups: visitors })],
  ['docs/delivery/renames.md', 'a job', said({ scrapes: [asked] }, {})],
] as const;

test.each(shown)('%s shows what synthesis says of %s that is called otherwise', (page, what, text) => {
  expect(
    blocksOf(page)
      .find(({ marker }) => marker === what)
      ?.code.trim(),
  ).toBe(text);
});

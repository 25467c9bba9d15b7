import { expect, test } from '@jest/globals';
import { App } from 'cdk8s/lib/app.js';
import { Application } from '#constructs/application.js';
import { render } from '#imports/render.js';
import { everyExporterThatIsAskedThroughIsScraped } from '#laws/asked-through.js';
import { laws } from '#laws/laws.js';
import { everyMetricIsScraped } from '#laws/scraped.js';
import { everyScrapeIsWatched } from '#laws/watched.js';
import { probe } from '#application/scrape/probe.js';
import { blackbox, probingShop, site } from '../synth/estate/probing.js';
import { unwatched } from '../synth/estate/shop.js';

test('a shop that is asked from outside breaks no law', () => {
  const shop = probingShop();
  const estate = { applications: [shop], objects: render(new Application(new App(), shop)).objects };
  expect(laws.flatMap((law) => law(estate)).filter(({ isHint }) => !isHint)).toEqual([]);
});

test('alerts on certificates are refused where nothing is asked over TLS (mistake 1)', () => {
  const plain = probe('plain', { through: blackbox, module: 'mail', targets: ['mail.shop.example:25'] });
  const told = everyMetricIsScraped({ applications: [probingShop({ scrapes: [plain] })], objects: [] });
  expect(told.map(({ why }) => why)).toContain(
    'CertificateExpiresSoon reads probe_ssl_earliest_cert_expiry, which nothing that shop scrapes exports (the same cause hits 4 more: CertificateAlmostExpired, Shop / Endpoint Status Codes, Shop / Certificates, 1 more)',
  );
});

test('endpoints that nobody asks any more are told of by an alert of their own (mistake 33)', () => {
  const of = (application: ReturnType<typeof probingShop>) =>
    everyScrapeIsWatched({ applications: [application], objects: [] }).map(({ what }) => what);
  expect([of(probingShop()), of(unwatched(probingShop()))]).toEqual([
    [],
    ['probe/shop-prod/site', 'shop-database', 'blackbox'],
  ]);
});

test('a probe through an exporter that nobody runs is refused (mistake 92)', () => {
  const shop = probingShop({ scrapes: [site], exporters: [] });
  expect(everyExporterThatIsAskedThroughIsScraped({ applications: [shop], objects: [] })).toMatchObject([
    { what: 'blackbox' },
  ]);
});

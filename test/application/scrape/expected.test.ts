import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import type { Expected } from '#application/scrape/expected.js';
import { staticScrape } from '#application/scrape/static.js';
import { shopMetrics, web } from '../../synth/estate/shop.js';

const refused = (expects: Expected) => () =>
  scrape(web, { port: 'http', interval: '30s', metrics: [shopMetrics], expects });

describe('what a scrape is expected to bring', () => {
  test('is a whole number of targets', () => {
    expect(refused({ targets: 1.5 })).toThrow('1.5 is no number of things');
  });

  test('is no number under one of a label', () => {
    expect(refused({ values: { status: 0 } })).toThrow('expects.values.status: 0 is no number of things');
  });

  test('is of labels that its metrics have, and the nearest is named', () => {
    expect(refused({ values: { statsu: 6 } })).toThrow(/has a label statsu.*write status$/);
  });

  test('is of metrics that it declares', () => {
    expect(refused({ combinations: { shop_request_total: 6 } })).toThrow(
      /no catalogue of the scrape declares shop_request_total.*shop_requests_total/,
    );
  });

  test('is no number of targets where they are written down', () => {
    expect(() =>
      staticScrape('db', {
        namespace: 'shop',
        interval: '30s',
        metrics: [],
        targets: [{ address: 'db:9187' }],
        expects: { targets: 2 },
      }),
    ).toThrow('it is known how many there are');
  });

  test('may be that nothing is undeclared', () => {
    expect(refused({ undeclared: 0 })).not.toThrow();
  });
});

import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import { type Service, service } from '#application/service.js';
import { everyNameThatIsReadIsWritten } from '#laws/named.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate } from '#promql/vector/select.js';
import { alerting, shop, shopMetrics, tooMany } from '../synth/estate/shop.js';

const called = (name: string, labels: Readonly<Record<string, string>>) =>
  service(name, { namespaces: ['shop-prod'], labels, ports: { http: 80 } });
const alike = ['till', 'stock'].map((name) => called(name, { tier: 'web' }));

const reading = (asked: { job?: string | RegExp; service?: string }) =>
  tooMany(
    'TooManyRequests',
    sum(rate(shopMetrics.requests.where({ ...asked, namespace: 'shop-prod' }), '5m')),
  );

/** What is wrong with an alert that asks so of what is scraped of these Services, whatever watches the scrape itself. */
const faults = (
  services: readonly Service<'http'>[],
  asked: Parameters<typeof reading>[0],
  spec: { readonly job?: string } = {},
) => {
  const web = scrape(services, {
    name: 'web',
    port: 'http',
    interval: '30s',
    metrics: [shopMetrics],
    ...spec,
  });
  const application = shop({
    services,
    scrapes: [web],
    exporters: [],
    dashboards: [],
    groups: alerting(reading(asked)),
  });
  return everyNameThatIsReadIsWritten({ applications: [application], objects: [] }).filter(({ why }) =>
    why.startsWith('TooManyRequests'),
  );
};

describe('a rule that reads what a Service is called in the cluster (mistake 61)', () => {
  test('is refused by its job', () => {
    expect(faults(alike, { job: 'till' })).toEqual([
      {
        where: 'shop/rules',
        what: expect.stringContaining('shop_requests_total{job="till", namespace="shop-prod"}'),
        code: 'label-not-written',
        why: 'TooManyRequests reads the label job, which scrape web does not write: there it is what a Service is called in the cluster, and the release of a chart may call it otherwise',
        cure: "give the scrape web a job, or each of its Services a label that holds its name: app: 'till'",
      },
    ]);
  });

  test('is refused by its Service, which a job does not mend', () => {
    expect(faults(alike, { service: 'stock' }, { job: 'web' })).toMatchObject([
      { cure: "give each of its Services a label that holds its name: app: 'till'" },
    ]);
  });

  test('may read the job of the scrape', () => {
    expect(faults(alike, { job: 'web' }, { job: 'web' })).toEqual([]);
  });

  test('may read it where a label of each Service holds its name', () => {
    const told = ['till', 'stock'].map((name) => called(name, { tier: 'web', app: name }));
    expect(faults(told, { job: /till|stock/ })).toEqual([]);
  });

  test('may read the job of another scrape', () => {
    expect(faults(alike, { job: 'bakery' })).toEqual([]);
  });
});

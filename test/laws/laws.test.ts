import { describe, expect, test } from '@jest/globals';
import { group } from '#alerts/rule/group.js';
import { record } from '#alerts/rule/recording.js';
import type { Application } from '#application/application.js';
import { service } from '#application/service.js';
import { labelValues } from '#dashboards/variable.js';
import { everyAlertKeepsToItsNamespace } from '#laws/environment.js';
import type { Law } from '#laws/law.js';
import { uniqueRecords } from '#laws/names.js';
import { everyAlertReachesSomebody } from '#laws/reached.js';
import { everyMetricIsScraped } from '#laws/scraped.js';
import { everyServiceMonitorFindsItsService } from '#laws/service-monitor.js';
import { everySelectorHasATarget } from '#laws/target.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { narrowed } from '#promql/metric/catalog.js';
import { counter } from '#promql/metric/declare.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate, value } from '#promql/vector/select.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import {
  alerting,
  bakery,
  basketsPerPod,
  drawing,
  openBaskets,
  openBasketsAnywhere,
  requestRate,
  scraped,
  shop,
  shopMetrics,
  stock,
  stockMetrics,
  toSlack,
  tooMany,
  unwatched,
  web,
} from '../synth/estate/shop.js';

/** The faults of a law that looks at descriptions only. */
const faults = (law: Law, ...applications: readonly Application[]) => law({ applications, objects: [] });

describe('every ServiceMonitor finds its Service (mistake 11)', () => {
  const law = everyServiceMonitorFindsItsService;
  const both = ['shop-prod', 'shop-staging'] as const;

  test('where the Service that is scraped is declared, or is an exporter’s own', () => {
    expect(faults(law, shop())).toEqual([]);
  });

  test('where another application declares it', () => {
    expect(faults(law, shop(), bakery({ services: [], scrapes: [scraped] }))).toEqual([]);
  });

  test('not where nobody declares it, in any of its namespaces', () => {
    expect(faults(law, shop({ services: [] }))).toEqual([
      {
        where: 'shop/scrape-shop spec.selector',
        what: 'app: shop, tier: web in shop-prod',
        code: 'no-such-service',
        why: 'the ServiceMonitor selects no Service that is declared (the same cause hits 1 more: app: shop, tier: web in shop-staging)',
        cure: "declare the Service in services of application('shop', …)",
      },
    ]);
  });

  test('not in a namespace in which the Service is not', () => {
    const inProduction = service('shop', { ...web, namespaces: ['shop-prod'] });
    expect(faults(law, shop({ services: [inProduction] }))).toMatchObject([
      { what: 'app: shop, tier: web in shop-staging' },
    ]);
  });

  test('not by labels that the Service does not have', () => {
    const other = service('shop', { ...web, namespaces: both, labels: { app: 'Shop' } });
    expect(faults(law, shop({ services: [other] }))).toMatchObject([
      { what: 'app: shop, tier: web in shop-prod' },
    ]);
  });

  test('not at a port that the selected Service does not have', () => {
    const other = service('shop', { ...web, namespaces: ['shop-prod', 'shop-staging'], ports: { web: 80 } });
    expect(faults(law, shop({ services: [other] }))[0]).toEqual({
      where: 'shop/scrape-shop spec.endpoints[0].port',
      what: 'http',
      code: 'no-such-port',
      why: 'Service shop in shop-prod has no port of this name',
      cure: 'name one of its ports: web',
    });
  });
});

describe('every metric that is read is scraped (mistake 1)', () => {
  const law = everyMetricIsScraped;

  test('by the application, its exporters or the platform', () => {
    expect(faults(law, shop(), shop({ exporters: [], platform: [stockMetrics] }, 'second'))).toEqual([]);
  });

  test('or is recorded by the application', () => {
    const baskets = record('shop:baskets:sum', openBaskets);
    const packs = [{ tooMany: tooMany('TooManyBaskets', sum(value(baskets.metric))) }];
    const groups = [group('shop', { interval: '30s', records: [baskets], packs })];
    expect(faults(law, shop({ groups }))).toEqual([]);
  });

  test('or is added to every scrape by Prometheus', () => {
    const groups = alerting(tooMany('TooSlow', sum(value(scrapeMetrics.scrapeDuration))));
    expect(faults(law, shop({ groups }))).toEqual([]);
  });

  test('not one that nothing exports, in an alert', () => {
    expect(faults(law, shop({ exporters: [] }))).toEqual([
      {
        where: 'shop/rules',
        what: 'last_over_time(sum(stock_items{namespace="shop-prod"})[2m:15s]) > 100',
        code: 'no-such-metric',
        why: 'TooManyItems reads stock_items, which nothing that shop scrapes exports',
        cure: 'add its catalogue to a scrape, an exporter or the platform of the application',
      },
    ]);
  });

  test('not one that nothing exports, in a panel', () => {
    expect(faults(law, shop({ exporters: [], groups: [], dashboards: [drawing(stock)] }))).toMatchObject([
      {
        where: 'shop/dashboards/shop',
        what: 'sum(stock_items{namespace="shop-prod"})',
        code: 'no-such-metric',
        why: 'Shop / Signal reads stock_items, which nothing that shop scrapes exports',
      },
    ]);
  });

  test('not one that nothing exports, in a recording rule', () => {
    const records = [record('shop:items:sum', stock)];
    const groups = [group('shop', { interval: '30s', records, packs: [] })];
    expect(faults(law, shop({ exporters: [], groups }))).toMatchObject([
      { why: 'shop:items:sum reads stock_items, which nothing that shop scrapes exports' },
    ]);
  });

  test('not what only another application exports', () => {
    const groups = alerting(tooMany('TooManyItems', stock));
    expect(faults(law, shop(), bakery({ groups }))).toMatchObject([{ where: 'bakery/rules' }]);
  });

  test('and one whose name is near is proposed', () => {
    const misspelt = counter('shop_request_total', { help: 'Requests answered.' });
    const groups = alerting(tooMany('TooManyRequests', sum(rate(misspelt, '5m'))));
    expect(faults(law, shop({ groups }))).toMatchObject([
      { cure: expect.stringMatching(/, or read shop_requests_total$/) },
    ]);
  });
});

describe('every selector has a target (mistake 1)', () => {
  const law = everySelectorHasATarget;
  const reading = (matchers: Parameters<typeof shopMetrics.baskets.where>[0]) => {
    const signal = sum(value(shopMetrics.baskets.where(matchers)));
    return faults(law, shop({ groups: alerting(tooMany('TooManyBaskets', signal)) }));
  };

  test('by the namespaces, the Service and the port that are scraped', () => {
    const labels = { namespace: 'shop-staging', service: 'shop', job: 'shop', endpoint: 'http' };
    expect(reading(labels)).toEqual([]);
  });

  test('by a pattern that one of them matches', () => {
    expect(reading({ namespace: /shop-.+/ })).toEqual([]);
  });

  test('by labels that are known only when they are scraped', () => {
    expect(reading({ pod: /shop-.+/, instance: '10.0.0.1:8000' })).toEqual([]);
  });

  test('by what the reader of a dashboard chooses', () => {
    const namespace = labelValues('namespace', shopMetrics.requests);
    const signal = sum(value(narrowed(shopMetrics, { namespace }).baskets));
    const dashboards = [drawing(signal, { variables: [namespace] })];
    expect(faults(law, shop({ dashboards }))).toEqual([]);
  });

  test('by a label that the application sets itself, whatever the target’s is', () => {
    const orders = sum(rate(shopMetrics.requests.where({ endpoint: '/orders' }), '5m'));
    expect(faults(law, shop({ groups: alerting(tooMany('TooManyOrders', orders)) }))).toEqual([]);
  });

  test('whatever the platform’s labels are', () => {
    const signal = sum(value(stockMetrics.items.where({ job: 'anything' })));
    const groups = alerting(tooMany('TooManyItems', signal));
    expect(faults(law, shop({ groups, platform: [stockMetrics] }))).toEqual([]);
  });

  test('not in a namespace that is misspelt', () => {
    expect(reading({ namespace: 'shop-prd' })).toEqual([
      {
        where: 'shop/rules',
        what: 'sum(last_over_time(shop_baskets{namespace="shop-prd"}[2m])) > 100',
        code: 'no-such-target',
        why: 'TooManyBaskets reads shop_baskets of targets with namespace="shop-prd", and there are none',
        cure: 'write the labels of a target that shop scrapes: namespace="shop-prod"; namespace="shop-staging"',
      },
    ]);
  });

  test('not at a port that is another’s', () => {
    expect(reading({ namespace: 'shop-prod', endpoint: 'metrics' })).toMatchObject([
      {
        cure: 'write the labels of a target that shop scrapes: endpoint="http", namespace="shop-prod"; endpoint="http", namespace="shop-staging"',
      },
    ]);
  });
});

describe('every alert keeps to its namespace (mistake 15)', () => {
  const law = everyAlertKeepsToItsNamespace;

  test('where each of its selectors names one', () => {
    expect(faults(law, shop())).toEqual([]);
  });

  test('where it reads what is recorded of one', () => {
    const baskets = record('shop:baskets:sum', openBaskets);
    const packs = [{ tooMany: tooMany('TooManyBaskets', sum(value(baskets.metric))) }];
    const groups = [group('shop', { interval: '30s', records: [baskets], packs })];
    expect(faults(law, shop({ groups }))).toEqual([]);
  });

  test('not where it reads every namespace', () => {
    const groups = alerting(tooMany('TooManyBaskets', openBasketsAnywhere));
    expect(faults(law, shop({ groups }))).toEqual([
      {
        where: 'shop/rules',
        what: 'sum(last_over_time(shop_baskets[2m])) > 100',
        code: 'environments-mixed',
        why: 'TooManyBaskets reads shop_baskets of every namespace, of other environments and applications too',
        cure: "narrow the catalogue: narrowed(metrics, { namespace: '…' })",
      },
    ]);
  });

  test('not where it reads several', () => {
    const signal = sum(value(shopMetrics.baskets.where({ namespace: ['shop-prod', 'shop-staging'] })));
    expect(faults(law, shop({ groups: alerting(tooMany('TooManyBaskets', signal)) }))).toHaveLength(1);
  });

  test('not where it reads what is recorded of every namespace', () => {
    const baskets = record('shop:baskets:sum', openBasketsAnywhere);
    const packs = [{ tooMany: tooMany('TooManyBaskets', sum(value(baskets.metric))) }];
    const groups = [group('shop', { interval: '30s', records: [baskets], packs })];
    expect(faults(law, shop({ groups }))).toMatchObject([
      {
        what: 'sum(shop:baskets:sum) > 100',
        why: expect.stringContaining('reads shop_baskets of every'),
      },
    ]);
  });
});

describe('every alert reaches somebody (mistakes 17 and 18)', () => {
  const law = everyAlertReachesSomebody;
  const warnings = () => alerting(tooMany('TooManyRequests', requestRate));

  test('where the routing takes the application’s alerts', () => {
    expect(faults(law, shop({ routing: toSlack({ matchers: { application: 'shop' } }) }))).toEqual([]);
  });

  test('not where the routing takes another’s', () => {
    const taking = toSlack({ matchers: { application: 'Shop' } });
    expect(faults(law, unwatched(shop({ groups: warnings(), routing: taking })))).toEqual([
      {
        where: 'shop/routing',
        what: 'TooManyRequests',
        code: 'alert-reaches-nobody',
        why: 'no route takes it: the routing is for alerts with application="Shop", and it has application="shop"',
        cure: 'give the alert such a label application, or change the matchers of the routing',
      },
    ]);
  });

  test('not where its receiver sends nowhere', () => {
    const mute = routing({
      language: 'en',
      receivers: { slack: slack({ url: secret('shop-slack', 'url'), channel: '#shop' }), nobody: [] },
      route: {
        receiver: 'slack',
        routes: [{ matchers: { severity: 'warning' }, receiver: 'nobody' }],
      },
    });
    expect(faults(law, unwatched(shop({ groups: warnings(), routing: mute })))).toMatchObject([
      { what: 'TooManyRequests', why: 'goes to nobody, which sends nowhere' },
    ]);
  });

  test('not where a label that is known only when it fires decides', () => {
    const groups = alerting(tooMany('TooManyBaskets', basketsPerPod));
    const taking = toSlack({ matchers: { pod: 'shop-0' } });
    expect(faults(law, unwatched(shop({ groups, routing: taking })))).toMatchObject([
      { why: expect.stringMatching(/^may get past every route: /) },
    ]);
  });

  test('by the matcher that the operator adds, even when nothing is left of the series’ labels', () => {
    expect(faults(law, shop({ groups: warnings() }))).toEqual([]);
  });
});

describe('every recorded name is one rule’s', () => {
  const recording = (name: 'shop:baskets:sum' | 'shop:baskets:all') =>
    group(name.replaceAll(':', '-'), {
      interval: '30s',
      records: [record(name, openBaskets)],
      packs: [],
    });

  test('where they differ', () => {
    const groups = [recording('shop:baskets:sum'), recording('shop:baskets:all')];
    expect(faults(uniqueRecords, shop({ groups }))).toEqual([]);
  });

  test('not where two applications record it', () => {
    const groups = [recording('shop:baskets:sum')];
    expect(faults(uniqueRecords, shop({ groups }), bakery({ groups }))).toEqual([
      {
        where: 'bakery/rules',
        what: 'shop:baskets:sum',
        code: 'name-twice',
        why: 'shop records this name too, and their samples mix',
        cure: 'give one of the two a metric part of its own',
      },
    ]);
  });

  test('not where one application records it twice', () => {
    const twice = group('again', {
      interval: '30s',
      records: [record('shop:baskets:sum', openBaskets)],
      packs: [],
    });
    expect(faults(uniqueRecords, shop({ groups: [recording('shop:baskets:sum'), twice] }))).toMatchObject([
      { why: 'two rules record this name, and their samples mix' },
    ]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { group } from '../../alerts/rule/group.js';
import { record } from '../../alerts/rule/recording.js';
import type { Application } from '../../application/application.js';
import { scrape } from '../../application/scrape.js';
import { service } from '../../application/service.js';
import { everyAlertKeepsToItsNamespace } from '../../laws/environment.js';
import type { Law } from '../../laws/law.js';
import { uniqueRecords } from '../../laws/names.js';
import { everyAlertReachesSomebody } from '../../laws/reached.js';
import { everyMetricIsScraped } from '../../laws/scraped.js';
import { everyServiceMonitorFindsItsService } from '../../laws/service-monitor.js';
import { everySelectorHasATarget } from '../../laws/target.js';
import { narrowed } from '../../promql/metric/catalog.js';
import { sum } from '../../promql/vector/aggregate.js';
import { value } from '../../promql/vector/select.js';
import { labelValues } from '../../dashboards/variable.js';
import { scrapeMetrics } from '../../metrics/prometheus.js';
import { slack } from '../../routing/receiver/slack.js';
import { routing } from '../../routing/routing.js';
import { secret } from '../../routing/secret.js';
import {
  bakery,
  basketsPerPod,
  drawing,
  openBaskets,
  openBasketsAnywhere,
  requestRate,
  rules,
  scraped,
  shop,
  shopMetrics,
  stock,
  stockMetrics,
  toSlack,
  tooMany,
  web,
} from '../estate/shop.js';

/** The violations of a law that looks at descriptions only. */
const violations = (law: Law, ...applications: readonly Application[]) => law({ applications, objects: [] });

describe('every ServiceMonitor finds its Service (pitfall 11)', () => {
  const law = everyServiceMonitorFindsItsService;

  test('holds where the Service that is scraped is declared, or is an exporter’s own', () => {
    expect(violations(law, shop())).toEqual([]);
  });

  test('holds where another application declares it', () => {
    expect(violations(law, shop(), bakery({ services: [], scrapes: [scraped] }))).toEqual([]);
  });

  test('refuses a scrape of a Service that nobody declares, in each of its namespaces', () => {
    expect(violations(law, shop({ services: [] }))).toEqual(
      ['shop-prod', 'shop-staging'].map((namespace) => ({
        path: 'shop/scrape-shop',
        field: 'spec.selector',
        text: `app: shop, tier: web in ${namespace}`,
        message: 'the ServiceMonitor selects no Service that is declared',
        cure: "declare the Service in services of application('shop', …)",
      })),
    );
  });

  test('refuses a namespace in which the Service is not', () => {
    const here = service('shop', { ...web, namespaces: ['shop-prod'] });
    expect(violations(law, shop({ services: [here] }))).toMatchObject([
      { text: 'app: shop, tier: web in shop-staging' },
    ]);
  });

  test('refuses labels that the Service does not have', () => {
    const other = service('shop', { ...web, namespaces: ['shop-prod', 'shop-staging'], labels: { app: 'Shop' } });
    expect(violations(law, shop({ services: [other] }))).toHaveLength(2);
  });

  test('refuses a port that the selected Service does not have', () => {
    const other = service('shop', { ...web, namespaces: ['shop-prod', 'shop-staging'], ports: { web: 80, admin: 81 } });
    expect(violations(law, shop({ services: [other] }))[0]).toEqual({
      path: 'shop/scrape-shop',
      field: 'spec.endpoints[0].port',
      text: 'http',
      message: 'Service shop in shop-prod has no port of this name',
      cure: 'name one of its ports: web, admin',
    });
  });
});

describe('every metric is scraped (pitfall 1)', () => {
  const law = everyMetricIsScraped;
  const baskets = record('shop:baskets:sum', openBaskets);

  test('holds where scrapes, exporters and the platform export all that is read', () => {
    expect(violations(law, shop(), shop({ exporters: [], platform: [stockMetrics] }, 'second'))).toEqual([]);
  });

  test('holds for what the application records itself', () => {
    const [first] = rules(tooMany('TooManyBaskets', sum(value(baskets.metric))));
    expect(violations(law, shop({ groups: first ? [{ ...first, records: [baskets] }] : [] }))).toEqual([]);
  });

  test('holds for what Prometheus adds about every scrape', () => {
    const groups = rules(tooMany('TooSlow', sum(value(scrapeMetrics.scrapeDuration))));
    expect(violations(law, shop({ groups }))).toEqual([]);
  });

  test('refuses an alert over a metric that nothing exports', () => {
    expect(violations(law, shop({ exporters: [] }))).toEqual([
      {
        path: 'shop/rules',
        text: 'sum(stock_items{namespace="shop-prod"}) > 100',
        message: 'TooManyItems reads stock_items, which nothing that shop scrapes exports',
        cure: 'add its catalogue to a scrape, an exporter or the platform of the application',
      },
    ]);
  });

  test('refuses a panel over one', () => {
    expect(violations(law, shop({ exporters: [], groups: [], dashboards: [drawing(stock)] }))).toMatchObject([
      {
        path: 'shop/dashboards/shop',
        text: 'sum(stock_items{namespace="shop-prod"})',
        message: 'Shop / Signal reads stock_items, which nothing that shop scrapes exports',
      },
    ]);
  });

  test('refuses a recording rule over one', () => {
    const items = record('shop:items:sum', stock);
    const groups = [group('shop', { interval: '30s', records: [items], packs: [] })];
    expect(violations(law, shop({ exporters: [], groups }))).toMatchObject([
      { message: 'shop:items:sum reads stock_items, which nothing that shop scrapes exports' },
    ]);
  });

  test('refuses what another application exports', () => {
    expect(violations(law, shop(), bakery({ groups: rules(tooMany('TooManyItems', stock)) }))).toMatchObject([
      { path: 'bakery/rules' },
    ]);
  });

  test('proposes the metric whose name is nearest', () => {
    const { items } = stockMetrics;
    const misspelt = { ...items, info: { ...items.info, name: 'stock_item' } };
    const other = scrape(web, { name: 'other', port: 'admin', interval: '30s', metrics: [{ misspelt: items }] });
    void misspelt;
    expect(violations(law, shop({ exporters: [], scrapes: [scraped, other] }))).toEqual([]);
  });
});

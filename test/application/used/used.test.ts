import { describe, expect, test } from '@jest/globals';
import { imported } from '#alerts/imported/imported.js';
import { present } from '#alerts/rule/condition.js';
import { unproven } from '#alerts/scenario/standing.js';
import type { Application } from '#application/application.js';
import { type Scrape, scrape } from '#application/scrape.js';
import { readersOf } from '#application/used/readers.js';
import { keepList, usedOf } from '#application/used/used.js';
import { type DashboardSpec } from '#dashboards/dashboard.js';
import { labelValues, rawVariable } from '#dashboards/variable.js';
import { rawPanelQuery } from '#dashboards/raw-query.js';
import { drawn } from '#dashboards/panel/drawn.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import { countOf } from '#promql/metric/parts.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate, value } from '#promql/vector/select.js';
import { record } from '#alerts/rule/recording.js';
import { asWritten } from '#promql/vector/as-written.js';
import { alerting, bakery, drawing, shop, tooMany, unwatched, web } from '../../synth/estate/shop.js';

const metrics = catalog({
  requests: counter('shop_requests_total', { help: 'Requests', labels: ['status'] }),
  baskets: gauge('shop_baskets', { help: 'Baskets', labels: ['kind'] }),
  orders: gauge('shop_orders', { help: 'Orders' }),
  duration: histogram('shop_duration_seconds', { help: 'Time', buckets: [1] }),
});
const own = narrowed(metrics, { namespace: 'shop-prod' });
const kept = scrape(web, { port: 'http', interval: '30s', keep: 'used', metrics: [metrics] });

const listOf = (applications: readonly Application[], of: Scrape = kept) =>
  keepList(usedOf(of, readersOf(applications)));
const bare = (spec: Parameters<typeof shop>[0]) =>
  unwatched(shop({ scrapes: [kept], exporters: [], groups: [], dashboards: [], ...spec }));
const shown = (spec: Partial<DashboardSpec>) => bare({ dashboards: [drawing(sum(value(own.orders)), spec)] });

describe('what is kept of a scrape', () => {
  test('is what an alert reads', () => {
    expect(listOf([bare({ groups: alerting(tooMany('Many', sum(rate(own.requests, '5m')))) })])).toEqual([
      'shop_requests_total',
    ]);
  });

  test('is what a panel reads', () => {
    expect(listOf([shown({})])).toEqual(['shop_orders']);
  });

  test('is wider for an alert that is added', () => {
    const alerts = [tooMany('Many', sum(rate(own.requests, '5m'))), tooMany('Full', sum(value(own.baskets)))];
    expect(listOf([bare({ groups: alerting(...alerts) })])).toEqual(['shop_baskets', 'shop_requests_total']);
  });

  test('is what another application reads of it', () => {
    const other = unwatched(bakery({ groups: alerting(tooMany('Many', sum(value(own.baskets)))) }));
    expect(listOf([bare({}), other])).toEqual(['shop_baskets']);
  });

  test('is nothing that is read of another target alone', () => {
    const elsewhere = narrowed(metrics, { job: 'another' });
    const other = unwatched(bakery({ groups: alerting(tooMany('Many', sum(value(elsewhere.baskets)))) }));
    expect(listOf([bare({}), other])).toEqual([]);
  });

  test('is all of a histogram of which a part is read', () => {
    expect(
      listOf([bare({ groups: alerting(tooMany('Many', sum(rate(countOf(own.duration), '5m')))) })]),
    ).toEqual(['shop_duration_seconds_bucket', 'shop_duration_seconds_count', 'shop_duration_seconds_sum']);
  });

  test('is what is read through what is recorded', () => {
    const recorded = record('shop:requests:rate5m', sum(rate(own.requests, '5m')));
    const other = unwatched(bakery({ groups: alerting(tooMany('Many', recorded.value)) }));
    expect(listOf([bare({}), other])).toEqual(['shop_requests_total']);
  });

  test('is what a variable of a dashboard is asked of', () => {
    const panels = [drawn.timeseries('Any', { queries: [rawPanelQuery('sum(shop_orders{kind="$kind"})')] })];
    const variables = [labelValues('kind', own.baskets)];
    expect(listOf([shown({ panels, variables })])).toEqual(['shop_baskets', 'shop_orders']);
  });

  test('is what a variable as JSON is asked of', () => {
    const variables = [
      rawVariable('kind', {
        type: 'query',
        query: { query: 'label_values(shop_baskets{job="$job"}, kind)' },
      }),
    ];
    expect(listOf([shown({ variables })])).toContain('shop_baskets');
  });

  test('is what the annotations of a dashboard ask', () => {
    expect(
      listOf([shown({ annotations: [{ name: 'Deployments', expr: 'changes(shop_baskets[1m]) > 0' }] })]),
    ).toContain('shop_baskets');
  });

  test('is what a query as text reads, though no catalogue declares it', () => {
    const panels = [
      drawn.timeseries('Goroutines', {
        queries: [rawPanelQuery('sum(go_goroutines{namespace="$namespace"})')],
      }),
    ];
    expect(listOf([shown({ panels })])).toEqual(['go_goroutines']);
  });

  test('is whatever a variable in a name of a text may stand for', () => {
    const panels = [drawn.timeseries('Any', { queries: [rawPanelQuery('sum(shop_${what})')] })];
    expect(listOf([shown({ panels })])).toEqual([
      'shop_.*',
      'shop_baskets',
      'shop_duration_seconds_bucket',
      'shop_duration_seconds_count',
      'shop_duration_seconds_sum',
      'shop_orders',
      'shop_requests_total',
    ]);
  });

  test('is a word of a text that nobody can read, where a catalogue declares it', () => {
    const panels = [
      drawn.timeseries('Any', { queries: [rawPanelQuery('sum(shop_baskets) by $how nobody')] }),
    ];
    expect(listOf([shown({ panels })])).toEqual(['shop_baskets']);
  });

  test('is what the text of an alert asks that was written elsewhere', () => {
    const alert = imported('Elsewhere', {
      when: present(asWritten('shop_orders > 1', { metrics: [metrics], unit: 'count' })),
      proof: unproven('it is an example'),
      annotations: { summary: '{{ query "shop_baskets" | first | value }} baskets' },
    });
    expect(listOf([bare({ groups: alerting(alert) })])).toContain('shop_baskets');
  });

  test('is everything, and no list, where a text may read any metric', () => {
    const panels = [drawn.timeseries('Any', { queries: [rawPanelQuery('count({job="shop"})')] })];
    expect(listOf([shown({ panels })])).toBeUndefined();
  });

  test('is nothing that is dropped anyway', () => {
    const dropping = scrape(web, {
      ...{ port: 'http', interval: '30s', keep: 'used', metrics: [metrics] },
      drop: { metrics: ['shop_orders'] },
    });
    expect(listOf([shown({})], dropping)).toEqual([]);
  });

  test('is not up, which nothing drops', () => {
    expect(listOf([shop({ scrapes: [kept], exporters: [], groups: [], dashboards: [] })])).toEqual([]);
  });
});

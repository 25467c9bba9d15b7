import { describe, expect, test } from '@jest/globals';
import { httpAlerts } from '#alerts/http.js';
import { group } from '#alerts/rule/group.js';
import { events } from '#alerts/slo/events.js';
import { sloGroup } from '#alerts/slo/group.js';
import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import type { Application } from '#application/application.js';
import { scrape } from '#application/scrape.js';
import type { Duration } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { everyWindowHoldsSamples } from '#laws/window.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { percent, seconds } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Window } from '#promql/unit/window.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { avgOverTime, maxOverTime } from '#promql/vector/over-time.js';
import { rate, value } from '#promql/vector/select.js';
import type { Vector } from '#promql/vector/vector.js';
import { counter, goBuckets, histogram } from '#promql/metric/declare.js';
import {
  alerting,
  drawing,
  openBaskets,
  shop,
  shopMetrics,
  tooMany,
  unwatched,
  web,
} from '../synth/estate/shop.js';

const here = { namespace: 'shop-prod' };
const { requests } = narrowed(shopMetrics, here);
const { up } = narrowed(scrapeMetrics, here);

const faults = (application: Application): readonly Fault[] =>
  everyWindowHoldsSamples({ applications: [application], objects: [] });

/** A shop that is scraped so often, and what reads it. */
const every = (interval: Duration, spec: Partial<Parameters<typeof shop>[0]>): Application =>
  unwatched(
    shop({
      scrapes: [scrape(web, { port: 'http', interval, metrics: [shopMetrics] })],
      exporters: [],
      dashboards: [],
      groups: [],
      ...spec,
    }),
  );
const reading = <U extends Unit>(signal: Vector<never, U>) => ({
  groups: alerting(tooMany('TooMany', signal)),
});
const rateOver = (window: Window) => reading(sum(rate(requests, window)));

describe('a window over series that are scraped (mistake 31)', () => {
  test.each<[window: Window, every: Duration]>([
    ['5m', '30s'],
    ['2m', '30s'],
    ['20m', '5m'],
  ])('may be %s where that is every %s', (window, interval) => {
    expect(faults(every(interval, rateOver(window)))).toEqual([]);
  });

  test.each<[window: Window, every: Duration]>([
    ['5m', '5m'],
    ['5m', '3m'],
    ['1m', '1m'],
  ])('is refused at %s where that is every %s', (window, interval) => {
    expect(faults(every(interval, rateOver(window)))).toMatchObject([{ where: 'shop/rules' }]);
  });

  test('is refused with how long it must be, and how often they must be scraped', () => {
    expect(faults(every('5m', rateOver('5m')))).toEqual([
      {
        where: 'shop/rules',
        what: 'sum(rate(shop_requests_total{namespace="shop-prod"}[5m])) > 100',
        code: 'window-too-short',
        why: 'TooMany reads shop_requests_total over 5m, and it is scraped every 5m: the window holds hardly two samples, and a rate needs two',
        cure: 'make the window 20m or longer, or scrape at least every 75s',
      },
    ]);
  });

  test.each<[window: Window, every: Duration]>([
    ['5m', '2m'],
    ['1m', '30s'],
  ])('is told of, and not refused, at %s where that is every %s', (window, interval) => {
    expect(faults(every(interval, rateOver(window)))).toMatchObject([
      { isHint: true, why: expect.stringMatching(/holds too few samples once a scrape is lost$/) },
    ]);
  });

  test('is told of what records them, not of all that reads what is recorded', () => {
    const availability = slo('Availability', {
      application: 'shop',
      subject: called('Shop'),
      title: { ko: '가용성', en: 'Availability' },
      sli: events({
        total: requests,
        bad: requests.where({ status: /5../ }),
        failures: { ko: '실패', en: 'failures' },
        example: { good: { status: '200' }, bad: { status: '500' } },
      }),
      objective: percent(99),
    });
    const told = faults(every('5m', { groups: [sloGroup(availability)] }));
    expect(told.filter(({ why }) => !why.includes(' reads shop_requests_total over '))).toEqual([]);
  });

  test('is held against the slowest scrape of them', () => {
    const scrapes = (['30s', '5m'] as const).map((interval, i) =>
      scrape(web, { name: `shop-${i}`, port: 'http', interval, metrics: [shopMetrics] }),
    );
    expect(faults(every('30s', { ...rateOver('5m'), scrapes }))).toHaveLength(1);
  });

  test('is not held against the scrape of another namespace', () => {
    const { requests: elsewhere } = narrowed(shopMetrics, { namespace: 'bakery-prod' });
    expect(faults(every('5m', reading(sum(rate(elsewhere, '5m')))))).toEqual([]);
  });

  test('may hold one where Prometheus itself writes them, even of scrapes that fail', () => {
    expect(faults(every('5m', reading(sum(avgOverTime(up, '5m')))))).toEqual([]);
  });

  test('must hold one of those too', () => {
    expect(faults(every('5m', reading(sum(avgOverTime(up, '4m')))))).toHaveLength(1);
  });

  test('of a panel is held against them too', () => {
    const dashboards = [drawing(sum(rate(requests, '5m')), { scrapedEvery: () => undefined })];
    expect(faults(every('5m', { dashboards }))).toMatchObject([
      { where: 'shop/dashboards/shop', why: expect.stringMatching(/^Shop \/ Signal reads /) },
    ]);
  });
});

describe('what is read without a window (mistake 31)', () => {
  const present = reading(openBaskets);

  test('may be scraped every two minutes', () => {
    expect(faults(every('2m', present))).toEqual([]);
  });

  test('is refused where it is scraped more seldom', () => {
    expect(faults(every('3m', present))).toMatchObject([
      {
        where: 'shop/rules',
        code: 'window-too-short',
        why: 'TooMany reads shop_baskets: it is scraped every 3m, and read without a window: between scrapes Prometheus takes it for gone',
        cure: "scrape it at least every 2m, or read the worst of a window: maxOverTime(…, '12m')",
      },
    ]);
  });

  test('is taken once the worst of a window is read instead', () => {
    const worst = max(maxOverTime(narrowed(shopMetrics, here).baskets, '12m'));
    expect(faults(every('3m', reading(worst)))).toEqual([]);
  });

  test('is refused in a panel', () => {
    expect(faults(every('10m', { dashboards: [drawing(openBaskets)] }))).toHaveLength(1);
  });

  test('is so of Prometheus itself, which writes `up` no more often', () => {
    expect(faults(every('10m', reading(sum(value(up)))))).toHaveLength(1);
  });
});

describe('the README’s alerts of a service that answers HTTP, scraped every', () => {
  const metrics = catalog({
    requests: counter('http_requests_total', { help: 'Requests', labels: ['path', 'status'] }),
    duration: histogram('http_request_duration_seconds', {
      help: 'Time to answer',
      labels: ['path'],
      buckets: goBuckets,
    }),
  });
  const alerts = httpAlerts(called('Shop'), narrowed(metrics, here), {
    errors: percent(1),
    latency: seconds(1),
  });
  const refused = (interval: Duration) =>
    faults(
      every(interval, {
        scrapes: [scrape(web, { port: 'http', interval, metrics: [metrics] })],
        groups: [group('shop', { interval: '30s', packs: [alerts] })],
      }),
    ).filter(({ isHint }) => !isHint);

  test.each<Duration>(['30s', '1m', '2m'])('%s, are taken', (interval) => {
    expect(refused(interval)).toEqual([]);
  });

  test.each<Duration>(['5m', '10m', '15m'])('%s, are refused', (interval) => {
    expect(refused(interval)).toMatchObject([
      { why: expect.stringMatching(/^HighErrorRate .*hits 1 more: HighLatency\)$/) },
    ]);
  });
});

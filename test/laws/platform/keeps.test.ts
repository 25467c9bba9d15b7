import { describe, expect, test } from '@jest/globals';
import { kubernetes } from '#application/platform.js';
import { events } from '#alerts/slo/events.js';
import { sloGroup } from '#alerts/slo/group.js';
import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import { stat } from '#dashboards/panel/stat.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { everyWindowHoldsSamples } from '#laws/window.js';
import { everyWindowIsKept } from '#laws/platform/retention.js';
import { narrowed } from '#promql/metric/catalog.js';
import { percent } from '#promql/unit/limit.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { maxOverTime } from '#promql/vector/over-time.js';
import { rate, value } from '#promql/vector/select.js';
import { alerting, drawing, openBaskets, shop, shopMetrics, tooMany } from '../../synth/estate/shop.js';
import { against, judged, keeping } from './judged.js';

const { requests, baskets } = narrowed(shopMetrics, { namespace: 'shop-prod' });
const availability = slo('Availability', {
  application: 'shop',
  subject: called('Shop'),
  title: { en: 'Availability' },
  sli: events({
    total: requests,
    bad: requests.where({ status: /5../ }),
    failures: { en: 'failures' },
    example: { good: { status: '200' }, bad: { status: '500' } },
  }),
  objective: percent(99),
});

describe('what rules read of the past (mistake 31)', () => {
  const budget = shop({ groups: [sloGroup(availability)] });

  test('is there where it is kept as long', () => {
    expect(against(everyWindowIsKept, keeping({ retention: '30d' }), [budget])).toEqual([]);
  });

  test('is refused where a budget of 30 days is read of 7, with what can be done', () => {
    expect(against(everyWindowIsKept, keeping({ retention: '7d' }), [budget])).toMatchObject([
      {
        where: 'shop/rules',
        code: 'kept-too-short',
        why: expect.stringMatching(
          /^slo:shop_availability_events:increase30d reads 30d back, and the platform of production keeps 7d \(the same cause hits 1 more: /,
        ),
        cure: 'keep 30d or more (prometheus.retention, with a volume that holds it), ask a long-term store (engine: thanos or mimir), or record daily parts and read those',
      },
    ]);
  });

  test('counts an offset too', () => {
    const before = shop({
      groups: alerting(tooMany('TooMany', sum(rate(requests.offset('2d'), '5m')))),
    });
    expect(against(everyWindowIsKept, keeping({ retention: '2d' }), [before])).toHaveLength(1);
  });

  test('is short where a long one is recorded in parts', () => {
    expect(against(everyWindowIsKept, keeping({ retention: '7d' }), [shop()])).toEqual([]);
  });
});

describe('what panels read of the past', () => {
  const worst = { description: 'The most.', signal: sum(maxOverTime(baskets, '14d')) };
  const short = keeping({ retention: '7d' });

  test('is refused where one value is asked for of a longer window', () => {
    const one = shop({ dashboards: [drawing(openBaskets, { panels: [stat('Worst', worst)] })] });
    expect(against(everyWindowIsKept, short, [one])).toMatchObject([
      {
        where: 'shop/dashboards/shop',
        why: 'Shop / Worst reads 14d back, and the platform of production keeps 7d',
      },
    ]);
  });

  test('is as long as there is something where it is drawn over time', () => {
    const drawn = shop({ dashboards: [drawing(openBaskets, { panels: [timeseries('Worst', worst)] })] });
    expect(against(everyWindowIsKept, short, [drawn])).toEqual([]);
  });
});

describe('what the platform scrapes for everybody (mistake 31)', () => {
  const ready = kubernetes.podReady.where({ namespace: 'shop-prod' });
  const reading = () =>
    shop({
      platform: [kubernetes],
      exporters: [],
      groups: alerting(
        tooMany('TooMany', sum(value(ready))),
        tooMany('TooManyAgo', sum(maxOverTime(ready, '2m'))),
      ),
      dashboards: [drawing(max(value(ready), { by: ['pod'] }))],
    });
  const refused = (on: ReturnType<typeof keeping>) =>
    against(everyWindowHoldsSamples, on, [reading()]).filter(({ isHint }) => !isHint);

  test('is read over windows that hold enough of the platform’s scrapes', () => {
    expect(refused(keeping({}))).toEqual([]);
  });

  test('is refused where they hold too few', () => {
    expect(refused(keeping({ scrapeInterval: '2m' }))).toMatchObject([
      {
        where: 'shop/rules',
        code: 'window-too-short',
        why: expect.stringMatching(
          /^TooManyAgo reads kube_pod_status_ready over 2m, and it is scraped every 2m/,
        ),
      },
    ]);
  });

  test('is known to alerts as slow as it is', () => {
    const { applications } = judged(keeping({ scrapeInterval: '2m' }), [reading()]);
    const alert = applications[0]?.groups
      .flatMap(({ alerts }) => alerts)
      .find(({ name }) => name === 'TooMany');
    expect(alert?.scrapedEvery).toBe('2m');
  });

  test('is asked by panels no more often', () => {
    const { applications } = judged(keeping({ scrapeInterval: '2m' }), [reading()]);
    expect(applications[0]?.dashboards.map(({ scrapeInterval }) => scrapeInterval)).toEqual(['2m']);
  });

  test('leaves an application as it is where that is as usual', () => {
    const one = reading();
    expect(judged(keeping({}), [one]).applications[0]).toBe(one);
  });
});

import { App } from 'cdk8s/lib/app.js';
import { describe, expect, test } from '@jest/globals';
import { group } from '#alerts/rule/group.js';
import type { PrometheusGroup } from '#alerts/rule/prometheus.js';
import { events } from '#alerts/slo/events.js';
import { sloGroup } from '#alerts/slo/group.js';
import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import { evaluationOf } from '#cluster/evaluation.js';
import { Application } from '#constructs/application.js';
import { valueAt } from '#ground/field.js';
import { objectsOf } from '#imports/render.js';
import { narrowed } from '#promql/metric/catalog.js';
import { percent } from '#promql/unit/limit.js';
import { record } from '#alerts/rule/recording.js';
import { sum } from '#promql/vector/aggregate.js';
import { rate } from '#promql/vector/select.js';
import { overBusan, platformWith, seoul } from '../cluster/thanos.js';
import { type Rule, checkRules, testRules } from '../promql/promtool.js';
import { requestRate, shop, shopMetrics, tooMany, unwatched } from '../synth/estate/shop.js';

const { requests } = narrowed(shopMetrics, { namespace: 'shop-prod' });
const recorded = record('shop:requests:rate5m', sum(rate(requests, '5m')));

/** An objective of the shop over all clusters in which it runs. */
const everywhere = slo('Everywhere', {
  application: 'shop',
  subject: called('Shop'),
  title: { en: 'Availability in all clusters' },
  sli: events({
    total: requests,
    bad: requests.where({ status: /5../ }),
    failures: { en: 'requests answered 5xx' },
    example: { good: { endpoint: '/', status: '200' }, bad: { endpoint: '/', status: '500' } },
  }),
  objective: percent(99),
  alerts: ['1h'],
});

const described = unwatched(
  shop({
    groups: [
      group('shop', {
        interval: '1m',
        records: [recorded],
        packs: [
          { many: tooMany('TooManyRequests', requestRate), read: tooMany('TooManyRecorded', recorded.value) },
        ],
      }),
      sloGroup(everywhere, everywhere.alerts, { on: 'clusters' }),
    ],
    dashboards: [],
  }),
);

const cluster = seoul(platformWith(overBusan('all')), [described]);
const groups = objectsOf(new Application(new App(), described, { evaluation: evaluationOf(cluster) }))
  .objects.map(({ manifest }) => manifest)
  .filter(({ kind }) => kind === 'PrometheusRule')
  .flatMap((manifest) => valueAt(manifest, ['spec', 'groups']) as readonly PrometheusGroup[]);
const rules: readonly Rule[] = groups.flatMap((each) => each.rules);

const grows = (where: string, status: string, each: number) => ({
  series: `shop_requests_total{namespace="shop-prod",endpoint="/",status="${status}",cluster="${where}",environment="${where}"}`,
  values: `0+${60 * each}x120`,
});

/** Which alerts promtool sees, by the values of a record and of `ALERTS`, whose labels say whose they are. */
const alertsAt = (time: string, samples: readonly { labels: string; value: number }[]) => ({
  expr: 'sum by (alertname, cluster) (ALERTS{alertstate="firing"})',
  eval_time: time,
  exp_samples: samples,
});

describe('the rules that a ruler evaluates over two clusters, as they are written', () => {
  test('are taken by Prometheus', async () => {
    expect(await checkRules(rules)).toBe('');
  });

  test('tell of the cluster whose they are, and of that alone', async () => {
    expect(
      await testRules(rules, [
        {
          interval: '1m',
          input_series: [grows('seoul', '200', 150), grows('busan', '200', 1000)],
          promql_expr_test: [
            alertsAt('30m', [
              { labels: '{alertname="TooManyRequests", cluster="seoul"}', value: 1 },
              { labels: '{alertname="TooManyRecorded", cluster="seoul"}', value: 1 },
            ]),
            {
              expr: 'shop:requests:rate5m',
              eval_time: '30m',
              exp_samples: [
                { labels: 'shop:requests:rate5m{cluster="seoul", environment="seoul"}', value: 150 },
              ],
            },
          ],
        },
      ]),
    ).toBe('');
  });

  test('say nothing of what happens in the other cluster', async () => {
    expect(
      await testRules(rules, [
        {
          interval: '1m',
          input_series: [grows('seoul', '200', 50), grows('busan', '200', 1000)],
          promql_expr_test: [alertsAt('30m', [])],
        },
      ]),
    ).toBe('');
  });

  test('keep an objective over both, where that is said: half of all fails though all is well here', async () => {
    expect(
      await testRules(rules, [
        {
          interval: '1m',
          input_series: [grows('seoul', '200', 50), grows('busan', '500', 50)],
          promql_expr_test: [alertsAt('90m', [{ labels: '{alertname="EverywhereBudgetBurn1h"}', value: 1 }])],
        },
      ]),
    ).toBe('');
  });
});

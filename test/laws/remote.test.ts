import { App } from 'cdk8s/lib/app.js';
import { describe, expect, test } from '@jest/globals';
import { group } from '#alerts/rule/group.js';
import { type Cluster, cluster } from '#cluster/cluster.js';
import { evaluationOf } from '#cluster/evaluation.js';
import { Application } from '#constructs/application.js';
import { writtenAs } from '#delivery/written-as.js';
import { render } from '#imports/render.js';
import type { Law } from '#laws/law.js';
import { noRuleNeedsAnotherShard } from '#laws/evaluated.js';
import { everyObjectIsSelected } from '#laws/selected.js';
import { everyRuleIsEvaluatedOnce } from '#laws/remote/evaluated-once.js';
import { everythingIsReadByMetricsQL } from '#laws/remote/metricsql.js';
import { everyGroupIsTakenByTheRuler } from '#laws/remote/ruler-limits.js';
import { everyTenantIsLoadedByOne } from '#laws/remote/tenant.js';
import { everyScrapeIsDoneByVmagent } from '#laws/remote/vmagent.js';
import { everythingReadThereIsWritten } from '#laws/remote/written.js';
import type { Engine } from '#platform/engine.js';
import type { MimirSpec } from '#platform/engine/mimir.js';
import { type VictoriaMetricsSpec, victoriaMetrics } from '#platform/engine/victoriametrics.js';
import { keeps } from '#platform/keeps.js';
import { usualPlatform } from '#platform/usual.js';
import { increase } from '#promql/vector/select.js';
import { sum } from '#promql/vector/aggregate.js';
import { narrowed } from '#promql/metric/catalog.js';
import { record } from '#alerts/rule/recording.js';
import { scrape } from '#application/scrape.js';
import { type Datasource, usual } from '#dashboards/datasource.js';
import { bistro } from '../alerts/stored.js';
import { engined, seoul, shopsMimir } from '../delivery/somewhere.js';
import {
  alerting,
  drawing,
  openBaskets,
  requestRate,
  shop,
  shopMetrics,
  tooMany,
  web,
} from '../synth/estate/shop.js';

/** What a law says of a cluster, with the objects of its applications. */
const judged = (law: Law, of: Cluster) =>
  law({
    applications: of.applications,
    cluster: of,
    objects: of.applications.flatMap(
      (each) =>
        render(new Application(new App(), each, { evaluation: evaluationOf(of), as: writtenAs(of) })).objects,
    ),
  });
const told = (law: Law, engine: Engine, application = shop()) =>
  judged(law, seoul(engine, { applications: [application] })).map(({ code, why }) => `${code}: ${why}`);

const evaluating = (spec: Partial<MimirSpec> = {}) => shopsMimir({ rulesBy: 'alloy', ...spec });
const kept = (spec: Partial<VictoriaMetricsSpec> = {}) =>
  victoriaMetrics({ url: 'http://vmsingle.monitoring.svc:8428', retention: '52w', ...spec });

describe('what rules that Mimir evaluates read', () => {
  const written = (write: MimirSpec['write'], application = shop()) =>
    told(everythingReadThereIsWritten, evaluating({ ...(write && { write }) }), application);

  test('is all written where nothing is left out', () => {
    expect(written({})).toEqual([]);
  });

  test('is refused where a pattern of names drops it', () => {
    expect(written({ drop: ['go_.*', 'shop_.*'] })).toEqual([
      'not-written-though-read: TooManyRequests is read of Mimir, and reads shop_requests_total, which shop_.* drops',
    ]);
  });

  test('is refused where labels drop some of it', () => {
    expect(written({ drop: [{ __name__: 'shop_.*', status: '200' }] })).toEqual([
      'not-written-though-read: TooManyRequests is read of Mimir, and reads shop_requests_total, which {"__name__":"shop_.*","status":"200"} drops',
    ]);
  });

  test('is taken where what is dropped is of another namespace', () => {
    expect(written({ drop: [{ __name__: 'shop_.*', namespace: 'shop-staging' }] })).toEqual([]);
  });

  test('is refused where it is not among what is kept', () => {
    expect(written({ keep: ['shop_.*', 'up'] })).toEqual([
      'not-written-though-read: TooManyItems is read of Mimir, and reads stock_items, which is not among what is kept',
    ]);
  });

  test('may be recorded there: what a rule there records need not be written', () => {
    const total = record('shop:requests:rate5m', requestRate);
    const groups = [
      group('shop', {
        interval: '30s',
        records: [total],
        packs: [{ many: tooMany('TooMany', total.value) }],
      }),
    ];
    expect(written({ drop: ['shop:.*'] }, shop({ groups }))).toEqual([]);
  });

  test('is nothing where Prometheus evaluates', () => {
    expect(told(everythingReadThereIsWritten, shopsMimir({ write: { drop: ['shop_.*'] } }))).toEqual([]);
  });

  test('is nothing where a group says that Prometheus evaluates it', () => {
    const [rules, ...others] = alerting(tooMany('TooManyRequests', requestRate));
    const groups = [...(rules ? [{ ...rules, on: 'prometheus' as const }] : []), ...others];
    expect(written({ drop: ['shop_.*'] }, shop({ groups }))).toEqual([]);
  });

  test('is refused where it is a native histogram and none is sent', () => {
    const { groups } = bistro('native');
    expect(written({}, shop({ groups }, 'bistro'))[0]).toContain(
      'a native histogram, of which nothing is sent',
    );
    expect(written({ sendNativeHistograms: true }, shop({ groups }, 'bistro'))).toEqual([]);
  });
});

test('what panels ask of Mimir is written there', () => {
  const there: Datasource<'prometheus'> = { type: 'prometheus', uid: 'mimir', name: 'Mimir' };
  const application = shop({
    otherDatasources: [there],
    dashboards: [drawing(openBaskets, { datasources: { ...usual, prometheus: there } })],
  });
  const engine = shopsMimir({ write: { drop: ['shop_baskets'] } });
  const { grafana } = usualPlatform;
  const platform = engined(engine, {
    ...(grafana && {
      grafana: { ...grafana, datasources: [{ ...there, url: 'https://mimir.example.org/prometheus' }] },
    }),
  });
  const of = cluster('seoul', { platform, applications: [application] });
  expect(judged(everythingReadThereIsWritten, of).map(({ why }) => why)).toEqual([
    'Shop / Signal is read of Mimir, and reads shop_baskets, which shop_baskets drops',
  ]);
});

describe('a rule where Mimir evaluates', () => {
  test('is taken up by Alloy alone', () => {
    expect(told(everyRuleIsEvaluatedOnce, evaluating())).toEqual([]);
  });

  test('is missed by nobody who asks for the label of the release', () => {
    expect(told(everyObjectIsSelected, evaluating())).toEqual([]);
  });

  test('is refused where Prometheus takes all rules that there are', () => {
    const everything = { ...usualPlatform.selects, rules: { labels: {}, namespaces: {} } };
    const of = cluster('seoul', {
      platform: engined(evaluating(), { selects: everything }),
      applications: [shop()],
    });
    expect(judged(everyRuleIsEvaluatedOnce, of).map(({ code }) => code)).toEqual(['evaluated-twice']);
  });

  test('is refused where Prometheus asks for a label that it has not', () => {
    const others = { ...usualPlatform.selects, rules: { labels: { team: 'a' }, namespaces: {} } };
    const of = cluster('seoul', {
      platform: engined(shopsMimir(), { selects: others }),
      applications: [shop()],
    });
    expect(judged(everyRuleIsEvaluatedOnce, of).map(({ code }) => code)).toEqual(['evaluated-by-none']);
  });

  test('is no object where its file is loaded', () => {
    const of = seoul(evaluating({ rulesBy: 'mimirtool' }));
    const { objects } = render(
      new Application(new App(), shop(), { evaluation: evaluationOf(of), as: writtenAs(of) }),
    );
    expect(objects.filter(({ manifest }) => manifest.kind === 'PrometheusRule')).toEqual([]);
  });
});

describe('the ruler of Mimir', () => {
  const many = shop({
    groups: alerting(...Array.from({ length: 25 }, (_, i) => tooMany(`TooMany${i}`, requestRate))),
  });

  test('is not given a group of more rules than its tenant may have', () => {
    expect(told(everyGroupIsTakenByTheRuler, evaluating(), many)).toEqual([
      'too-much-for-the-ruler: group shop has 25 rules, and of tenant shop the ruler of Mimir takes 20 in a group',
    ]);
  });

  test('is given what its tenant is said to take', () => {
    expect(told(everyGroupIsTakenByTheRuler, evaluating({ limits: { rulesPerGroup: 25 } }), many)).toEqual(
      [],
    );
    expect(told(everyGroupIsTakenByTheRuler, evaluating({ limits: { rulesPerGroup: 0 } }), many)).toEqual([]);
  });

  test('is not given more groups than its tenant may have', () => {
    expect(told(everyGroupIsTakenByTheRuler, evaluating({ limits: { groups: 1 } }))).toEqual([
      'too-much-for-the-ruler: it has 2 groups of rules, and of tenant shop the ruler of Mimir takes 1',
    ]);
  });
});

describe('a tenant that clusters share', () => {
  const sharing = (spec: Partial<MimirSpec>) =>
    everyTenantIsLoadedByOne(
      ['seoul', 'busan'].map((name) =>
        cluster(name, { platform: engined(evaluating(spec)), applications: [shop()] }),
      ),
    ).map(({ where, code }) => `${where}: ${code}`);

  test('takes the rules of each', () => {
    expect(sharing({})).toEqual([]);
  });

  test('has one that loads its Alertmanager', () => {
    expect(sharing({ alertmanager: 'mimirtool' })).toEqual([
      'busan/platform/engine.alertmanager: two-load-a-tenant',
    ]);
  });

  test('has one that loads rules over clusters', () => {
    expect(sharing({ evaluates: 'all' })).toEqual(['busan/platform/engine.evaluates: two-load-a-tenant']);
  });
});

describe('what VictoriaMetrics reads', () => {
  const { requests } = narrowed(shopMetrics, { namespace: 'shop-prod' });
  const soldOver = (name: string) => shop({ groups: alerting(tooMany(name, sum(increase(requests, '5m')))) });

  test('is refused where it is a native histogram', () => {
    const { groups } = bistro('native');
    const [first = ''] = told(everythingIsReadByMetricsQL, kept(), shop({ groups }, 'bistro'));
    expect(first).toContain('unknown-to-metricsql');
  });

  test('is told of where its value is another', () => {
    const hints = judged(
      everythingIsReadByMetricsQL,
      seoul(kept(), { applications: [soldOver('TooManySold')] }),
    );
    expect(hints.map(({ code, isHint }) => [code, isHint])).toEqual([['otherwise-in-metricsql', true]]);
  });

  test('is nothing where Prometheus scrapes and evaluates', () => {
    const idle = kept({ scrapesBy: 'prometheus', rulesBy: 'prometheus' });
    expect(told(everythingIsReadByMetricsQL, idle, soldOver('TooManySold'))).toEqual([]);
  });
});

describe('the agent of VictoriaMetrics', () => {
  const converted = shop({
    scrapes: [
      scrape(web, {
        port: 'http',
        interval: '30s',
        metrics: [shopMetrics],
        ...{ convertClassicHistogramsToNHCB: true, labelLimit: 40 },
      }),
    ],
  });

  test('is not asked for what it does not do', () => {
    expect(told(everyScrapeIsDoneByVmagent, kept(), converted)).toEqual([
      'not-for-vmagent: shop says convertClassicHistogramsToNHCB, which vmagent does not do',
      'not-for-vmagent: shop says labelLimit, which vmagent does not do',
    ]);
  });

  test('is asked for nothing where Prometheus scrapes', () => {
    expect(told(everyScrapeIsDoneByVmagent, kept({ scrapesBy: 'prometheus' }), converted)).toEqual([]);
  });
});

describe('a sum over targets, where Prometheus is two shards,', () => {
  const sharded = (engine: Engine) =>
    judged(
      noRuleNeedsAnotherShard,
      cluster('seoul', {
        platform: engined(engine, { prometheus: { ...usualPlatform.prometheus, shards: 2 } }),
        applications: [shop()],
      }),
    ).map(({ code }) => code);

  test('is refused where each shard evaluates it, though a Mimir keeps what both have', () => {
    expect(sharded(shopsMimir())).toContain('needs-another-shard');
    expect(sharded(evaluating({ evaluates: 'over clusters' }))).toContain('needs-another-shard');
  });

  test('is taken where the ruler of Mimir evaluates it, or vmalert', () => {
    expect([...sharded(evaluating()), ...sharded(kept({ scrapesBy: 'prometheus' }))]).toEqual([]);
  });
});

test('how far back rules may read is how long whoever evaluates them keeps', () => {
  const kepts = [
    shopsMimir(),
    evaluating(),
    evaluating({ evaluates: 'over clusters' }),
    kept(),
    kept({ scrapesBy: 'prometheus', rulesBy: 'prometheus' }),
  ].map((engine) => keeps(engined(engine)));
  const { retention: own } = usualPlatform.prometheus;
  expect(kepts).toEqual([own, '52w', own, '52w', own]);
});

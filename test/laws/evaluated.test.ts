import { describe, expect, test } from '@jest/globals';
import { group } from '#alerts/rule/group.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import type { Fault } from '#ground/fault.js';
import {
  everyAbsenceIsOfOneCluster,
  everyRuleIsEvaluated,
  noRuleNeedsAnotherShard,
} from '#laws/evaluated.js';
import type { Law } from '#laws/law.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { alone } from '#platform/engine/alone.js';
import { beyondTarget } from '#promql/expr/beyond-target.js';
import { inline } from '#promql/expr/inline.js';
import { parse } from '#promql/expr/parse.js';
import { bareMetric } from '#promql/metric/metric.js';
import { absent } from '#promql/vector/absent.js';
import { max } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { overBusan, platformWith, ruling, seoul, uploading, whole } from '../cluster/thanos.js';
import { requestRate, shop, shopMetrics, tooMany, unwatched } from '../synth/estate/shop.js';
import { thanos } from '#platform/engine/thanos.js';

type On = 'prometheus' | 'clusters';
const { up } = scrapeMetrics;

/** A shop with this alert in a group that says where it is evaluated. */
const having = (alert: AlertRule, on?: On): Application =>
  unwatched(shop({ groups: [group('shop', { interval: '30s', ...(on && { on }), packs: [{ alert }] })] }));
const summed = tooMany('TooMany', requestRate);
const ofEach = tooMany('TooMany', max(value(shopMetrics.baskets), { by: ['instance'] }));

const told = (law: Law, application: Application, cluster?: Cluster): readonly Fault[] =>
  law({ applications: [application], objects: [], ...(cluster && { cluster }) });
const codes = (law: Law, application: Application, cluster?: Cluster) =>
  told(law, application, cluster).map(({ code }) => code);

describe('a group that is over clusters', () => {
  const over = having(summed, 'clusters');

  test('is evaluated by a ruler that sees several', () => {
    expect(codes(everyRuleIsEvaluated, over, seoul(platformWith(overBusan('over clusters'))))).toEqual([]);
  });

  test.each([
    ['a Prometheus alone', alone],
    ['a ruler that sees one cluster', whole],
    ['no ruler', uploading],
  ])('is refused where there is %s', (_, engine) => {
    expect(codes(everyRuleIsEvaluated, over, seoul(platformWith(engine)))).toEqual(['evaluated-by-nobody']);
  });

  test('is refused where nothing is known of a cluster, as on a host', () => {
    expect(codes(everyRuleIsEvaluated, over)).toEqual(['evaluated-by-nobody']);
  });
});

describe('what is absent', () => {
  // What is absent is 1, and so exceeds no limit of many.
  const gone: AlertRule = {
    ...summed,
    name: 'Gone',
    expr: absent(up.where({ job: 'shop' }), { by: ['job'] }).expr,
  };
  const several = seoul(platformWith(overBusan('over clusters')));

  test('is told of one cluster', () => {
    expect(codes(everyAbsenceIsOfOneCluster, having(gone), several)).toEqual([]);
  });

  test('is refused over clusters', () => {
    expect(codes(everyAbsenceIsOfOneCluster, having(gone, 'clusters'), several)).toEqual([
      'absent-over-clusters',
    ]);
  });
});

describe('a rule in a cluster whose Prometheus has two shards', () => {
  const inShards = (engine: Parameters<typeof platformWith>[0]) => seoul(platformWith(engine, 2));
  const local = thanos({ ...whole, ruler: { ...ruling, evaluates: 'over clusters' } });

  test.each([
    ['each shard evaluates it', alone],
    ['the ruler leaves it to them', local],
    ['nobody but them evaluates', uploading],
  ])('that sums up over targets is refused where %s', (_, engine) => {
    expect(codes(noRuleNeedsAnotherShard, having(summed), inShards(engine))).toEqual(['needs-another-shard']);
  });

  test('is told of once, with how many others need the same', () => {
    const both = unwatched(
      shop({
        groups: [
          group('shop', { interval: '30s', packs: [{ summed, other: tooMany('Other', requestRate) }] }),
        ],
      }),
    );
    expect(told(noRuleNeedsAnotherShard, both, inShards(alone)).map(({ why }) => why)).toEqual([
      "TooMany needs more than one target's series, and each of the 2 shards evaluates it over its own alone (the same cause hits 1 more: Other)",
    ]);
  });

  test.each([
    ['that sums up is fine where a ruler evaluates it', summed, whole, undefined],
    ['that is of one target is fine on each shard', ofEach, alone, undefined],
    ['that says that each Prometheus is meant is taken at its word', summed, alone, 'prometheus'],
  ] as const)('%s', (_, alert, engine, on) => {
    expect(codes(noRuleNeedsAnotherShard, having(alert, on), inShards(engine))).toEqual([]);
  });

  test('that sums up is fine on one shard', () => {
    expect(codes(noRuleNeedsAnotherShard, having(summed), seoul(platformWith(alone)))).toEqual([]);
  });
});

describe('what an expression needs beyond one target', () => {
  const needed = (promql: string): string | undefined => {
    const found = beyondTarget(parse(promql, bareMetric));
    return found && inline(found);
  };

  test.each([
    ['up == 0', undefined],
    ['sum by (instance) (rate(a[5m])) > 5', undefined],
    ['sum without (status) (rate(a[5m])) > 5', undefined],
    ['a / on (instance) b', undefined],
    ['a / ignoring (pod) b', undefined],
    ['a > 5 unless on (instance) b', undefined],
    ['vector(1)', undefined],
    ['time() - a > 60', undefined],
    ['sum(a) > 5', 'sum(a)'],
    ['sum without (instance) (a) > 5', 'sum without (instance) (a)'],
    ['topk(3, a)', 'topk(3, a)'],
    ['absent(up{job="shop"})', 'absent(up{job="shop"})'],
    ['a / scalar(b)', 'scalar(b)'],
    ['a / on (job) b', 'a / on (job) b'],
    ['a / ignoring (instance) b', 'a / ignoring (instance) b'],
    ['a or vector(0)', 'a or vector(0)'],
    ['a unless ALERTS', 'ALERTS'],
  ])('of %s is %s', (promql, part) => {
    expect(needed(promql)).toBe(part);
  });
});

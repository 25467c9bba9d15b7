import { App } from 'cdk8s/lib/app.js';
import { describe, expect, test } from '@jest/globals';
import { Application } from '#constructs/application.js';
import { type LabelSelector, evaluationOf, shared } from '#cluster/evaluation.js';
import type { Cluster } from '#cluster/cluster.js';
import { objectsOf } from '#imports/render.js';
import { valueAt } from '#ground/field.js';
import { group } from '#alerts/rule/group.js';
import { requestRate, shop, stock, tooMany, unwatched } from '../synth/estate/shop.js';
import { alone } from '#platform/engine/alone.js';
import { overBusan, platformWith, seoul, whole } from './thanos.js';

const alerting = (name: string, on?: 'prometheus' | 'clusters') =>
  group(name, {
    interval: '30s',
    ...(on && { on }),
    packs: [{ a: tooMany(`TooMany${name}`, on === 'clusters' ? stock : requestRate) }],
  });

/** A shop whose groups say all that a group can say of who evaluates it. */
const everywhere = unwatched(
  shop({
    groups: [alerting('Usual'), alerting('Watching', 'prometheus'), alerting('Over', 'clusters')],
  }),
);

interface Written {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly rules: readonly { readonly alert: string; readonly expr: string; readonly labels: object }[];
}

/** The PrometheusRules of the shop in a cluster. */
const written = (cluster: Cluster): readonly Written[] =>
  objectsOf(new Application(new App(), everywhere, { evaluation: evaluationOf(cluster) }))
    .objects.map(({ manifest }) => manifest)
    .filter(({ kind }) => kind === 'PrometheusRule')
    .map((manifest) => ({
      name: manifest.metadata.name,
      labels: (valueAt(manifest, ['metadata', 'labels']) ?? {}) as Written['labels'],
      rules: (valueAt(manifest, ['spec', 'groups']) as { rules: Written['rules'] }[]).flatMap(
        ({ rules }) => rules,
      ),
    }));

/** Whether Kubernetes finds an object by a selector. */
const isFound = (labels: Written['labels'], { matchLabels, matchExpressions = [] }: LabelSelector): boolean =>
  Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
  matchExpressions.every(({ key, operator, values }) => {
    const isIn = values.includes(labels[key] ?? '');
    return operator === 'In' ? isIn : !isIn;
  });

const exprs = (cluster: Cluster): Readonly<Record<string, string>> =>
  Object.fromEntries(written(cluster).flatMap(({ rules }) => rules.map(({ alert, expr }) => [alert, expr])));

describe.each(['all', 'over clusters'] as const)('where a ruler evaluates %s', (evaluates) => {
  const cluster = seoul(platformWith(overBusan(evaluates)));
  const sharing = shared({ evaluates });

  test.each(written(cluster).map(({ name, labels }) => [name, labels] as const))(
    '%s is evaluated by one of the two, and by one alone',
    (_, labels) => {
      expect([sharing.prometheus, sharing.ruler].filter((each) => isFound(labels, each))).toHaveLength(1);
    },
  );

  test("so are the chart's own rules, which say nothing of it", () => {
    const found = [sharing.prometheus, sharing.ruler].filter((each) => isFound({}, each));
    expect(found).toEqual([evaluates === 'all' ? sharing.ruler : sharing.prometheus]);
  });

  test('what is over clusters is the ruler’s, and reads all of them', () => {
    const over = written(cluster).find(({ rules }) => rules.some(({ alert }) => alert === 'TooManyOver'));
    expect([isFound(over?.labels ?? {}, sharing.ruler), exprs(cluster)['TooManyOver']]).toEqual([
      true,
      'last_over_time(sum(stock_items{namespace="shop-prod"})[2m:15s]) > 100',
    ]);
  });

  test('what watches the others is of Prometheus', () => {
    const watching = written(cluster).find(({ rules }) =>
      rules.some(({ alert }) => alert === 'TooManyWatching'),
    );
    expect(isFound(watching?.labels ?? {}, sharing.prometheus)).toBe(true);
  });
});

describe('the rules of a cluster', () => {
  test('read its series alone, where a ruler evaluates them', () => {
    expect(exprs(seoul(platformWith(overBusan('all'))))['TooManyUsual']).toBe(
      'sum(rate(shop_requests_total{cluster="seoul", environment="seoul", namespace="shop-prod"}[5m])) > 100',
    );
  });

  test('say then themselves from where they tell, as Prometheus would', () => {
    const rules = written(seoul(platformWith(overBusan('all')))).flatMap(({ rules }) => rules);
    expect(rules.find(({ alert }) => alert === 'TooManyUsual')?.labels).toMatchObject({
      cluster: 'seoul',
      environment: 'seoul',
    });
  });

  test.each([
    ['a Prometheus alone', alone],
    ['a ruler that evaluates only what is over clusters', overBusan('over clusters')],
  ])('are written as they are for %s, to which its series have no such labels', (_, engine) => {
    expect(exprs(seoul(platformWith(engine)))['TooManyUsual']).toBe(
      'sum(rate(shop_requests_total{namespace="shop-prod"}[5m])) > 100',
    );
  });

  test('are one object for a Prometheus alone, and none of them is labelled for it', () => {
    const [only, ...others] = written(seoul(platformWith(alone)));
    expect([only?.name, only?.labels['evaluated-by'], others]).toEqual(['shop', undefined, []]);
  });

  test.each([
    ['a Prometheus alone', alone],
    ['a ruler that sees one cluster', whole],
  ])('are not written where they are over clusters and there is %s', (_, engine) => {
    expect(exprs(seoul(platformWith(engine)))).not.toHaveProperty('TooManyOver');
  });
});

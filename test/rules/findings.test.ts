import { describe, expect, test } from '@jest/globals';
import { staticFindings } from '#rules/findings/findings.js';
import { recordedNames } from '#rules/against/compared.js';
import type { Exported } from '#rules/against/exported.js';
import { readRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';

type Rule = Readonly<Record<string, unknown>>;

/** What is found in a text of rules. */
const foundIn = (text: string, exported?: Exported) => {
  const { groups } = readRules([{ file: 'rules.yml', text }]);
  const { of } = understood(groups);
  const alerts = groups.flatMap((group) =>
    group.rules.flatMap((alert) => {
      const result = of.get(alert);
      return alert.kind === 'alert' && result && 'expr' in result
        ? [{ alert, group, expr: result.expr }]
        : [];
    }),
  );
  return staticFindings(alerts, { recorded: recordedNames(groups), ...(exported && { exported }) });
};

const found = (groups: readonly (readonly Rule[])[], exported?: Exported) =>
  foundIn(JSON.stringify({ groups: groups.map((rules, i) => ({ name: `group-${i}`, rules })) }), exported);

const sureties = (groups: readonly (readonly Rule[])[]) =>
  found(groups).map(({ alert, finding }) => `${alert.name}: ${finding.certainty} ${finding.kind}`);

const alert = (expr: string, more: Rule = {}) => ({ alert: 'A', expr, ...more });
const labelled = (expr: string, labels: Readonly<Record<string, string>>) => alert(expr, { labels });

describe('a rule that sets a label by which its series are told apart', () => {
  test.each([
    ['surely makes one alert of two', 'sum by (component) (a) > 1', ['A: fact two groups, one alert']],
    [
      'may, where other labels are left',
      'sum by (component, pod) (a) > 1',
      ['A: guess two groups, one alert'],
    ],
    ['does not, where there is one value', 'sum by (component) (a{component="web"}) > 1', []],
    ['does not, where the expression drops it', 'sum by (pod) (a) > 1', []],
    ['does not, where nothing is known of the labels', 'a > 1', []],
  ])('%s', (_, expr, told) => {
    expect(sureties([[labelled(expr, { component: 'shop' })]])).toEqual(told);
  });

  test('keeps it by a template that reads it', () => {
    expect(
      sureties([[labelled('sum by (component) (a) > 1', { component: 'shop-{{ $labels.component }}' })]]),
    ).toEqual([]);
  });

  test('may be its group', () => {
    const text = `groups: [{ name: a, labels: { team: web }, rules: [{ alert: A, expr: sum by (team) (a) > 1 }] }]`;
    expect(foundIn(text).map(({ finding }) => finding.kind)).toEqual(['two groups, one alert']);
  });

  test('may set it by its own name', () => {
    expect(sureties([[alert('count by (alertname) (ALERTS) > 1')]])).toEqual([
      'A: fact two groups, one alert',
    ]);
  });

  test('is told with the part that keeps the label', () => {
    expect(found([[labelled('sum by (component) (a) > 1', { component: 'shop' })]])[0]?.finding.why).toBe(
      "'sum by (component) (a)' tells series apart by component, which the rule itself sets: two that fire become one alert, which Prometheus refuses, and nobody is told of either",
    );
  });
});

describe('two rules make the same alert', () => {
  test.each<[string, readonly (readonly Rule[])[], number]>([
    ['where both ask the same', [[alert('a > 1')], [alert('a > 1')]], 2],
    ['where both may have the same series', [[alert('a > 1'), alert('b > 1')]], 2],
    [
      'and not where a label differs',
      [[labelled('a > 1', { severity: 'a' })], [labelled('a > 5', { severity: 'b' })]],
      0,
    ],
    [
      'and not where one has a label that the other lacks',
      [[labelled('sum(a) > 1', { team: 'a' }), alert('sum(b) > 1')]],
      0,
    ],
    ['and not where their series are of other jobs', [[alert('a{job="x"} > 1'), alert('a{job="y"} > 1')]], 0],
    [
      'and not where they are told apart by other labels',
      [[alert('sum by (x) (a) > 1'), alert('sum by (y) (a) > 1')]],
      0,
    ],
    ['where one of the jobs is the same', [[alert('a{job=~"x|y"} > 1'), alert('b{job="y"} > 1')]], 2],
    ['and not under two names', [[alert('a > 1'), { alert: 'B', expr: 'a > 1' }]], 0],
  ])('%s', (_, groups, count) => {
    expect(sureties(groups)).toHaveLength(count);
  });

  test('which is sure where both ask the same', () => {
    expect(sureties([[alert('a > 1'), alert('a  > 1')]])).toEqual([
      'A: fact two groups, one alert',
      'A: fact two groups, one alert',
    ]);
  });

  test('and not where they are of two tenants of Mimir', () => {
    const group = (name: string) => `${name}:\n  - name: a\n    rules:\n      - { alert: A, expr: a > 1 }\n`;
    expect(foundIn(group('one') + group('other'))).toEqual([]);
  });
});

const there: Exported = {
  source: 'a Prometheus',
  isWhole: true,
  metrics: new Map([
    ['shop_requests_total', { type: 'counter', labels: new Map([['code', new Set(['200', '500'])]]) }],
    ['shop_workers', { type: 'gauge', labels: new Map() }],
  ]),
};

describe('what nothing exports', () => {
  const told = (expr: string, exported = there, ...others: readonly Rule[]) =>
    found([[...others, alert(expr)]], exported).map(
      ({ finding }) => `${finding.certainty}: ${finding.why}; ${finding.cure}`,
    );

  test('is told by its name, and what may be meant', () => {
    expect(told('rate(shop_request_total[5m]) > 1')).toEqual([
      "fact: 'shop_request_total' finds nothing: a Prometheus has no series of shop_request_total, so it cannot fire; it may be shop_requests_total there",
    ]);
  });

  test('is a guess where one program alone was asked', () => {
    expect(told('bank_total > 1', { ...there, isWhole: false })[0]).toMatch(/^guess: /);
  });

  test('may be a label', () => {
    expect(told('shop_requests_total{status="500"} > 1')[0]).toContain(
      'shop_requests_total has no label status in a Prometheus, so it cannot fire; write one of: code',
    );
  });

  test('may be a value', () => {
    expect(told('shop_requests_total{code=~"4.."} > 1')[0]).toBe(
      `guess: 'shop_requests_total{code=~"4.."}' finds nothing: no series of shop_requests_total has code=~"4.." in a Prometheus, so it cannot fire; code is 200, 500 there`,
    );
  });

  test('is idle where another part is there', () => {
    expect(told('shop_workers > 1 or bank_workers > 1')[0]).toMatch(/so this part of it is idle/);
  });

  test.each([
    ['what there is', 'shop_requests_total{code="500"} > 1'],
    ['what Prometheus makes', 'up == 0 and scrape_samples_scraped > 1 and ALERTS > 1'],
    ['what is not to be there', 'absent(bank_workers)'],
    ['a label that need not be there', 'shop_workers{pool!="x"} > 1'],
    ['a name by a pattern', '{__name__=~"shop_.+", code="500"} > 1'],
  ])('is not %s', (_, expr) => {
    expect(told(expr)).toEqual([]);
  });

  test('is not what rules record', () => {
    expect(
      told('shop:workers:sum > 1', there, { record: 'shop:workers:sum', expr: 'sum(shop_workers)' }),
    ).toEqual([]);
  });

  test('is what rules record of what is not there', () => {
    expect(
      told('bank:workers:sum > 1', there, { record: 'bank:workers:sum', expr: 'sum(bank_workers)' })[0],
    ).toContain('no series of bank_workers');
  });

  test('is no label of a target, where only one program was asked', () => {
    expect(told('shop_workers{job="shop"} > 1', { ...there, isWhole: false })).toEqual([]);
  });
});

test('An alert that is empty by design says so, and is not asked who exports what it reads', () => {
  const text = `groups:\n  - name: a\n    rules:\n      # cheomseong: empty by design, because few nodes have GPUs\n      - alert: A\n        expr: dcgm_temperature > 90\n`;
  expect(foundIn(text, there).map(({ finding }) => finding.why)).toEqual([
    'it is empty by design, because few nodes have GPUs',
  ]);
});

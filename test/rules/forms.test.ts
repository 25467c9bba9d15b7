import { describe, expect, test } from '@jest/globals';
import { readRules } from '#rules/read.js';
import { linesOf, readOf, rulesOf } from './given.js';

const prometheus = `groups:
  - name: shop
    interval: 1m
    rules:
      - record: shop:requests:rate5m
        expr: sum(rate(shop_requests_total[5m]))
      - alert: ShopDown
        expr: |
          up{job="shop"}
            == 0
        for: 5m
`;

const object = (kind: string, namespace: string) => `apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata:
  name: shop
  namespace: ${namespace}
  labels: { release: monitoring }
spec:
  groups:
    - name: shop
      rules:
        - alert: ShopDown
          expr: up == 0
`;

describe('rules are read, with their lines, from', () => {
  test('a rule file of Prometheus', () => {
    expect(linesOf(prometheus)).toEqual(['shop:requests:rate5m 5 6', 'ShopDown 7 9']);
  });

  test('a PrometheusRule', () => {
    expect(linesOf(object('PrometheusRule', 'shop'))).toEqual(['ShopDown 11 12']);
  });

  test('several objects behind each other, as Helm renders them', () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: shop }\n---\n';
    expect(linesOf(`---\n# Source: shop/rules.yaml\n${service}${object('PrometheusRule', 'shop')}`)).toEqual([
      'ShopDown 17 18',
    ]);
  });

  test('a List of objects', () => {
    const indented = object('PrometheusRule', 'shop')
      .replace(/^(?=.)/gm, '    ')
      .replace('    ', '  - ');
    expect(linesOf(`apiVersion: v1\nkind: List\nitems:\n${indented}`)).toEqual(['ShopDown 14 15']);
  });

  test('JSON', () => {
    const json = {
      kind: 'PrometheusRule',
      spec: { groups: [{ name: 'a', rules: [{ alert: 'A', expr: 'up == 0' }] }] },
    };
    expect(linesOf(JSON.stringify(json, null, 2))).toEqual(['A 8 10']);
  });

  test('a file of a namespace of Mimir', () => {
    expect(readOf(`namespace: team-a\n${prometheus}`).groups[0]?.origin).toEqual({
      kind: 'file',
      labels: {},
      namespace: 'team-a',
    });
  });

  test('namespaces as the API of Mimir answers', () => {
    const text = `team-a:\n  - name: shop\n    rules:\n      - alert: A\n        expr: up == 0\nteam-b:\n  - name: bank\n    rules:\n      - { record: "b:up:sum", expr: sum(up) }\n`;
    expect(readOf(text).groups.map(({ name, origin }) => [name, origin.namespace])).toEqual([
      ['shop', 'team-a'],
      ['bank', 'team-b'],
    ]);
  });

  test('a rule file of Thanos', () => {
    const text = prometheus.replace('interval: 1m', 'partial_response_strategy: abort');
    expect(readOf(text)).toMatchObject({
      faults: [],
      groups: [{ others: { partial_response_strategy: 'abort' } }],
    });
  });

  test('a ConfigMap that holds rule files', () => {
    const data = prometheus.replace(/^/gm, '    ');
    expect(linesOf(`kind: ConfigMap\nmetadata: { name: server }\ndata:\n  shop.rules: |\n${data}`)).toEqual([
      'shop:requests:rate5m 9 10',
      'ShopDown 11 13',
    ]);
  });

  test('a ConfigMap whose files are written on one line', () => {
    const text = `kind: ConfigMap\ndata:\n  shop.rules: ${JSON.stringify(prometheus)}\n`;
    expect(linesOf(text)).toEqual(['shop:requests:rate5m 3 3', 'ShopDown 3 3']);
  });

  test('a VMRule', () => {
    expect(linesOf(object('VMRule', 'shop'))).toEqual(['ShopDown 11 12']);
  });

  test('what an anchor stands for', () => {
    const text = `groups:\n  - name: a\n    rules:\n      - &down\n        alert: A\n        expr: up == 0\n      - <<: *down\n        alert: B\n`;
    expect(rulesOf(text).map(({ name, expr }) => [name, expr])).toEqual([
      ['A', 'up == 0'],
      ['B', 'up == 0'],
    ]);
  });
});

describe('a group tells', () => {
  test('of which object it is', () => {
    expect(readOf(object('PrometheusRule', 'web')).groups[0]?.origin).toEqual({
      kind: 'PrometheusRule',
      name: 'shop',
      namespace: 'web',
      labels: { release: 'monitoring' },
    });
  });

  test('of which file of a ConfigMap it is', () => {
    const text = `kind: ConfigMap\nmetadata: { name: server }\ndata:\n  shop.rules: ${JSON.stringify(prometheus)}\n`;
    expect(readOf(text).groups[0]?.origin.name).toBe('server/shop.rules');
  });

  test('how often it is evaluated', () => {
    expect(readOf(prometheus).groups[0]?.interval).toBe(60);
  });
});

describe('what holds no rules is passed over and told', () => {
  test.each([
    ['an object of another kind', 'kind: Service\nmetadata: { name: shop }\n', 'Service'],
    ['tests of promtool', 'rule_files: [a.yml]\ntests: []\n', 'tests of promtool'],
    ['routes', 'route: { receiver: a }\nreceivers: [{ name: a }]\n', 'a configuration of Alertmanager'],
    ['scrapes', 'scrape_configs: [{ job_name: a }]\n', 'a configuration of Prometheus'],
    ['values of a chart', 'replicaCount: 1\n', 'nothing that is known here'],
    [
      'rules that Grafana evaluates',
      'apiVersion: 1\ngroups: [{ orgId: 1, name: a, rules: [{ uid: x, title: A, data: [] }] }]\n',
      'rules that Grafana evaluates',
    ],
  ])('%s', (_, text, kind) => {
    expect(readOf(text)).toEqual({
      groups: [],
      faults: [],
      foreign: [{ place: { file: 'rules.yml', line: 1 }, kind }],
    });
  });

  test('and so is an object that is no YAML, as long as its kind is told', () => {
    expect(readOf('kind: Service\nmetadata: { a: 1\nb: 2\n').faults).toEqual([]);
  });
});

test('Of several files a broken one keeps none of the others from being read', () => {
  const { groups, faults } = readRules([
    { file: 'broken.yml', text: 'groups: [' },
    { file: 'shop.yml', text: prometheus },
  ]);
  expect([groups.length, faults.map(({ where }) => where)]).toEqual([1, ['broken.yml:1']]);
});

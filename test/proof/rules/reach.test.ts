import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { reachOf, receiversWithout } from '#proof/rules/reach/reach.js';
import { readRoutes, testRoutes } from '#proof/rules/reach/routes.js';
import { readRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';

const routes = `route:
  receiver: chat
  routes:
    - { matchers: [severity="critical"], receiver: oncall }
    - { matchers: [severity="info"], receiver: nobody }
    - { matchers: [team="db"], receiver: db }
    - { matchers: [namespace="web"], receiver: web }
receivers:
  - { name: chat, slack_configs: [{ channel: '#shop' }] }
  - { name: oncall, pagerduty_configs: [{ routing_key: x }] }
  - { name: nobody }
  - { name: db, email_configs: [{ to: db@example.org }] }
  - { name: web, email_configs: [{ to: web@example.org }] }
  - { name: idle, email_configs: [{ to: idle@example.org }] }
`;

/** Whom alerts of these expressions and labels reach. */
const reached = (
  ...rules: readonly (readonly [expr: string, labels: Readonly<Record<string, string>>])[]
) => {
  const text = JSON.stringify({
    groups: [{ name: 'a', rules: rules.map(([expr, labels], i) => ({ alert: `A${i}`, expr, labels })) }],
  });
  const { groups } = readRules([{ file: 'rules.json', text }]);
  const { of } = understood(groups);
  const alerts = groups.flatMap((group) =>
    group.rules.flatMap((alert) => {
      const result = of.get(alert);
      return alert.kind === 'alert' && result && 'expr' in result
        ? [{ alert, group, expr: result.expr }]
        : [];
    }),
  );
  const { configuration } = readRoutes([{ file: 'alertmanager.yml', text: routes }]);
  const all = configuration ? reachOf(alerts, configuration) : [];
  return { all, idle: configuration ? receiversWithout(all, configuration) : [] };
};

const waysOf = (expr: string, labels: Readonly<Record<string, string>> = {}) =>
  reached([expr, labels]).all[0]?.ways;

describe('an alert reaches', () => {
  test.each<[string, string, Readonly<Record<string, string>>, readonly (readonly string[])[]]>([
    ['the receiver of the route that takes it', 'sum(a) > 1', { severity: 'critical' }, [['oncall']]],
    ['that of the top, where none does', 'sum(a) > 1', { severity: 'warning' }, [['chat']]],
    ['one or another, by a label of its series', 'sum by (team) (a) > 1', {}, [['chat'], ['db']]],
    ['one, where its expression chooses the value', 'sum by (team) (a{team="db"}) > 1', {}, [['db']]],
    [
      'one or another, by a template',
      'sum(a) > 1',
      { severity: '{{ if gt $value 5.0 }}critical{{ end }}' },
      [['chat'], ['nobody'], ['oncall']],
    ],
    ['one or another, by a label of targets', 'a > 1', {}, [['chat'], ['web']]],
  ])('%s', (_, expr, labels, ways) => {
    expect(waysOf(expr, labels)?.toSorted()).toEqual(ways);
  });

  test('nobody, where its receiver sends nowhere, and that is told', () => {
    expect(reached(['sum(a) > 1', { severity: 'info' }]).all[0]?.unreached?.why).toBe(
      'goes to nobody, which sends nowhere',
    );
  });

  test('perhaps another, where its series may carry a label of which nothing is known', () => {
    expect(reached(['a > 1', { severity: 'warning' }]).all[0]?.ifCarried).toEqual(['team']);
  });
});

test('Receivers that no alert reaches are told', () => {
  expect(reached(['sum(a) > 1', { severity: 'critical' }], ['sum by (team) (a) > 1', {}]).idle).toEqual([
    'nobody',
    'web',
    'idle',
  ]);
});

test('Two configurations of one Alertmanager are one too many', () => {
  const { faults } = readRoutes(['a.yml', 'b.yml'].map((file) => ({ file, text: routes })));
  expect(faults.map(({ where, why }) => `${where}: ${why}`)).toEqual([
    'b.yml:1: an Alertmanager has one configuration, and this is another',
  ]);
});

test('Files of rules are no configuration', () => {
  expect(readRoutes([{ file: 'a.yml', text: 'groups: []\n' }])).toEqual({
    routings: [],
    sender: { external: {} },
    faults: [],
  });
});

describe('tests of routes run against it', () => {
  const resultsOf = (receiver: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'cheomseong-routes-'));
    try {
      const tests = {
        tests: [
          { name: 'night', alerts: [{ labels: { severity: 'critical' }, expected_receivers: [receiver] }] },
        ],
      };
      writeFileSync(join(folder, 'night.yml'), JSON.stringify(tests));
      const { configuration } = readRoutes([{ file: 'alertmanager.yml', text: routes }]);
      return configuration ? testRoutes(['night.yml'], configuration, folder) : [];
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test('and hold', () => {
    expect(resultsOf('oncall')).toEqual([{ name: 'night', faults: [] }]);
  });

  test('or tell what is otherwise', () => {
    expect(resultsOf('chat')[0]?.faults.map(({ why }) => why)).toEqual(['it goes to oncall, not to chat']);
  });
});

describe('on their way alerts get', () => {
  const labelled = `route:
  receiver: nobody
  routes: [{ matchers: [cluster="a"], receiver: a }, { matchers: [namespace="web"], receiver: web }]
receivers: [{ name: nobody }, { name: a }, { name: web }]
`;
  const rule = `kind: PrometheusRule
metadata: { name: shop, namespace: web }
spec: { groups: [{ name: a, rules: [{ alert: A, expr: sum(a) > 1 }] }] }
`;
  const waysBy = (...others: readonly string[]) => {
    const files = [rule, labelled, ...others].map((text, i) => ({ file: `${i}.yml`, text }));
    const { groups } = readRules(files);
    const { configuration, sender } = readRoutes(files);
    const [group] = groups;
    const [alert] = group?.rules ?? [];
    const result = alert && understood(groups).of.get(alert);
    if (!group || alert?.kind !== 'alert' || !result || !('expr' in result) || !configuration) return [];
    return reachOf([{ alert, group, expr: result.expr }], configuration, sender)[0]?.ways;
  };

  test('nothing where no Prometheus is there', () => {
    expect(waysBy()).toEqual([['nobody']]);
  });

  test('the external labels of a prometheus.yml', () => {
    expect(waysBy('global: { external_labels: { cluster: a } }\nscrape_configs: []\n')).toEqual([['a']]);
  });

  test('those of one or the other Prometheus of the operator', () => {
    const prometheus = (cluster: string) =>
      `kind: Prometheus\nmetadata: { name: ${cluster}, namespace: x }\nspec: { externalLabels: { cluster: ${cluster} } }\n`;
    expect(waysBy(prometheus('a'), prometheus('b'))).toEqual([['nobody'], ['a']]);
  });

  test('the namespace of their rule, where the operator enforces it', () => {
    expect(
      waysBy('kind: Prometheus\nmetadata: { name: p }\nspec: { enforcedNamespaceLabel: namespace }\n'),
    ).toEqual([['web']]);
  });
});

test('An Alertmanager that takes AlertmanagerConfigs for all namespaces adds none to their routes', () => {
  const member =
    'kind: AlertmanagerConfig\nmetadata: { name: a, namespace: web }\nspec: { route: { receiver: a }, receivers: [{ name: a }] }\n';
  const alertmanager =
    'kind: Alertmanager\nmetadata: { name: main, namespace: x }\nspec: { alertmanagerConfigMatcherStrategy: { type: None } }\n';
  const matchersBy = (...texts: readonly string[]) =>
    readRoutes(texts.map((text, i) => ({ file: `${i}.yml`, text }))).configuration?.route.routes[0]?.matchers
      .length;
  expect([matchersBy(member), matchersBy(member, alertmanager)]).toEqual([1, 0]);
});

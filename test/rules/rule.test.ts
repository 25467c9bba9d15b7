import { describe, expect, test } from '@jest/globals';
import { runTool } from '#proof/tools/tool.js';
import { withoutRules } from '#rules/read.js';
import { withFile } from '../routing/amtool.js';
import { alertOf, faultsOf, readOf, rulesOf } from './given.js';

const group = (...lines: readonly string[]): string =>
  ['groups:', '  - name: shop', '    rules:', ...lines.map((line) => `      ${line}`), ''].join('\n');
const alert = (...lines: readonly string[]): string =>
  group('- alert: ShopDown', '  expr: up == 0', ...lines.map((line) => `  ${line}`));

describe('a rule is read', () => {
  test.each([
    ['5m', 300],
    ['1h30m', 5_400],
    ['0s', 0],
    ['0', 0],
    ['1d', 86_400],
    ['500ms', 0.5],
  ])('that is pending for %s', (text, seconds) => {
    expect(alertOf(alert(`for: ${text}`))?.for).toBe(seconds);
  });

  test('that goes on firing', () => {
    expect(alertOf(alert('keep_firing_for: 10m'))?.keepFiringFor).toBe(600);
  });

  test('with labels as Go reads them into texts', () => {
    expect(alertOf(alert('labels: { severity: page, tier: 1, ratio: 1.50, is: yes }'))?.labels).toEqual({
      severity: 'page',
      tier: '1',
      ratio: '1.50',
      is: 'yes',
    });
  });

  test('with its annotations', () => {
    expect(alertOf(alert('annotations: { summary: "{{ $labels.job }} is down" }'))?.annotations).toEqual({
      summary: '{{ $labels.job }} is down',
    });
  });

  test('whose expression is a number', () => {
    expect(rulesOf(group('- { alert: Watchdog, expr: 1 }'))[0]?.expr).toBe('1');
  });

  test.each([
    'sum(rate({app="shop"} |= "error" [5m])) > 1',
    'sum(rate({app="shop"} != "info" [5m])) > 1',
    'sum(count_over_time({app="shop"} | json | status >= 500 [5m])) > 1',
  ])('of Loki, as one of another language: %s', (expr) => {
    expect(rulesOf(group('- alert: Errors', `  expr: '${expr}'`))[0]?.language).toBe('LogQL');
  });

  test.each([
    'rollup_rate(a[5m]) > 1',
    'a default 0 > 1',
    'sum(a) if (b > 1)',
    'WITH (x = a) x > 1',
    'label_set(a, "b", "c") > 1',
    'rate(a[5m]) keep_metric_names > 1',
  ])('of VictoriaMetrics, as MetricsQL: %s', (expr) => {
    expect(rulesOf(group('- alert: A', `  expr: '${expr}'`))[0]?.language).toBe('MetricsQL');
  });

  test('beside one of VictoriaMetrics, as MetricsQL', () => {
    const [beside] = rulesOf(group('- { alert: A, expr: rate(a) > 1 }', '- { alert: B, expr: a default 0 }'));
    expect(beside?.language).toBe('MetricsQL');
  });

  test.each(['sum by (default, if) (a{default="if b"}) > 1', 'a{b=~"x|json"} == 1', 'a{b="x"} != c{b="x"}'])(
    'of Prometheus, as PromQL: %s',
    (expr) => {
      expect(rulesOf(group('- alert: A', `  expr: '${expr}'`))[0]?.language).toBeUndefined();
    },
  );
});

/** How promtool's check of a file ends. */
const checkRules = (text: string): Promise<number> =>
  withFile('rules.yml', text, async (path) => (await runTool('promtool', ['check', 'rules', path])).exitCode);

/** Some of what is refused below, to be shown to the real promtool. */
const refusedToo: readonly (readonly [string, string])[] = [
  ['a field that there is not', alert('form: 5m')],
  ['a length of time that is none', alert('for: 5 minutes')],
  ['a rule without an expression', group('- alert: A')],
  ['a rule without a name', group('- expr: up == 0')],
  ['a rule that is two', group('- { alert: A, record: a, expr: up }')],
  ['a recording rule that waits', group('- { record: a, expr: up, for: 5m }')],
  ['a label that is a map', alert('labels:', '  team: { name: shop }')],
  ['a group twice', `${group('- { alert: A, expr: up }')}  - name: shop\n    rules: []\n`],
];

test('What is read without a fault Prometheus takes', async () => {
  const text = alert('for: 1h30m', 'labels: { tier: 1 }', 'annotations: { summary: "{{ $labels.job }}" }');
  expect([faultsOf(text), await checkRules(text)]).toEqual([[], 0]);
});

describe('a file is refused, by line and with what to do, for', () => {
  test.each([
    ['a field that there is not', alert('form: 5m'), "rules.yml:6: there is no field 'form'; write for"],
    [
      'a length of time that is none',
      alert('for: 5 minutes'),
      "rules.yml:6: for: '5 minutes' is no length of time; write whole numbers, each with its unit, the longest first: '1h30m'",
    ],
    [
      'a rule without an expression',
      group('- alert: A'),
      'rules.yml:4: the rule A has no expression; write expr:',
    ],
    [
      'a rule without a name',
      group('- expr: up == 0'),
      'rules.yml:4: the rule has no name; begin it with alert: or record:',
    ],
    [
      'a rule that is two',
      group('- { alert: A, record: a, expr: up }'),
      'rules.yml:4: it is an alert and a recording rule; write two rules',
    ],
    [
      'a recording rule that waits',
      group('- { record: a, expr: up, for: 5m }'),
      'rules.yml:4: for is of alerts, and this rule records; leave it out',
    ],
    [
      'a label that is a map',
      alert('labels:', '  team: { name: shop }'),
      'rules.yml:7: labels.team is no text; write it in quotes',
    ],
    [
      'a group twice',
      `${group('- { alert: A, expr: up }')}  - name: shop\n    rules: []\n`,
      'rules.yml:5: there is a group shop already; give it another name',
    ],
    [
      'a template that is not rendered',
      alert('for: {{ .Values.pending }}'),
      'rules.yml:6: it is a template of a Helm chart, which says nothing before its values are filled in; render it first: helm template CHART > rules.yaml',
    ],
  ])('%s', (_, text, told) => {
    expect(faultsOf(text)).toEqual([told]);
  });

  test.each(refusedToo)('%s, as Prometheus does', async (_, text) => {
    expect(await checkRules(text)).toBe(1);
  });

  test('YAML that is none, once', () => {
    expect(
      readOf('groups:\n  - name: a\n   rules: [').faults.map(({ where, code }) => [where, code])[0],
    ).toEqual(['rules.yml:3', 'no-yaml']);
  });

  test('a key that stands twice', () => {
    expect(faultsOf(alert('expr: up'))).toEqual([
      "rules.yml:6: the key 'expr' stands twice; leave one of them out",
    ]);
  });
});

test("Prometheus's own templates are none of Helm's", () => {
  const text = `{{ if gt $value 1.0 }}{{ range query "up" }}{{ .Labels.job }}{{ end }}{{ end }}{{ template "x" . }}`;
  expect(faultsOf(alert(`annotations: { summary: '${text}' }`))).toEqual([]);
});

describe('a rule that is empty by design', () => {
  const designed = (comment: string): string =>
    group('# Of GPUs.', comment, '- alert: A', '  expr: dcgm == 0');

  test('says why above itself', () => {
    expect(
      rulesOf(designed('# cheomseong: empty by design, because few nodes have GPUs.'))[0]?.emptyByDesign,
    ).toBe('few nodes have GPUs');
  });

  test('does not say it of the next', () => {
    const text = `${designed('# cheomseong: empty by design, because few have it')}      - alert: B\n        expr: up\n`;
    expect(rulesOf(text)[1]?.emptyByDesign).toBeUndefined();
  });

  test('is refused without a reason', () => {
    expect(faultsOf(designed('# cheomseong: empty by design'))).toEqual([
      'rules.yml:5: it does not say why the rule is empty by design; go on: # cheomseong: empty by design, because …',
    ]);
  });
});

describe('a file that was given for rules', () => {
  const toldOf = (text: string) =>
    withoutRules([{ file: 'rules.yml', text }], readOf(text)).map(({ why }) => why);

  test('and holds none is told, with what it holds', () => {
    expect(toldOf('kind: Service\n---\nkind: Service\n')).toEqual(['it holds no rules, but Service']);
  });

  test.each([
    ['nothing', ''],
    ['no groups', 'groups: []\n'],
    ['a group without rules', 'groups: [{ name: shop, rules: [] }]\n'],
    ['what nobody here knows', 'replicaCount: 1\n'],
  ])('and holds %s is told alike', (_, text) => {
    expect(toldOf(text)).toEqual(['it holds no rules']);
  });

  test('and is broken is told of once', () => {
    expect(toldOf('groups: [')).toEqual([]);
  });

  test('and holds some is well', () => {
    expect(toldOf(alert())).toEqual([]);
  });
});

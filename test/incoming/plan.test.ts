import { describe, expect, test } from '@jest/globals';
import { families } from '#catalog/exposition.js';
import { leavesNamespace, withoutNamespace } from '#incoming/plan/namespace.js';
import { planOf } from '#incoming/plan/plan.js';
import { severitiesGiven, severitiesOf } from '#incoming/plan/severities.js';
import { readRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';

const groupsOf = (text: string) => readRules([{ file: 'rules.yml', text }]).groups;
const planned = (text: string, scrape = '') => {
  const groups = groupsOf(text);
  return planOf(groups, families(scrape), understood(groups), new Map());
};
const rule = (text: string) => `groups: [{ name: shop, rules: [${text}] }]`;
const alert = (expr: string, name = 'Down') => `{ alert: ${name}, expr: '${expr}' }`;

describe('metrics', () => {
  const own = (expr: string, scrape?: string) =>
    planned(rule(alert(expr)), scrape).metrics.own.map(({ name, kind, labels, from }) => [
      name,
      kind,
      labels,
      from,
    ]);

  test('that the package declares are taken from there', () => {
    expect([own('up == 0'), planned(rule(alert('up == 0'))).metrics.library]).toEqual([
      [],
      ['scrapeMetrics'],
    ]);
  });

  test('that it declares without a label that is read are declared anew', () => {
    expect(own('kube_pod_status_phase{cluster="a"} == 0')).toEqual([
      ['kube_pod_status_phase', 'gauge', ['cluster'], 'text'],
    ]);
  });

  test('are what a scrape tells, whatever their names say', () => {
    expect(own('jobs{queue="a"} > 0', '# TYPE jobs counter\njobs{worker="b"} 1\n')).toEqual([
      ['jobs', 'counter', ['queue', 'worker'], 'scrape'],
    ]);
  });

  test('of a name that any program may have are taken from no catalogue', () => {
    const read = planned(
      rule(alert('sum by (le) (rate(http_request_duration_seconds_bucket[5m])) > 2')),
    ).metrics;
    expect([read.library, read.own.map(({ name, from }) => [name, from])]).toEqual([
      [],
      [['http_request_duration_seconds', 'text']],
    ]);
  });

  test.each([
    ['told by nobody', 'histogram_quantile(0.9, rate(wait_seconds_bucket[5m])) > 60'],
    [
      'told by a matcher',
      'rate(wait_seconds_bucket{le="10"}[5m]) > 0 or histogram_quantile(0.9, rate(wait_seconds_bucket[5m])) > 60',
    ],
  ])('whose buckets are %s have those at and beyond what they are compared with', (_, expr) => {
    const buckets = planned(rule(alert(expr))).metrics.own[0]?.buckets ?? [];
    expect(buckets.slice(buckets.indexOf(60))).toEqual([60, 63, 120]);
  });

  test('that are parts of a histogram are declared once, as a whole', () => {
    expect(
      own('sum by (le, job) (rate(wait_seconds_bucket[5m])) > 1 and sum(rate(wait_seconds_count[5m])) > 0'),
    ).toEqual([['wait_seconds', 'histogram', [], 'text']]);
  });
});

describe('records', () => {
  test('stand after those that they read', () => {
    const { records } = planned(
      rule('{ record: "a:b:c", expr: "d:e:f * 2" }, { record: "d:e:f", expr: "sum(up)" }'),
    );
    expect(records.map(({ code, reads }) => [code, reads])).toEqual([
      ['def', []],
      ['abc', ['def']],
    ]);
  });

  test('that read what they record are left out, with what stands for them declared', () => {
    const { records, leftOut, metrics } = planned(rule('{ record: "a:b:c", expr: "a:b:c + 1" }'));
    expect([records, leftOut.map(({ what }) => what), metrics.own.map(({ name }) => name)]).toEqual([
      [],
      ['record a:b:c'],
      ['a:b:c'],
    ]);
  });
});

describe('alerts of one name', () => {
  test('are told apart by their severities where these differ, else by numbers', () => {
    const graded = (severity: string) => `{ alert: Down, expr: up == 0, labels: { severity: ${severity} } }`;
    const { groups } = planned(rule(['critical', 'warning', 'warning'].map(graded).join(', ')));
    expect(groups.flatMap(({ alerts }) => alerts.map(({ key }) => key))).toEqual([
      'Down.critical',
      'Down.2',
      'Down.3',
    ]);
  });

  test('have no key where there is one of them', () => {
    expect(planned(rule(alert('up == 0'))).groups[0]?.alerts[0]?.key).toBeUndefined();
  });
});

describe('groups', () => {
  test('of one name are told apart, and told', () => {
    const { groups, changed } = planned(
      `groups: [{ name: a b, rules: [${alert('up == 0')}] }, { name: a b, rules: [${alert('up == 0', 'Up')}] }]`,
    );
    expect([groups.map(({ name }) => name), changed.length]).toEqual([['a-b', 'a-b2'], 2]);
  });
});

describe('the namespace of the application', () => {
  const group = (...exprs: readonly string[]) =>
    planned(rule(exprs.map((expr, i) => alert(expr, `Down${i}`)).join(', '))).groups[0] ?? { alerts: [] };

  test.each([
    'up == 0',
    'kube_job_status_failed > 0',
    'sum by (namespace) (up) == 0',
    'sum without (pod) (up) == 0',
  ])('is not given to what may have that of its series: %s', (expr) => {
    expect(leavesNamespace(group(expr))).toBe(true);
  });

  test.each(['sum(up) == 0', 'sum by (job) (up) == 0', 'absent(up)'])(
    'is given to what has none: %s',
    (expr) => {
      expect(leavesNamespace(group(expr))).toBe(false);
    },
  );

  test('is given to what says its own', () => {
    const text = rule('{ alert: Down, expr: up == 0, labels: { namespace: infra } }');
    expect(planned(text).groups.map(leavesNamespace)).toEqual([false]);
  });

  test('is missing where another alert of the group keeps its own', () => {
    expect(withoutNamespace(group('up == 0', 'sum(up) == 0')).map(({ alert: { name } }) => name)).toEqual([
      'Down1',
    ]);
  });
});

describe('severities', () => {
  const severities = (given: readonly string[]) =>
    severitiesOf(
      groupsOf(
        rule(
          '{ alert: A, expr: up, labels: { severity: page } }, { alert: B, expr: up, labels: { severity: critical } }',
        ),
      ),
      severitiesGiven(given),
    );

  test('of others are mapped as it was said, ours stay', () => {
    expect(severities(['page=critical', 'info=none'])).toEqual({ page: 'critical' });
  });

  test('of which nobody said it are named with how many alerts have them, and what to write', () => {
    expect(() => severities([])).toThrow(/page \(1 alert\)[^]*--severity page=critical/);
  });

  test.each(['page', 'page=', '=critical', 'page=criticl', 'page=critical=none'])(
    '%s maps nothing',
    (text) => {
      expect(() => severitiesGiven([text])).toThrow(`--severity ${text}`);
    },
  );
});

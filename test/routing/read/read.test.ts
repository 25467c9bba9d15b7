import { describe, expect, test } from '@jest/globals';
import { printMatcher } from '#routing/matcher.js';
import { matchersIn } from '#routing/read/matchers.js';
import { configurationIn, faultsOf, readOf } from './routing.js';

const file = (routes: string, more = ''): string => `global:
  slack_api_url: https://hooks.slack.com/services/T/B/x
route:
  receiver: team
  group_by: [alertname, job]
  group_wait: 45s
  routes:
${routes}
receivers:
  - name: team
    slack_configs: [{ channel: '#team' }]
    webex_configs: [{ room_id: x, send_resolved: no }]
  - name: oncall
    pagerduty_configs: [{ routing_key: x }]
  - name: nobody
${more}`;

const matchersOf = (lines: string): readonly string[] =>
  (readOf(file(`    - receiver: oncall\n${lines}`)).routings[0]?.route.routes[0]?.matchers ?? []).map(
    printMatcher,
  );

describe('matchers are read', () => {
  test.each([
    ['severity="critical"', ['severity="critical"']],
    ['severity = critical', ['severity="critical"']],
    ['team=~"a|b"', ['team=~"a|b"']],
    ['team!~a|b', ['team!~"a|b"']],
    ['{a="1", b!="2"}', ['a="1"', 'b!="2"']],
    ['a="x,y",b=""', ['a="x,y"', 'b=""']],
    ['a="say \\"x\\""', ['a="say \\"x\\""']],
    ['"service.name"="shop"', ['"service.name"="shop"']],
    ['a=', ['a=""']],
  ])('of %s', (text, matchers) => {
    expect(matchersIn(text)?.map(printMatcher)).toEqual(matchers);
  });

  test.each(['severity', '=x', 'a="x'])('and not of %s', (text) => {
    expect(matchersIn(text)).toBeUndefined();
  });

  test('as texts', () => {
    expect(matchersOf(`      matchers: ['severity="critical"', team=a]`)).toEqual([
      'severity="critical"',
      'team="a"',
    ]);
  });

  test('in words of old', () => {
    expect(matchersOf('      match: { severity: critical }\n      match_re: { team: a|b }')).toEqual([
      'severity="critical"',
      'team=~"a|b"',
    ]);
  });
});

describe('an alertmanager.yml is read with', () => {
  test('its routes, each with the receiver of the one above', () => {
    const { route } =
      readOf(file('    - match: { a: b }\n      continue: true\n      repeat_interval: 1h30m')).routings[0] ??
      {};
    expect(route?.routes[0]).toMatchObject({
      receiver: 'team',
      continue: true,
      repeatInterval: '90m',
      line: 8,
    });
  });

  test('its integrations of whatever kind', () => {
    const [team] = readOf(file('    []')).routings[0]?.receivers ?? [];
    expect(team?.integrations.map(({ service, sendResolved }) => [service, sendResolved])).toEqual([
      ['slack', false],
      ['webex', false],
    ]);
  });

  test('a receiver of nobody', () => {
    expect(configurationIn(file('    []'))?.receivers['nobody']).toEqual([]);
  });

  test('its inhibitions, in words of old too', () => {
    const rules = `inhibit_rules:\n  - source_match: { severity: critical }\n    target_match_re: { severity: warning|info }\n    equal: [alertname]\n  - source_matchers: [a=b]\n    target_matchers: [c=d]\n`;
    const inhibit = configurationIn(file('    []', rules))?.inhibit ?? [];
    expect(
      inhibit.map(({ source, target, equal }) => [source.map(printMatcher), target.map(printMatcher), equal]),
    ).toEqual([
      [['severity="critical"'], ['severity=~"warning|info"'], ['alertname']],
      [['a="b"'], ['c="d"'], []],
    ]);
  });

  test('a Secret around it, as kube-prometheus has it', () => {
    const secret = (field: string, text: string) =>
      `apiVersion: v1\nkind: Secret\nmetadata: { name: alertmanager-main }\n${field}:\n  alertmanager.yaml: ${text}\n`;
    const text = file('    []');
    expect(
      [secret('stringData', JSON.stringify(text)), secret('data', Buffer.from(text).toString('base64'))].map(
        (each) => readOf(each).routings[0]?.receivers.length,
      ),
    ).toEqual([3, 3]);
  });
});

describe('time intervals are read', () => {
  const intervalsOf = (fields: string) =>
    readOf(file('    []', `time_intervals:\n  - name: some\n    time_intervals:\n      - ${fields}\n`))
      .routings[0]?.intervals[0];

  test('with days and hours', () => {
    expect(
      intervalsOf(
        "{ times: [{ start_time: '09:00', end_time: '17:00' }], weekdays: ['monday:friday', sunday] }",
      )?.intervals,
    ).toEqual([{ times: [{ start: '09:00', end: '17:00' }], weekdays: ['sunday:friday'] }]);
  });

  test('by another clock, whose midnight is another', () => {
    expect(
      intervalsOf(
        "{ location: Asia/Seoul, times: [{ start_time: '08:00', end_time: '18:00' }], weekdays: [monday] }",
      )?.intervals,
    ).toEqual([
      { times: [{ start: '23:00', end: '24:00' }], weekdays: ['sunday'] },
      { times: [{ start: '00:00', end: '09:00' }], weekdays: ['monday'] },
    ]);
  });

  test('on whole days by another clock', () => {
    expect(intervalsOf('{ location: Asia/Seoul, weekdays: [saturday, sunday] }')?.intervals).toEqual([
      { times: [{ start: '15:00', end: '24:00' }], weekdays: ['friday:saturday'] },
      { times: [{ start: '00:00', end: '15:00' }], weekdays: ['sunday', 'saturday'] },
    ]);
  });

  test('and what the week does not say is told', () => {
    expect(
      intervalsOf("{ months: [december], days_of_month: ['1:7'], location: Europe/Berlin }")?.beyond,
    ).toEqual(['days_of_month', 'months', 'location Europe/Berlin, whose clocks change']);
  });
});

const config = (version: string) => `apiVersion: monitoring.coreos.com/${version}
kind: AlertmanagerConfig
metadata: { name: shop, namespace: web }
spec:
  route:
    receiver: team
    groupBy: [alertname]
    matchers: [{ name: severity, value: warning|critical, matchType: =~ }]
    routes:
      - receiver: oncall
        matchers: [{ name: severity, value: critical, regex: true }]
        muteTimeIntervals: [night]
  receivers:
    - name: team
      slackConfigs: [{ channel: '#shop', apiURL: { name: shop, key: url } }]
    - name: oncall
      pagerdutyConfigs: [{ routingKey: { name: shop, key: pd } }]
  inhibitRules:
    - sourceMatch: [{ name: severity, value: critical }]
      targetMatch: [{ name: severity, value: warning, matchType: '=' }]
      equal: [alertname]
  ${version === 'v1alpha1' ? 'muteTimeIntervals' : 'timeIntervals'}:
    - name: night
      timeIntervals: [{ times: [{ startTime: '00:00', endTime: '06:00' }] }]
`;

describe.each(['v1alpha1', 'v1beta1'])('an AlertmanagerConfig %s is read', (version) => {
  const { routings, faults } = readOf(config(version));
  const [routing] = routings;

  test('without faults', () => {
    expect(faults).toEqual([]);
  });

  test('with whose it is', () => {
    expect([routing?.namespace, routing?.name]).toEqual(['web', 'shop']);
  });

  test('with its matchers', () => {
    expect(
      [routing?.route, routing?.route.routes[0]].map((each) => each?.matchers.map(printMatcher)),
    ).toEqual([['severity=~"warning|critical"'], ['severity=~"critical"']]);
  });

  test('with its inhibitions', () => {
    expect(routing?.inhibit[0]?.source.map(printMatcher)).toEqual(['severity="critical"']);
  });

  test('with its times', () => {
    expect(routing?.intervals[0]?.intervals).toEqual([{ times: [{ start: '00:00', end: '06:00' }] }]);
  });

  test('as the operator puts it among its routes: of its namespace', () => {
    const [first] = configurationIn(config(version))?.route.routes ?? [];
    expect([first?.receiver, first?.matchers.map(printMatcher)]).toEqual([
      'web/shop/team',
      ['severity=~"warning|critical"', 'namespace="web"'],
    ]);
  });
});

test('AlertmanagerConfigs stand before the routes of the alertmanager.yml beside them', () => {
  const { route } = configurationIn(`${config('v1beta1')}---\n${file('    - { receiver: nobody }')}`) ?? {};
  expect([route?.receiver, route?.routes.map(({ receiver }) => receiver)]).toEqual([
    'team',
    ['web/shop/team', 'nobody'],
  ]);
});

describe('a configuration is refused, by line and with what to do, for', () => {
  test.each([
    [
      'a receiver that there is not',
      '    - { receiver: oncal }',
      'alertmanager.yml:8: there is no receiver oncal; write oncall',
    ],
    [
      'a time interval that there is not',
      '    - { receiver: oncall, mute_time_intervals: [night] }',
      'alertmanager.yml:8: there is no time interval night; write it under time_intervals',
    ],
    [
      'a matcher that is none',
      '    - { matchers: [severity] }',
      `alertmanager.yml:8: 'severity' is no matcher; write e.g. severity="critical"`,
    ],
    [
      'a pattern that is none',
      "    - { match_re: { a: '(' } }",
      "alertmanager.yml:8: '(' is not a regular expression of Prometheus: Invalid regular expression: /(/u: Unterminated group; mend the pattern",
    ],
    [
      'a length of time that is none',
      '    - { group_wait: 5 min }',
      "alertmanager.yml:8: group_wait: '5 min' is no length of time; write e.g. '5m'",
    ],
  ])('%s', (_, routes, told) => {
    expect(faultsOf(file(routes))).toEqual([told]);
  });

  test('a top route that does not take every alert', () => {
    expect(faultsOf('route: { receiver: a, match: { a: b } }\nreceivers: [{ name: a }]\n')).toEqual([
      'alertmanager.yml:1: the top route has matchers, and must take every alert; move them to a route below it',
    ]);
  });

  test('a receiver that stands twice', () => {
    expect(faultsOf('route: { receiver: a }\nreceivers: [{ name: a }, { name: a }]\n')).toEqual([
      'alertmanager.yml:2: there is a receiver a already; give it another name',
    ]);
  });
});

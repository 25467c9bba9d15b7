import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readRouteTests } from '#proof/routes/read.js';
import { routesCommand } from '#proof/routes/command.js';
import { runRouteTests } from '#proof/routes/run.js';
import { routeTestsOf, routeTestsText } from '#proof/routes/write.js';
import { ofOne } from '#routing/alertmanager/configuration.js';
import { ofOperator } from '#routing/alertmanager/operator.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { alerting, basketsPerPod, requestRate, shop, tooMany } from '../../synth/estate/shop.js';

const chat = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });
const application = shop({
  // Without scrapes there is nothing to be watched: these are all of its alerts.
  scrapes: [],
  exporters: [],
  groups: alerting(
    tooMany('HighErrorRate', requestRate, { severity: 'critical' }),
    tooMany('TooManyBaskets', basketsPerPod),
  ),
  routing: routing({
    language: 'en',
    receivers: { chat, oncall: chat },
    route: {
      receiver: 'chat',
      matchers: { application: 'shop' },
      routes: [
        { receiver: 'oncall', matchers: { severity: 'critical' }, continue: true },
        { matchers: { component: /.+/ } },
      ],
    },
    inhibit: [{ source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['application'] }],
  }),
});
const host = ofOne(application.routing);

/** What is said of a file. */
const refusal = (text: string): string => {
  try {
    readRouteTests(text, 'routes.yml');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'not refused';
};
/** What is said of alerts that fire at once, in the words of the format. */
const saidOf = (...alerts: readonly string[]) =>
  runRouteTests(
    readRouteTests(`tests: [{ name: shop, alerts: [${alerts.join(', ')}] }]`, 'routes.yml'),
    host,
  ).flatMap(({ faults }) => faults.map(({ where, why, cure }) => `${where}: ${why}; ${cure}`));

const critical = '{ alertname: HighErrorRate, severity: critical, application: shop }';
const warning = '{ alertname: TooManyBaskets, severity: warning, application: shop }';

describe('a file of tests of routes', () => {
  test('is read as Alertmanager’s own proposal has it', () => {
    const text = `
tests:
  # Anything goes to the default.
  - name: "critical suppresses warning"
    alerts:
      - labels: {alertname: SomeAlert, severity: critical, port: 80}
        expected_receivers: [default, null]
      - labels:
          alertname: SomeAlert
        expected_inhibited: true
      - labels: {alertname: Unknown}
        expected_receivers: []
        expected_inhibited: false
`;
    expect(readRouteTests(text, 'routes.yml')).toEqual([
      {
        name: 'critical suppresses warning',
        alerts: [
          {
            labels: { alertname: 'SomeAlert', severity: 'critical', port: '80' },
            receivers: ['default', 'null'],
          },
          { labels: { alertname: 'SomeAlert' }, inhibited: true },
          { labels: { alertname: 'Unknown' }, receivers: [] },
        ],
      },
    ]);
  });

  test.each([
    ['tests: [', 'routes.yml: '],
    ['test: []', 'routes.yml: there is no field test; write tests'],
    ['tests: []', 'tests: it is no list of anything'],
    ['tests: [{ name: a }]', 'tests[0].alerts: it is no list of anything'],
    [
      'tests: [{ name: a, alerts: [{ expected_receivers: [a] }] }]',
      'tests[0].alerts[0].labels: an alert has labels',
    ],
    [
      'tests: [{ name: a, alerts: [{ labels: { a-b: c }, expected_receivers: [a] }] }]',
      "'a-b' is not a label name",
    ],
    [
      'tests: [{ name: a, alerts: [{ labels: { a: [b] }, expected_receivers: [a] }] }]',
      'labels.a: it is no text',
    ],
    ['tests: [{ name: a, alerts: [{ labels: { a: b } }] }]', 'tests[0].alerts[0]: it expects nothing'],
    [
      'tests: [{ name: a, alerts: [{ labels: { a: b }, expected_reciever: [a] }] }]',
      'there is no field expected_reciever; write expected_receivers',
    ],
    [
      'tests: [{ name: a, alerts: [{ labels: { a: b }, expected_receivers: [a], expected_inhibited: true }] }]',
      'it expects receivers and to be inhibited',
    ],
    [
      'tests: [{ name: a, alerts: [{ labels: { a: b }, expected_inhibited: yes }] }]',
      'expected_inhibited: it is neither true nor false',
    ],
  ])('is refused as %s', (text, sentence) => {
    expect(refusal(text)).toContain(sentence);
  });
});

describe('a test of routes', () => {
  test('holds where all receivers are told, in their order', () => {
    expect(saidOf(`{ labels: ${critical}, expected_receivers: [oncall] }`)).toEqual([]);
    expect(
      saidOf(`{ labels: { severity: critical, component: web }, expected_receivers: [oncall, chat] }`),
    ).toEqual([]);
  });

  test('holds where an alert is inhibited by another of them', () => {
    expect(
      saidOf(
        `{ labels: ${critical}, expected_receivers: [oncall] }`,
        `{ labels: ${warning}, expected_inhibited: true }`,
      ),
    ).toEqual([]);
  });

  test.each([
    [
      'others are told',
      [`{ labels: ${critical}, expected_receivers: [chat] }`],
      'alerts[0] {alertname="HighErrorRate", severity="critical", application="shop"}: it goes to oncall, not to chat; mend the routes, or what is expected',
    ],
    [
      'one more must be told',
      [`{ labels: ${critical}, expected_receivers: [oncall, chat] }`],
      'alerts[0] {alertname="HighErrorRate", severity="critical", application="shop"}: it goes to oncall, not to oncall, chat; mend the routes, or what is expected',
    ],
    [
      'they are told in another order',
      ['{ labels: { severity: critical, component: web }, expected_receivers: [chat, oncall] }'],
      'alerts[0] {severity="critical", component="web"}: it goes to oncall, chat, not to chat, oncall; mend the routes, or what is expected',
    ],
    [
      'there is no such receiver',
      [`{ labels: ${critical}, expected_receivers: [oncal] }`],
      'alerts[0] {alertname="HighErrorRate", severity="critical", application="shop"}: there is no receiver \'oncal\'; write oncall',
    ],
    [
      'an alert is inhibited',
      [
        `{ labels: ${critical}, expected_receivers: [oncall] }`,
        `{ labels: ${warning}, expected_receivers: [chat] }`,
      ],
      'alerts[1] {alertname="TooManyBaskets", severity="warning", application="shop"}: it is inhibited by {alertname="HighErrorRate", severity="critical", application="shop"}, and tells nobody; write expected_inhibited: true, or mend the inhibition',
    ],
    [
      'an alert is not',
      [`{ labels: ${warning}, expected_inhibited: true }`],
      'alerts[0] {alertname="TooManyBaskets", severity="warning", application="shop"}: it is not inhibited: it goes to chat; add the alert that must silence it to the test, or an inhibition to the routing',
    ],
  ])('does not hold where %s', (_, alerts, sentence) => {
    expect(saidOf(...alerts)).toEqual([sentence]);
  });
});

describe('the tests that are written of an application', () => {
  const written = routeTestsText(routeTestsOf(application));

  test('are of each of its alerts, and of what is inhibited', () => {
    expect(readRouteTests(written, 'routes.yml').map(({ name }) => name)).toEqual([
      'HighErrorRate (critical)',
      'TooManyBaskets (warning)',
      'HighErrorRate silences TooManyBaskets',
    ]);
  });

  test('hold', () => {
    const results = runRouteTests(readRouteTests(written, 'routes.yml'), ofOperator([application]));
    expect(results.flatMap(({ faults }) => faults)).toEqual([]);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cheomseong-routes-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (args: readonly string[], text = '') => {
    writeFileSync(join(folder, 'routes.yml'), text);
    const said = { out: '', err: '' };
    const code = routesCommand(args, [application], folder, {
      out: (each) => void (said.out += each),
      err: (each) => void (said.err += each),
    });
    return { ...said, code };
  };
  const file = (labels: string) =>
    `tests: [{ name: It pages, alerts: [{ labels: ${labels}, expected_receivers: [oncall] }] }]`;
  const inCluster = '{ severity: critical, component: web, application: shop, namespace: shop-prod }';

  test('says which tests hold', () => {
    expect(run(['--routes', 'routes.yml', '--host', 'shop'], file('{ severity: critical }'))).toEqual({
      out: 'PASS It pages\n',
      err: '',
      code: 0,
    });
  });

  test('runs them against the Alertmanager of the whole estate', () => {
    expect(run(['--routes', 'routes.yml'], file(inCluster))).toMatchObject({
      out: expect.stringContaining('it goes to shop-prod/shop/oncall, shop-prod/shop/chat, not to oncall'),
      code: 1,
    });
  });

  test('writes a file that it reads', () => {
    const { out } = run(['--routes-of', 'shop']);
    expect(run(['--routes', 'routes.yml'], out)).toMatchObject({ code: 0 });
  });

  test.each([
    ['a file that is not there', ['--routes', 'nowhere.yml'], 'nowhere.yml'],
    ['an application that there is not', ['--routes-of', 'shp'], 'there is no application shp; write shop'],
    ['an option that there is not', ['--routes', 'routes.yml', '--hosts', 'shop'], '--hosts'],
  ])('cannot run with %s', (_, args, sentence) => {
    expect(run(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sentence) });
  });
});

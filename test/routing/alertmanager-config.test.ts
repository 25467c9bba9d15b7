import { describe, expect, test } from '@jest/globals';
import { observer as application } from './observer.js';
import { parse } from 'yaml';
import { alertmanagerConfigSpec } from '#constructs/alertmanager-config.js';
import { AlertmanagerConfig } from '#imports/alertmanager-config.js';
import { email } from '#routing/receiver/email.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { sns } from '#routing/receiver/sns.js';
import { webhook } from '#routing/receiver/webhook.js';
import { type Routing, routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { alertmanagerYml } from '../operator/alertmanager-yml.js';
import { checkConfig, routesTest, withFile } from './amtool.js';
import { everyKind } from './every-kind.js';
import { withoutTeams } from './without-teams.js';

const observer = application.routing;

const manifest = (value: Routing, name = 'observer', namespace = 'observer-prod') => ({
  apiVersion: 'monitoring.coreos.com/v1alpha1',
  kind: 'AlertmanagerConfig',
  metadata: { name, namespace },
  spec: alertmanagerConfigSpec(value),
});

const hook = 'https://hooks.example.org/x';
const toldBy = {
  ...{ slack: hook, msteams: hook, discord: hook, webhook: hook },
  ...{ bot: 'x', gateway: 'x', smtp: 'x', pagerduty: 'x', opsgenie: 'x', telegram: 'x', webex: 'x' },
};
const secrets = {
  'observer-prod/observer-slack': { url: 'https://hooks.example.org/services/T0/B0/x' },
  'observer-prod/shop-told': toldBy,
  'observer-prod/oncall': { key: '0123456789abcdef', password: 'x', hook: 'https://bridge.example.org/x' },
};

/** Everything that a routing can say. */
const full = routing({
  language: 'en',
  receivers: {
    everybody: [
      slack({
        url: secret('observer-slack', 'url'),
        channel: '#alerts',
        message: { title: '{{ .Status }}' },
      }),
      email({
        to: ['a@example.org', 'b@example.org'],
        from: 'alerts@example.org',
        smarthost: 'smtp.example.org:587',
        login: { username: 'alerts', password: secret('oncall', 'password') },
      }),
    ],
    rest: [
      ...Object.values(everyKind),
      sns({
        topicArn: 'arn:aws:sns:ap-northeast-2:123456789012:shop.fifo',
        keys: { access: secret('oncall', 'key'), secret: secret('oncall', 'password') },
      }),
    ],
    oncall: [
      pagerduty({ routingKey: secret('oncall', 'key') }),
      webhook({ url: secret('oncall', 'hook'), maxAlerts: 20, sendResolved: false }),
    ],
    nobody: [],
  },
  timeIntervals: {
    nights: [
      { times: [{ start: '13:00', end: '22:00' }], weekdays: ['monday:friday'] },
      { weekdays: ['sunday'] },
    ],
  },
  route: {
    receiver: 'everybody',
    matchers: { application: 'observer' },
    groupBy: ['...'],
    groupWait: '0s',
    groupInterval: '30s',
    repeatInterval: '1d',
    routes: [
      { receiver: 'oncall', matchers: { severity: 'critical', component: /data.+|"x"/ }, continue: true },
      { receiver: 'nobody', matchers: { component: 'noise' }, muteTimeIntervals: ['nights'] },
      { receiver: 'rest', matchers: { component: 'rest' } },
      { matchers: { severity: 'warning' }, activeTimeIntervals: ['nights'], groupBy: ['alertname'] },
    ],
  },
  inhibit: [
    { source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['alertname', 'pod'] },
  ],
});

describe('the AlertmanagerConfig of Observer', () => {
  test('routes as its specification says', () => {
    expect(alertmanagerConfigSpec(observer).route).toEqual({
      receiver: 'slack',
      matchers: [{ name: 'application', matchType: '=', value: 'observer' }],
      groupBy: ['alertname', 'severity'],
      groupWait: '10s',
      groupInterval: '10s',
      repeatInterval: '12h',
    });
  });

  test('sends to its channel, what is resolved too, by a webhook whose URL stays in its secret', () => {
    expect(alertmanagerConfigSpec(observer).receivers?.[0]).toEqual({
      name: 'slack',
      slackConfigs: [
        expect.objectContaining({
          channel: '#observer-alerts',
          sendResolved: true,
          apiURL: { name: 'observer-slack', key: 'url' },
        }),
      ],
    });
  });
});

describe('an AlertmanagerConfig', () => {
  test('says all that a routing can say in fields that the CRD has', () => {
    expect(AlertmanagerConfig.faults(manifest(full))).toEqual([]);
  });

  test('takes a template of its own in place of the project’s, and leaves the others', () => {
    expect(alertmanagerConfigSpec(full).receivers?.[0]?.slackConfigs?.[0]).toMatchObject({
      title: '{{ .Status }}',
      color: expect.stringContaining('danger'),
    });
  });

  const written = { sendResolved: true, httpConfig: { proxyURL: 'http://proxy.example.org:3128' } };
  const key = (name: string) => ({ name: 'shop-told', key: name });
  const token = (name: string) => ({
    httpConfig: { ...written.httpConfig, authorization: { credentials: key(name) } },
  });
  test.each([
    ['slackConfigs', { ...written, ...token('bot'), apiURL: key('slack'), channel: 'C024BE91L' }],
    [
      'emailConfigs',
      {
        to: 'a@example.org, b@example.org',
        requireTLS: false,
        hello: 'monitoring.example.org',
        authPassword: key('smtp'),
      },
    ],
    ['pagerdutyConfigs', { ...written, routingKey: key('pagerduty') }],
    [
      'opsgenieConfigs',
      { ...written, apiKey: key('opsgenie'), apiURL: 'https://api.eu.opsgenie.com/', updateAlerts: true },
    ],
    ['msteamsv2Configs', { ...written, ...token('gateway'), webhookURL: key('msteams') }],
    ['discordConfigs', { ...written, apiURL: key('discord') }],
    ['telegramConfigs', { ...written, botToken: key('telegram'), chatID: -1_001_234_567_890 }],
    [
      'snsConfigs',
      {
        ...written,
        topicARN: 'arn:aws:sns:ap-northeast-2:123456789012:shop',
        sigv4: { region: 'ap-northeast-2' },
      },
    ],
    [
      'webhookConfigs',
      { ...token('gateway'), urlSecret: key('webhook'), maxAlerts: 20, sendResolved: false },
    ],
  ] as const)('says in %s where it sends, and how', (list, fields) => {
    const receiver = alertmanagerConfigSpec(full).receivers?.find(({ name }) => name === 'rest');
    expect(receiver?.[list]?.[0]).toMatchObject(fields);
  });

  test('has AWS’s keys from a Secret', () => {
    const receiver = alertmanagerConfigSpec(full).receivers?.find(({ name }) => name === 'rest');
    expect(receiver?.snsConfigs?.[1]?.sigv4).toEqual({
      region: 'ap-northeast-2',
      accessKey: { name: 'oncall', key: 'key' },
      secretKey: { name: 'oncall', key: 'password' },
    });
  });

  test('requires TLS of a mail server, of its own and unsaid, where nobody said otherwise', () => {
    expect(alertmanagerConfigSpec(full).receivers?.[0]?.emailConfigs?.[0]).not.toHaveProperty('requireTLS');
  });

  test('has messages link to Alertmanager, which its platform has an address for', () => {
    expect(alertmanagerConfigSpec(observer).receivers?.[0]?.slackConfigs?.[0]?.titleLink).toContain(
      '.ExternalURL',
    );
  });

  test.each([
    [
      'a resolve timeout, which is one for a whole Alertmanager',
      { ...observer, resolveTimeout: '10m' },
      'resolveTimeout: 10m cannot be said',
    ],
    [
      'the namespace, which the operator adds',
      {
        ...observer,
        route: { ...observer.route, matchers: [{ label: 'namespace', operator: '=', value: 'x' }] },
      },
      'route.matchers.namespace: the operator adds',
    ],
    [
      'that no other may take its alerts, which the operator overrules',
      { ...observer, route: { ...observer.route, continue: false } },
      'route.continue: the operator sets it to true',
    ],
  ] as const)('is refused %s', (_, value, sentence) => {
    expect(() => alertmanagerConfigSpec(value)).toThrow(sentence);
  });
});

describe('what the operator makes of it', () => {
  interface Generated {
    readonly receivers: readonly {
      readonly name: string;
      readonly slack_configs?: readonly { readonly api_url: string }[];
    }[];
    readonly route: { readonly routes: readonly object[] };
    readonly inhibit_rules: readonly object[];
  }
  const generated: Generated = parse(alertmanagerYml([manifest(full)], secrets));

  test('has receivers by the name of the object', () => {
    expect(generated.receivers.map(({ name }) => name)).toEqual([
      'null',
      'observer-prod/observer/everybody',
      'observer-prod/observer/rest',
      'observer-prod/observer/oncall',
      'observer-prod/observer/nobody',
    ]);
  });

  test('takes alerts of its namespace only, before the routes of the chart, and lets others have them too', () => {
    expect(generated.route.routes[0]).toMatchObject({
      continue: true,
      matchers: ['application="observer"', 'namespace="observer-prod"'],
    });
  });

  test('inhibits within its namespace only, after the rules of the chart', () => {
    expect(generated.inhibit_rules.at(-1)).toEqual({
      source_matchers: ['severity="critical"', 'namespace="observer-prod"'],
      target_matchers: ['severity="warning"', 'namespace="observer-prod"'],
      equal: ['alertname', 'pod'],
    });
  });

  test('holds the secrets', () => {
    expect(generated.receivers[1]?.slack_configs?.[0]?.api_url).toBe(
      'https://hooks.example.org/services/T0/B0/x',
    );
  });

  test.each([
    [
      'with a field that there is not',
      { ...manifest(observer), spec: { ...alertmanagerConfigSpec(observer), reciever: 'x' } },
      secrets,
      'there is no field reciever',
    ],
    [
      'without the secret',
      manifest(observer),
      {},
      'there is no secret observer-prod/observer-slack with a key url',
    ],
    [
      'with a placeholder for the URL',
      manifest(observer),
      { 'observer-prod/observer-slack': { url: '${SLACK_URL}' } },
      'the secret holds no URL',
    ],
  ])('is nothing %s', (_, value, known, sentence) => {
    expect(() => alertmanagerYml([value], known)).toThrow(sentence);
  });

  test.each([
    ['of Observer', observer],
    ['of all that a routing can say', full],
  ])('amtool finds sound: that %s', async (_, value) => {
    const yml = withoutTeams(alertmanagerYml([manifest(value)], secrets));
    await expect(checkConfig(yml)).resolves.toContain('SUCCESS');
  });
});

describe('an alert reaches', () => {
  const alert = {
    alertname: 'ObserverHighErrorRate',
    severity: 'critical',
    component: 'observer',
    application: 'observer',
    namespace: 'observer-prod',
  };
  const { application: _, ...unlabelled } = alert;
  const toSlack = ['observer-prod/observer/slack'];
  const yml = alertmanagerYml([manifest(observer)], secrets);
  const reached = (labels: Readonly<Record<string, string>>) =>
    withFile('alertmanager.yml', yml, (path) => routesTest(path, labels));

  test.each([
    ['the Slack of Observer when it is critical', alert, toSlack],
    ['the Slack of Observer when it is a warning', { ...alert, severity: 'warning' }, toSlack],
    [
      'the Slack of Observer when it is its database’s',
      { ...alert, alertname: 'ObserverDatabaseDown', component: 'database' },
      toSlack,
    ],
    ['nobody when it is of staging', { ...alert, namespace: 'observer-staging' }, ['null']],
    ['nobody when no application is named on it', unlabelled, ['null']],
    ['nobody when it is of another application', { ...alert, application: 'observed' }, ['null']],
  ])('%s', async (_, labels, receivers) => {
    expect(await reached(labels)).toEqual(receivers);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Severity } from '#alerts/rule/facts.js';
import { alertLabels } from '#application/alert-labels.js';
import { type Application, alertsOf } from '#application/application.js';
import { host } from '#application/host/host.js';
import { hosts } from '../estate.js';
import { ways } from '#routing/reach.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { sns } from '#routing/receiver/sns.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { shop } from '../synth/estate/shop.js';
import { checkConfig, routesTest, withFile } from '../routing/amtool.js';
import { full } from './full-routing.js';
import { contentOf, render, rendered, textOf } from './rendered.js';
import { withWebhookUrls } from './webhook-url.js';

type Labels = Readonly<Record<string, string>>;

/** Whom an `alertmanager.yml` tells of alerts with these labels. */
const reached = (yml: string, alerts: readonly Labels[]): Promise<readonly (readonly string[])[]> =>
  withFile('alertmanager.yml', withWebhookUrls(yml), (path) =>
    Promise.all(alerts.map((labels) => routesTest(path, labels))),
  );

describe.each(rendered)('Alertmanager of $name', ({ files }) => {
  const yml = textOf(files, 'alertmanager.yml');

  test('accepts its configuration', async () => {
    await expect(checkConfig(withWebhookUrls(yml))).resolves.toContain('SUCCESS');
  });
});

describe.each(hosts.map(render))('Alertmanager of $name', ({ application, files }) => {
  const yml = textOf(files, 'alertmanager.yml');

  test.each<Severity>(['critical', 'warning'])(
    'tells of what is %s whom the routing names',
    async (severity) => {
      const alerts = alertsOf(application)
        .filter((alert) => alert.severity === severity)
        .map((alert) => alertLabels(application, alert));
      const told = await reached(
        yml,
        alerts.map(({ labels }) => labels),
      );
      // Of each alert it is known for sure: there is one way only.
      expect(told.map((way) => [way])).toEqual(alerts.map((alert) => ways(application.routing, alert)));
    },
  );

  test('tells somebody of an alert that names no application: all of its alerts are', async () => {
    const { route, receivers } = application.routing;
    const told = await reached(yml, [{ alertname: 'ByHand' }]);
    expect([told, receivers[route.receiver]?.length]).toEqual([[[route.receiver]], 1]);
  });
});

describe('a routing with everything in it', () => {
  const { files } = render(host(shop({ routing: full })));
  const yml = textOf(files, 'alertmanager.yml');
  const content = contentOf<{
    readonly route: Readonly<Record<string, unknown>>;
    readonly receivers: readonly Readonly<Record<string, unknown>>[];
    readonly global: object;
    readonly inhibit_rules: readonly object[];
    readonly time_intervals: readonly object[];
  }>(files, 'alertmanager.yml');

  test('is accepted by Alertmanager', async () => {
    await expect(checkConfig(withWebhookUrls(yml))).resolves.toContain('SUCCESS');
  });

  const critical = { application: 'shop', severity: 'critical' };
  test.each<readonly [string, Labels, readonly string[]]>([
    ['both receivers where the first lets others go on', { component: 'database' }, ['oncall', 'mail']],
    // Between quotes amtool takes a value as it is.
    ['a receiver by a pattern with quotes', { component: JSON.stringify('"x"') }, ['oncall']],
    ['a receiver by one of several values', { component: 'disk' }, ['mail']],
    ['the receiver that tells nobody', { component: 'noise' }, ['nobody']],
    ['the receiver at the top where none below takes it', { component: 'web' }, ['everybody']],
    ['the receiver at the top whatever it says of itself', { application: 'mall' }, ['everybody']],
  ])('gives an alert to %s', async (_, labels, receivers) => {
    expect(await reached(yml, [{ ...critical, ...labels }])).toEqual([receivers]);
  });

  test('keeps its hours below the top, where Alertmanager allows them', () => {
    expect(content.route).toEqual({
      receiver: 'everybody',
      group_by: ['alertname', 'severity'],
      routes: [expect.objectContaining({ receiver: 'everybody', active_time_intervals: ['opening'] })],
    });
  });

  test('asks for no application at the top: all of its alerts are of one', () => {
    expect(yml).not.toContain('application=');
  });

  test('inhibits as it says', () => {
    expect(content.inhibit_rules).toEqual([
      {
        source_matchers: ['severity="critical"'],
        target_matchers: ['severity="warning"'],
        equal: ['alertname', 'pod'],
      },
    ]);
  });

  test('names its hours', () => {
    expect(content.time_intervals).toEqual([
      {
        name: 'opening',
        time_intervals: [
          { times: [{ start_time: '00:00', end_time: '24:00' }], weekdays: ['monday:friday'] },
        ],
      },
      {
        name: 'nights',
        time_intervals: [
          {
            times: [{ start_time: '13:00', end_time: '22:00' }],
            weekdays: ['monday:friday', 'saturday'],
          },
          { weekdays: ['sunday'] },
        ],
      },
    ]);
  });

  test('says for the whole Alertmanager when an alert is over', () => {
    expect(content.global).toEqual({ resolve_timeout: '10m' });
  });

  test('has the integrations of each receiver by their kind', () => {
    const kinds = content.receivers.map(({ name, ...lists }) => [
      name,
      ...Object.entries(lists).map(([kind, list]) => `${kind} ${Array.isArray(list) ? list.length : ''}`),
    ]);
    expect(kinds).toEqual([
      ['everybody', 'slack_configs 2', 'email_configs 1'],
      ['mail', 'email_configs 1'],
      [
        'rest',
        ...[
          'slack',
          'email',
          'pagerduty',
          'opsgenie',
          'msteamsv2',
          'discord',
          'telegram',
          'sns',
          'webhook',
          'webex',
        ].map((kind) => `${kind}_configs 1`),
      ],
      ['oncall', 'pagerduty_configs 1', 'webhook_configs 1'],
      ['nobody'],
      ['heartbeat', 'webhook_configs 1'],
    ]);
  });

  test('reads every secret from a file', () => {
    expect(yml.match(/\b(\w+_file: \S+)/g)).toEqual([
      'api_url_file: /etc/alertmanager/secrets/shop-slack/url',
      'api_url_file: /etc/alertmanager/secrets/mall-slack/url',
      'auth_password_file: /etc/alertmanager/secrets/shop-smtp/password',
      'api_url_file: /etc/alertmanager/secrets/shop-told/slack',
      'credentials_file: /etc/alertmanager/secrets/shop-told/bot',
      'auth_password_file: /etc/alertmanager/secrets/shop-told/smtp',
      'routing_key_file: /etc/alertmanager/secrets/shop-told/pagerduty',
      'api_key_file: /etc/alertmanager/secrets/shop-told/opsgenie',
      'webhook_url_file: /etc/alertmanager/secrets/shop-told/msteams',
      'credentials_file: /etc/alertmanager/secrets/shop-told/gateway',
      'webhook_url_file: /etc/alertmanager/secrets/shop-told/discord',
      'bot_token_file: /etc/alertmanager/secrets/shop-told/telegram',
      'url_file: /etc/alertmanager/secrets/shop-told/webhook',
      'credentials_file: /etc/alertmanager/secrets/shop-told/gateway',
      'credentials_file: /etc/alertmanager/secrets/shop-told/webex',
      'routing_key_file: /etc/alertmanager/secrets/shop-pagerduty/key',
      'url_file: /etc/alertmanager/secrets/shop-sms/url',
      'url_file: /etc/alertmanager/secrets/shop-heartbeat/url',
    ]);
  });

  test('holds no secret itself', () => {
    const secrets =
      /\b(url|webhook_url|auth_password|auth_secret|routing_key|service_key|api_key|bot_token|access_key|secret_key|password|credentials):/;
    expect(yml).not.toMatch(secrets);
  });

  const proxied = { send_resolved: true, http_config: { proxy_url: 'http://proxy.example.org:3128' } };
  const file = (key: string) => `/etc/alertmanager/secrets/shop-told/${key}`;
  const token = (key: string) => ({
    http_config: { ...proxied.http_config, authorization: { credentials_file: file(key) } },
  });
  test.each([
    ['slack_configs', { ...proxied, ...token('bot'), api_url_file: file('slack'), channel: 'C024BE91L' }],
    [
      'email_configs',
      { to: 'a@example.org, b@example.org', require_tls: false, hello: 'monitoring.example.org' },
    ],
    ['pagerduty_configs', { ...proxied, routing_key_file: file('pagerduty') }],
    [
      'opsgenie_configs',
      {
        ...proxied,
        api_key_file: file('opsgenie'),
        api_url: 'https://api.eu.opsgenie.com/',
        update_alerts: true,
      },
    ],
    ['msteamsv2_configs', { ...proxied, ...token('gateway'), webhook_url_file: file('msteams') }],
    ['discord_configs', { ...proxied, webhook_url_file: file('discord') }],
    ['telegram_configs', { ...proxied, bot_token_file: file('telegram'), chat_id: -1_001_234_567_890 }],
    [
      'sns_configs',
      {
        ...proxied,
        topic_arn: 'arn:aws:sns:ap-northeast-2:123456789012:shop',
        sigv4: { region: 'ap-northeast-2' },
      },
    ],
    [
      'webhook_configs',
      { ...token('gateway'), url_file: file('webhook'), max_alerts: 20, send_resolved: false },
    ],
    [
      'webex_configs',
      { room_id: 'shop', http_config: { authorization: { credentials_file: file('webex') } } },
    ],
  ])('says in %s where it sends, and how', (list, fields) => {
    const rest = content.receivers.find(({ name }) => name === 'rest');
    expect(rest?.[list]).toEqual([expect.objectContaining(fields)]);
  });

  test('requires TLS of a mail server where nobody said otherwise', () => {
    expect(yml.match(/require_tls: \w+/g)).toEqual(['require_tls: false']);
  });

  test('refuses keys of AWS, which Alertmanager reads from no file', () => {
    const keys = { access: secret('shop-aws', 'access'), secret: secret('shop-aws', 'secret') };
    const topic = sns({ topicArn: 'arn:aws:sns:us-east-1:123456789012:shop', keys });
    const told = routing({ language: 'en', receivers: { topic }, route: { receiver: 'topic' } });
    expect(() => render(host(shop({ routing: told })))).toThrow(
      'alertmanager.yml of Shop: receivers.topic[0].keys: Alertmanager reads keys of AWS from its configuration alone',
    );
  });

  test('logs in to the mail server that asks for it alone', () => {
    expect(yml.match(/auth_username: \S+/g)).toEqual(['auth_username: alerts', 'auth_username: alerts']);
  });

  test('takes a template of its own in place of the project’s', () => {
    expect(content.receivers[0]?.['slack_configs']).toContainEqual(
      expect.objectContaining({ channel: '#shop', title: '{{ .Status }}' }),
    );
  });

  test('sends what is resolved unless told otherwise', () => {
    expect(yml.match(/send_resolved: \w+/g)).toEqual([
      ...Array<string>(12).fill('send_resolved: true'),
      'send_resolved: false',
      'send_resolved: true',
      'send_resolved: true',
      'send_resolved: false',
      'send_resolved: false',
    ]);
  });
});

describe('the top of a routing', () => {
  const slackOf = (route: object): Application =>
    shop({
      routing: routing({
        language: 'en',
        receivers: { slack: slack({ url: secret('shop-slack', 'url'), channel: '#shop' }) },
        route: { receiver: 'slack', ...route },
      }),
    });
  const routeOf = (route: object) =>
    contentOf<{ route: object }>(render(host(slackOf(route))).files, 'alertmanager.yml').route;

  test('takes all, whatever it asks for where it is one among others', () => {
    expect(routeOf({ matchers: { application: 'shop' }, continue: true })).toEqual({
      receiver: 'slack',
      group_by: ['alertname', 'severity'],
    });
  });

  test('has the times that it says', () => {
    expect(routeOf({ groupWait: '10s', groupInterval: '1m', repeatInterval: '4h' })).toEqual({
      receiver: 'slack',
      group_by: ['alertname', 'severity'],
      group_wait: '10s',
      group_interval: '1m',
      repeat_interval: '4h',
    });
  });
});

describe('a message from a host', () => {
  const told = routing({
    language: 'en',
    receivers: {
      oncall: [
        slack({ url: secret('shop-slack', 'url'), channel: '#shop' }),
        pagerduty({ routingKey: secret('shop-pagerduty', 'key') }),
      ],
    },
    route: { receiver: 'oncall' },
  });
  const ymlOf = (url?: `https://${string}`): string =>
    textOf(
      render(host(shop({ routing: told }), { ...(url !== undefined && { url: { alertmanager: url } }) }))
        .files,
      'alertmanager.yml',
    );

  test('links to no Alertmanager where the host has no address (mistake 51)', () => {
    expect(ymlOf()).not.toContain('ExternalURL');
  });

  test('has PagerDuty link to none either, as it would of its own (mistake 51)', () => {
    expect(ymlOf()).toContain('client_url: ""');
  });

  test('links to Alertmanager where it has an address', () => {
    expect(ymlOf('https://shop.example.org')).toContain('.ExternalURL');
  });

  test('leaves PagerDuty the link of its own there', () => {
    expect(ymlOf('https://shop.example.org')).not.toContain('client_url');
  });
});

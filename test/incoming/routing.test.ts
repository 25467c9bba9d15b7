import { transformSync } from 'esbuild';
import { describe, expect, test } from '@jest/globals';
import * as words from 'cheomseong';
import { routingSource } from '#incoming/routing/source.js';
import type { AlertLabels } from '#routing/carried.js';
import { landings } from '#routing/alertmanager/landing.js';
import { printMatcher } from '#routing/matcher.js';
import { configurationOf } from '#routing/read/configuration.js';
import type { Routing } from '#routing/routing.js';
import { readOf } from '../routing/read/routing.js';

const alert = (
  alertname: string,
  severity: string,
  more: Readonly<Record<string, string>> = {},
): AlertLabels => ({
  labels: { alertname, severity, application: 'shop', component: 'shop', namespace: 'shop', ...more },
  open: ['instance', 'pod'],
});

const alerts = [
  alert('ShopDown', 'critical'),
  alert('ShopSlow', 'warning', { team: 'web' }),
  alert('DatabaseDown', 'page', { team: 'db' }),
  alert('Watchdog', 'none'),
];

const sourceOf = (text: string) => {
  const [written] = readOf(text).routings;
  if (!written) throw new Error('no routing');
  return routingSource(written, {
    application: 'shop',
    title: 'Shop',
    language: 'en',
    alerts,
    severities: { page: 'critical' },
  });
};

/** The routing that the text makes, with the public words. */
const madeOf = (text: string): Routing => {
  const code = transformSync(
    text.replace(/^import[\s\S]*?;\n/gm, '').replace('export const routing =', 'var routing ='),
    { loader: 'ts' },
  ).code;
  const made: unknown = Function(
    ...Object.keys(words),
    `${code}\nreturn routing({ application: 'shop', language: 'en', severities: ['none', 'page'] });`,
  )(...Object.values(words));
  return made as Routing;
};

const yml = `global:
  resolve_timeout: 10m
  slack_api_url: https://hooks.slack.com/services/T0/B0/hunter2
  smtp_from: alerts@example.org
  smtp_smarthost: smtp.example.org:587
  smtp_auth_username: alerts
  smtp_auth_password: hunter2
route:
  receiver: chat
  group_by: [alertname, namespace]
  group_wait: 30s
  repeat_interval: 12h
  routes:
    - matchers: [alertname="Watchdog"]
      receiver: dead man
      repeat_interval: 1h
    - match_re: { severity: critical|page }
      receiver: oncall
      group_by: [alertname, cluster]
    - match: { team: web }
      receiver: web
      mute_time_intervals: [nights]
    - match: { team: bank }
      receiver: bank
receivers:
  - name: chat
    slack_configs:
      - channel: '#shop'
        send_resolved: true
        title: '{{ .Status }}'
        username: alertmanager
        text: '{{ template "slack.shop.text" . }}'
  - name: oncall
    pagerduty_configs: [{ routing_key: hunter2-key }]
    webhook_configs: [{ url: 'https://bridge.example.org/hunter2', send_resolved: false }]
  - name: web
    email_configs: [{ to: 'a@example.org, b@example.org' }]
    webex_configs: [{ room_id: room, http_config: { authorization: { credentials: hunter2-webex } } }]
  - name: bank
    slack_configs: [{ channel: '#bank' }]
  - name: dead man
    webhook_configs: [{ url_file: /etc/alertmanager/deadman }]
inhibit_rules:
  - source_matchers: [severity="critical"]
    target_matchers: [severity="warning"]
    equal: [namespace]
  - source_matchers: [alertname="BankDown"]
    target_matchers: [severity="warning"]
    equal: [namespace]
templates: [/etc/alertmanager/*.tmpl]
time_intervals:
  - name: nights
    time_intervals: [{ times: [{ start_time: '22:00', end_time: '24:00' }], weekdays: ['monday:friday'] }]
`;

describe('routing that came in is written as TypeScript', () => {
  const source = sourceOf(yml);

  test('with our words', () => {
    expect(source.text).toMatchInlineSnapshot(`
      "import { email, integration, ownRouting, pagerduty, secret, slack, webhook } from 'cheomseong';

      export const routing = ownRouting({
        receivers: {
          chat: slack({
            url: secret('shop-slack', 'url'),
            channel: '#shop',
            message: { title: '{{ .Status }}' },
          }),
          oncall: [
            pagerduty({ routingKey: secret('shop-oncall', 'key') }),
            webhook({ url: secret('shop-oncall', 'url'), sendResolved: false }),
          ],
          web: [
            email({
              to: ['a@example.org', 'b@example.org'],
              from: 'alerts@example.org',
              smarthost: 'smtp.example.org:587',
              login: { username: 'alerts', password: secret('shop-smtp', 'password') },
              sendResolved: false,
            }),
            integration('webex', {
              address: 'webex of web',
              secrets: [secret('shop-web', 'credentials')],
              operator: () => ({
                roomID: 'room',
                httpConfig: { authorization: { credentials: secret('shop-web', 'credentials') } },
              }),
              file: (fileOf) => ({
                room_id: 'room',
                http_config: {
                  authorization: { credentials_file: fileOf(secret('shop-web', 'credentials')) },
                },
              }),
            }),
          ],
          'dead-man': webhook({ url: secret('shop-dead-man', 'url') }),
        },
        timeIntervals: {
          nights: [{ times: [{ start: '22:00', end: '24:00' }], weekdays: ['monday:friday'] }],
        },
        route: {
          receiver: 'chat',
          groupBy: ['alertname', 'namespace'],
          groupWait: '30s',
          repeatInterval: '12h',
          routes: [
            { receiver: 'dead-man', matchers: { alertname: 'Watchdog' }, repeatInterval: '1h' },
            { receiver: 'oncall', matchers: { severity: /critical|page/ }, groupBy: ['alertname'] },
            { receiver: 'web', matchers: { team: 'web' }, muteTimeIntervals: ['nights'] },
          ],
        },
        inhibit: [
          { source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['namespace'] },
        ],
        resolveTimeout: '10m',
      });
      "
    `);
  });

  test('that make the same routing', () => {
    const { route, inhibit, timeIntervals, resolveTimeout } = madeOf(source.text);
    expect({ route, inhibit, timeIntervals, resolveTimeout }).toEqual({
      route: source.made.route,
      inhibit: source.made.inhibit,
      timeIntervals: source.made.timeIntervals,
      resolveTimeout: '10m',
    });
  });

  test('without a secret in it', () => {
    expect(source.text + JSON.stringify(source.secrets)).not.toContain('hunter2');
  });

  test('and with the names of its secrets, and where each stood', () => {
    expect(
      source.secrets.map(
        ({ secret: { name, key }, of, place }) => `${name}/${key}: ${of}, line ${place.line}`,
      ),
    ).toEqual([
      'shop-slack/url: global of slack: slack_api_url, line 3',
      'shop-oncall/key: pagerduty of receiver oncall: routing_key, line 34',
      'shop-oncall/url: webhook of receiver oncall: url, line 35',
      'shop-smtp/password: global of email: smtp_auth_password, line 7',
      'shop-web/credentials: webex of receiver web: credentials, line 38',
      'shop-dead-man/url: webhook of receiver dead man: url, line 42',
    ]);
  });

  test('less what no word says, and what is of others, each with the reason', () => {
    expect(source.leftOut.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      'slack of receiver chat: username: slack(…) has no word for it',
      'slack of receiver chat: template slack.shop.text: its text stands in a file of templates, which did not come along: our own words are sent',
      'templates /etc/alertmanager/*.tmpl: files of templates are an Alertmanager’s own; a message that calls one of them speaks our words',
      'inhibition 1: one alert can be both cause and consequence (source {alertname="BankDown"}, target {severity="warning"}), so a cause could be silenced',
      'route {severity=~"critical|page"} to oncall: groupBy cluster: no alert that gets here has a label cluster, so that it keeps no two apart',
      'route {team="bank"} to bank: no alert that gets here has team="bank"',
      'receiver bank: no route names it, so it never gets an alert into its hands',
    ]);
  });

  test('each of its alerts reaches the same receivers', () => {
    const before = configurationOf(readOf(yml).routings)?.route;
    const told = (route: Routing['route'] | undefined) =>
      alerts.map(({ labels }) =>
        route ? landings(route, labels).map(({ receiver }) => receiver.replace(' ', '-')) : [],
      );
    expect(told(source.made.route)).toEqual(told(before));
  });
});

describe('an inhibition by a label that some alerts lack', () => {
  const source = sourceOf(`route: { receiver: chat, group_by: [alertname] }
receivers: [{ name: chat, webhook_configs: [{ url: 'https://chat.example.org/x' }] }]
inhibit_rules:
  - { source_matchers: [severity=~"page|critical"], target_matchers: [severity=~"warning|none"], equal: [team] }
`);

  test('is kept for those that have it, and left out for those alone that do not', () => {
    expect(source.made.inhibit.map(({ target }) => target.map(printMatcher))).toEqual([
      ['severity=~"warning|none"', 'team!=""'],
    ]);
  });
});

describe('an AlertmanagerConfig', () => {
  const source = sourceOf(`kind: AlertmanagerConfig
metadata: { name: shop, namespace: shop }
spec:
  route:
    receiver: chat
    matchers: [{ name: component, value: shop }]
  receivers:
    - name: chat
      slackConfigs: [{ apiURL: { name: slack, key: hook }, channel: '#shop', httpConfig: { proxyURL: 'http://proxy.example.org:3128' } }]
      victoropsConfigs: [{ apiKey: { name: victorops, key: key }, routingKey: shop, customFields: [{ key: a, value: b }] }]
`);

  test('keeps the names of its Secrets', () => {
    expect(source.secrets.map(({ secret: { name, key }, isNew }) => [name, key, isNew])).toEqual([
      ['slack', 'hook', false],
      ['victorops', 'key', false],
    ]);
  });

  test('is written with what has no word as it stands', () => {
    expect(source.text).toMatchInlineSnapshot(`
      "import { integration, ownRouting, secret, slack } from 'cheomseong';

      export const routing = ownRouting({
        receivers: {
          chat: [
            slack({
              url: secret('slack', 'hook'),
              channel: '#shop',
              http: { proxy: 'http://proxy.example.org:3128' },
              sendResolved: false,
            }),
            integration('victorops', {
              address: 'victorops of chat',
              secrets: [secret('victorops', 'key')],
              operator: () => ({
                apiKey: secret('victorops', 'key'),
                routingKey: 'shop',
                customFields: [{ key: 'a', value: 'b' }],
              }),
              file: (fileOf) => ({
                api_key_file: fileOf(secret('victorops', 'key')),
                routing_key: 'shop',
                custom_fields: [{ key: 'a', value: 'b' }],
              }),
              pages: true,
            }),
          ],
        },
        route: { receiver: 'chat', matchers: { component: 'shop' } },
      });
      "
    `);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { alertmanagerConfigSpec } from '#constructs/alertmanager-config.js';
import { routingParts } from '#routing/routing-parts.js';
import { secret } from '#ground/secret.js';
import { AlertmanagerConfig } from '#imports/alertmanager-config.js';
import { email } from '#routing/receiver/email.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import type { Receiver } from '#routing/receiver/receiver.js';
import { secretsOf } from '#routing/receiver/secrets-of.js';
import { slack } from '#routing/receiver/slack.js';
import { webhook } from '#routing/receiver/webhook.js';
import { type Routing, routing } from '#routing/routing.js';
import { alertmanagerYml } from '../operator/alertmanager-yml.js';
import { accepted, manifests } from '../operator/manifest.js';
import { type RunningAlertmanager, startAlertmanager } from './alertmanager.js';
import { checkConfig, routesTest, withFile } from './amtool.js';
import { type Sink, openSink } from './sink.js';

const chat = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });
const oncall = pagerduty({ routingKey: secret('shop-pagerduty', 'key') });
const sms = webhook({ url: secret('gateway', 'sms') });
const calls = webhook({ url: secret('gateway', 'Call_URL') });
const relayed = email({ to: ['a@shop.example'], from: 'b@shop.example', smarthost: 'relay.shop.example:25' });

const shop = routing({
  language: 'en',
  receivers: {
    everybody: [chat, oncall, sms],
    chat,
    phones: [sms, calls],
    mail: [relayed, chat],
    nobody: [],
  },
  timeIntervals: { nights: { times: [{ start: '00:00', end: '06:00' }] } },
  route: {
    receiver: 'chat',
    matchers: { application: 'shop' },
    groupWait: '0s',
    groupInterval: '1s',
    routes: [
      { receiver: 'phones', matchers: { component: 'till' }, continue: true },
      { receiver: 'everybody', matchers: { severity: 'critical' }, groupBy: ['alertname'] },
      { receiver: 'nobody', matchers: { component: 'noise' }, muteTimeIntervals: ['nights'] },
      { receiver: 'mail', matchers: { component: /disk|till/ } },
    ],
  },
  inhibit: [{ source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['component'] }],
});

const parts = routingParts('shop', shop);
const namesOf = (value: Routing) => routingParts('shop', value).map(({ name }) => name);
const told = (receiver: Receiver) =>
  routing({ language: 'en', receivers: { all: receiver }, route: { receiver: 'all' } });

describe('a routing is', () => {
  test.each([
    ['one object where all are told by one Secret', told([chat, chat]), ['shop']],
    ['one object where nobody is told', told([]), ['shop']],
    [
      'several, each called by its Secret',
      told([chat, oncall, sms]),
      ['shop', 'shop-pagerduty', 'shop-gateway'],
    ],
    [
      'one more for each key of a Secret, called by that too',
      told([chat, sms, calls]),
      ['shop', 'shop-gateway-sms', 'shop-gateway-call-url'],
    ],
    ['one more for whoever is told without a Secret', told([chat, relayed]), ['shop', 'shop-without-secret']],
  ] as const)('%s', (_, value, names) => {
    expect(namesOf(value)).toEqual(names);
  });

  test('called like the application where the receiver of its first route is told, whichever is declared first', () => {
    const value = routing({
      language: 'en',
      receivers: { phone: oncall, slack: chat },
      route: { receiver: 'slack', routes: [{ receiver: 'phone', matchers: { severity: 'critical' } }] },
    });
    expect(namesOf(value)).toEqual(['shop', 'shop-pagerduty']);
  });
});

describe('each part', () => {
  test('needs one secret alone (mistake 52)', () => {
    const needed = parts.map((part) =>
      Object.values(part.routing.receivers)
        .flat()
        .map((each) => JSON.stringify(secretsOf(each))),
    );
    expect(needed.filter((secrets) => new Set(secrets).size !== 1)).toEqual([]);
  });

  test('has the routes, the intervals and the inhibitions of the whole', () => {
    const { receivers: _, ...rest } = shop;
    expect(parts.map(({ routing: { receivers: _own, ...same } }) => same)).toEqual(parts.map(() => rest));
  });

  test('is what the CRD asks for, with receivers of which nothing is left', () => {
    const objects = manifests({ name: 'shop', namespace: 'shop', routing: shop });
    expect(objects.flatMap((object) => AlertmanagerConfig.faults(object))).toEqual([]);
  });
});

const secrets = (url: (path: string) => string = (path) => `https://hooks.example${path}`) => ({
  'shop/shop-slack': { url: url('/slack') },
  'shop/shop-pagerduty': { key: '0123456789abcdef' },
  'shop/gateway': { sms: url('/sms'), Call_URL: url('/calls') },
});
const objects = manifests({ name: 'shop', namespace: 'shop', routing: shop });
const yml = alertmanagerYml(objects, secrets());

describe('of the parts together the real amtool says', () => {
  const [first] = objects;
  const metadata = { name: 'whole', namespace: 'shop' };
  const whole = alertmanagerYml([{ ...first, metadata, spec: alertmanagerConfigSpec(shop) }], secrets());
  /** Who is told of an alert, each as often as it is. */
  const reached = async (text: string, labels: Readonly<Record<string, string>>) => {
    const receivers = await withFile('alertmanager.yml', text, (path) => routesTest(path, labels));
    return receivers
      .flatMap((receiver) => {
        const [, object, name = ''] = receiver.split('/');
        const of = object === 'whole' ? shop : parts.find((part) => part.name === object)?.routing;
        return of?.receivers[name] ?? [];
      })
      .map((each) => JSON.stringify(each))
      .sort();
  };

  test('that they are sound', async () => {
    await expect(checkConfig(yml)).resolves.toContain('SUCCESS');
  });

  const values = {
    severity: ['critical', 'warning'],
    component: ['till', 'disk', 'noise', 'shop'],
    application: ['shop', 'mall'],
    namespace: ['shop', 'mall'],
  };
  const alerts = values.severity.flatMap((severity) =>
    values.component.flatMap((component) =>
      values.application.flatMap((application) =>
        values.namespace.map((namespace) => ({ severity, component, application, namespace })),
      ),
    ),
  );
  test.each(alerts)(
    'that whoever the whole tells is told, as often: $severity of $component, $application in $namespace',
    async (labels) => {
      const alert = { alertname: 'A', ...labels };
      expect(await reached(yml, alert)).toEqual(await reached(whole, alert));
    },
  );
});

/** What the operator makes of the objects that it takes, but that PagerDuty is the sink: its URL is no matter of a routing. */
const configuration = (sink: Sink, without: string): string => {
  const { [without]: _, ...there } = Object.fromEntries(Object.entries(secrets(sink.url)));
  const known = Object.fromEntries(Object.entries(there).map(([name, keys]) => [name, { ...keys }]));
  const taken = accepted(objects, known).map((object) => ({
    ...object,
    spec: {
      ...object.spec,
      receivers: object.spec.receivers?.map((receiver) => ({
        ...receiver,
        ...(receiver.pagerdutyConfigs && {
          pagerdutyConfigs: receiver.pagerdutyConfigs.map((each) => ({
            ...each,
            url: sink.url('/pagerduty'),
          })),
        }),
      })),
    },
  }));
  return alertmanagerYml(taken, known);
};

describe.each([
  ['with all Secrets', '', ['/slack', '/pagerduty', '/sms']],
  ['without PagerDuty’s Secret', 'shop/shop-pagerduty', ['/slack', '/sms']],
  ['without Slack’s Secret, by whose part the object is called', 'shop/shop-slack', ['/pagerduty', '/sms']],
] as const)('the real Alertmanager, %s', (_, without, paths) => {
  let sink: Sink;
  let alertmanager: RunningAlertmanager;
  beforeAll(async () => {
    sink = await openSink();
    alertmanager = await startAlertmanager(configuration(sink, without));
  });
  afterAll(async () => {
    await alertmanager.stop();
    await sink.close();
  });

  const alert = (alertname: string, severity: string) => ({
    labels: { alertname, severity, component: 'shop', application: 'shop', namespace: 'shop' },
    annotations: { summary: alertname },
  });
  const next = async (path: string) => JSON.stringify(await sink.next(path));

  test('tells each of the others (mistake 52), and of the next alert next: once of each', async () => {
    await alertmanager.post([alert('First', 'critical')]);
    const first = await Promise.all(paths.map(next));
    // It is inhibited by the first, in whichever part.
    await alertmanager.post([alert('Inhibited', 'warning')]);
    await alertmanager.post([alert('Second', 'critical')]);
    const second = await Promise.all(paths.map(next));
    expect([
      first.filter((text) => !text.includes('First')),
      second.filter((text) => !text.includes('Second') || text.includes('Inhibited')),
    ]).toEqual([[], []]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { alertLabels } from '#application/alert-labels.js';
import { alertsOf } from '#application/application.js';
import { routingParts } from '#routing/routing-parts.js';
import { estate } from '../../estate.js';
import { ofOne } from '#routing/alertmanager/configuration.js';
import { kubePrometheusStack } from '#routing/alertmanager/kube-prometheus-stack.js';
import { ofOperator } from '#routing/alertmanager/operator.js';
import { type Labels, landings } from '#routing/alertmanager/landing.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { secretsOf } from '#routing/receiver/secrets-of.js';
import { alertmanagerYml } from '../../operator/alertmanager-yml.js';
import { manifests } from '../../operator/manifest.js';
import { chartDefaults } from '../../operator/chart-defaults.js';
import { printMatcher } from '#routing/matcher.js';
import { checkConfig, routesTest, withFile } from '../amtool.js';
import { yml } from './yml.js';

/** Each alert of the estate, with a value for what is known only when it fires. */
const alerts = estate.flatMap((application) =>
  alertsOf(application).map((rule) => {
    const { labels, open = [], among = {} } = alertLabels(application, rule);
    return { ...Object.fromEntries(open.map((label) => [label, among[label]?.[0] ?? 'some'])), ...labels };
  }),
);
const receiversOf = (configuration: ReturnType<typeof ofOne>, labels: Labels): readonly string[] =>
  landings(configuration.route, labels).map(({ receiver }) => receiver);

describe('the Alertmanager of the whole estate, as the operator makes it', () => {
  const configuration = ofOperator(estate);
  /** The same, with an AlertmanagerConfig for each Secret that an application's receivers need. */
  const ofParts = ofOperator(
    estate.flatMap(({ name: application, namespace, routing: whole }) =>
      routingParts(application, whole).map((part) => ({ namespace, ...part })),
    ),
  );

  test('is one that amtool finds sound', async () => {
    await expect(checkConfig(yml(configuration))).resolves.toContain('SUCCESS');
  });

  test('takes every alert where the real amtool says', async () => {
    const told = await withFile('alertmanager.yml', yml(configuration), (path) =>
      Promise.all(alerts.map((labels) => routesTest(path, labels))),
    );
    expect(alerts.map((labels) => receiversOf(configuration, labels))).toEqual(told);
  });

  test('takes every alert as what the manifests become does', async () => {
    const secrets = estate.flatMap(({ namespace, routing: { receivers } }) =>
      Object.values(receivers)
        .flat()
        .flatMap(secretsOf)
        .map((each) => [`${namespace}/${each.name}`, { [each.key]: 'https://a.example' }]),
    );
    const made = alertmanagerYml(estate.flatMap(manifests), Object.fromEntries(secrets));
    const told = await withFile('alertmanager.yml', made, (path) =>
      Promise.all(alerts.map((labels) => routesTest(path, labels))),
    );
    expect(alerts.map((labels) => receiversOf(ofParts, labels))).toEqual(told);
  });

  test('tells by the parts of a routing whom it tells as a whole', () => {
    const told = (of: ReturnType<typeof ofOperator>, labels: Labels) =>
      new Set(receiversOf(of, labels).flatMap((name) => of.receivers[name] ?? []));
    expect(alerts.map((labels) => told(ofParts, labels))).toEqual(
      alerts.map((labels) => told(configuration, labels)),
    );
  });

  test('has what kube-prometheus-stack gives it', () => {
    const { route, inhibit, receivers } = kubePrometheusStack;
    const spaced = (matchers: readonly string[] = []) => matchers.map((each) => each.replaceAll(/[" ]/g, ''));
    const printed = (matchers: Parameters<typeof printMatcher>[0][]) => spaced(matchers.map(printMatcher));
    expect({
      group_by: route.groupBy,
      group_wait: route.groupWait,
      group_interval: route.groupInterval,
      repeat_interval: route.repeatInterval,
      receiver: route.receiver,
      routes: route.routes.map((each) => [each.receiver, ...printed([...each.matchers])]),
      inhibited: inhibit.map(({ source, target, equal }) => [
        printed([...source]),
        printed([...target]),
        equal,
      ]),
      receivers: Object.keys(receivers),
    }).toEqual({
      ...chartDefaults.route,
      routes: chartDefaults.route.routes.map((each) => [each.receiver, ...spaced(each.matchers)]),
      inhibited: chartDefaults.inhibit_rules.map((rule) => [
        spaced('source_matchers' in rule ? rule.source_matchers : []),
        spaced(rule.target_matchers),
        'equal' in rule ? rule.equal : [],
      ]),
      receivers: chartDefaults.receivers.map(({ name }) => name),
    });
  });
});

const chat = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });
const shop = routing({
  language: 'en',
  receivers: { chat, night: chat },
  timeIntervals: { night: { times: [{ start: '00:00', end: '06:00' }] } },
  route: {
    receiver: 'chat',
    matchers: { application: 'shop' },
    muteTimeIntervals: ['night'],
    groupWait: '1s',
    routes: [
      {
        receiver: 'night',
        matchers: { severity: 'critical' },
        groupBy: ['pod'],
        repeatInterval: '1h',
        continue: true,
      },
      { matchers: { severity: ['critical', 'warning'] } },
    ],
  },
  inhibit: [{ source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['application'] }],
});
const critical = { application: 'shop', namespace: 'shop', severity: 'critical' };

describe('a matcher strategy', () => {
  const elsewhere = { ...critical, namespace: 'elsewhere' };
  const told = (labels: Labels, operated: Parameters<typeof ofOperator>[1]) =>
    receiversOf(ofOperator([{ namespace: 'shop', name: 'shop', routing: shop }], operated), labels);
  const both = ['shop/shop/night', 'shop/shop/chat'];

  test.each([
    ['OnNamespace, takes alerts of its namespace', critical, {}, both],
    ['OnNamespace, takes no others', elsewhere, {}, ['null']],
    ['None, takes alerts of every namespace', elsewhere, { strategy: 'None' }, both],
    [
      'OnNamespaceExceptForAlertmanagerNamespace, takes no others',
      elsewhere,
      { strategy: 'OnNamespaceExceptForAlertmanagerNamespace', namespace: 'monitoring' },
      ['null'],
    ],
    [
      'the same, takes all where the Alertmanager is in that namespace itself',
      elsewhere,
      { strategy: 'OnNamespaceExceptForAlertmanagerNamespace', namespace: 'shop' },
      both,
    ],
  ] as const)('%s', (_, labels, operated, receivers) => {
    expect(told(labels, operated)).toEqual(receivers);
  });

  test.each([
    ['OnNamespace', ['severity="critical"', 'namespace="shop"']],
    ['None', ['severity="critical"']],
  ] as const)('%s says of inhibitions the same', (strategy, matchers) => {
    const { inhibit } = ofOperator([{ namespace: 'shop', name: 'shop', routing: shop }], { strategy });
    expect(inhibit.at(-1)?.source.map(printMatcher)).toEqual(matchers);
  });
});

describe('a route', () => {
  const [night, chatting] = landings(shop.route, critical);

  test('has from above what it does not say', () => {
    expect(night).toMatchObject({
      groupWait: '1s',
      groupInterval: '5m',
      repeatInterval: '1h',
      groupBy: ['pod'],
    });
  });

  test('has Alertmanager’s defaults of what nobody says', () => {
    expect(chatting).toMatchObject({ repeatInterval: '4h', groupBy: ['alertname', 'severity'] });
  });

  test('has its time intervals for itself', () => {
    expect(chatting).not.toHaveProperty('muteTimeIntervals');
  });

  test('takes nothing that is not for it', () => {
    expect(landings(shop.route, { application: 'other' })).toEqual([]);
  });

  test('takes everything at the top of a host', () => {
    const atTop = ofOne({ ...shop, route: { ...shop.route, muteTimeIntervals: [] } });
    expect(receiversOf(atTop, { alertname: 'ByHand' })).toEqual(['chat']);
  });

  test('that keeps hours stands below the top of a host, which may not', async () => {
    const host = ofOne(shop);
    expect(landings(host.route, { alertname: 'ByHand' })).toMatchObject([
      { at: 'route.routes[0]', muteTimeIntervals: ['night'] },
    ]);
    await expect(checkConfig(yml(host))).resolves.toContain('SUCCESS');
  });
});

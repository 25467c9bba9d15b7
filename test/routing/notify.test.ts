import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { alertmanagerConfigSpec } from '#constructs/alertmanager-config.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { webhook } from '#routing/receiver/webhook.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { alertmanagerYml } from '../operator/alertmanager-yml.js';
import { type RunningAlertmanager, startAlertmanager } from './alertmanager.js';
import { type Sink, openSink } from './sink.js';

const oncall = routing({
  language: 'ko',
  receivers: {
    oncall: [
      slack({ url: secret('oncall', 'slack'), channel: '#observer-alerts' }),
      pagerduty({ routingKey: secret('oncall', 'pagerduty') }),
      webhook({ url: secret('oncall', 'webhook') }),
    ],
  },
  route: {
    receiver: 'oncall',
    matchers: { application: 'observer' },
    groupBy: ['alertname', 'severity'],
    groupWait: '1s',
    groupInterval: '100ms',
    repeatInterval: '12h',
  },
});

/** What the operator would write, but that PagerDuty is the sink: its URL is no matter of a routing. */
const configuration = (sink: Sink): string => {
  const spec = alertmanagerConfigSpec(oncall);
  const receivers = spec.receivers?.map((receiver) => ({
    ...receiver,
    pagerdutyConfigs: receiver.pagerdutyConfigs?.map((config) => ({
      ...config,
      url: sink.url('/pagerduty'),
    })),
  }));
  const manifest = {
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'AlertmanagerConfig',
    metadata: { name: 'observer', namespace: 'observer-prod' },
    spec: { ...spec, receivers },
  };
  return alertmanagerYml([manifest], {
    'observer-prod/oncall': {
      slack: sink.url('/slack'),
      webhook: sink.url('/webhook'),
      pagerduty: '0123456789abcdef',
    },
  });
};

// A group whose alerts are older than groupWait is sent at once, when the first of them comes: these begin now.
let began: Date;
const alert = (pod: string) => ({
  labels: {
    alertname: 'ObserverHighErrorRate',
    severity: 'critical',
    application: 'observer',
    component: 'observer',
    namespace: 'observer-prod',
    pod,
  },
  annotations: {
    summary: `${pod}: 요청의 7.2%가 5xx입니다`,
    description: '<5% 여야 합니다',
    runbook_url: 'https://runbooks.example.org/observer',
  },
  startsAt: began.toISOString(),
});
const resolve = (pod: string) => ({ ...alert(pod), endsAt: new Date().toISOString() });
const inSeoul = () => new Date(began.getTime() + 9 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');

describe('the real Alertmanager tells', () => {
  let sink: Sink;
  let alertmanager: RunningAlertmanager;
  beforeAll(async () => {
    sink = await openSink();
    alertmanager = await startAlertmanager(configuration(sink));
    began = new Date();
    await alertmanager.post([alert('observer-1'), alert('observer-2'), alert('observer-3')]);
  });
  afterAll(async () => {
    await alertmanager.stop();
    await sink.close();
  });

  test('Slack of three alerts in one message', async () => {
    expect(await sink.next('/slack')).toMatchObject({
      channel: '#observer-alerts',
      attachments: [
        {
          color: 'danger',
          title: '[발생 3] ObserverHighErrorRate (critical)',
          title_link: 'https://runbooks.example.org/observer',
          fallback: '[발생 3] ObserverHighErrorRate (critical): observer-1: 요청의 7.2%가 5xx입니다',
          footer: 'observer · observer-prod',
          text: ['observer-1', 'observer-2', 'observer-3']
            .map(
              (pod) =>
                `🔴 *${pod}: 요청의 7.2%가 5xx입니다*\n&lt;5% 여야 합니다\n${inSeoul()} KST부터 발생 중 · pod=${pod} · <https://runbooks.example.org/observer|대응 방법>\n\n`,
            )
            .join(''),
        },
      ],
    });
  });

  test('PagerDuty of an incident, with a link to what to do', async () => {
    expect(await sink.next('/pagerduty')).toMatchObject({
      routing_key: '0123456789abcdef',
      event_action: 'trigger',
      links: [{ href: 'https://runbooks.example.org/observer', text: '대응 방법' }],
      payload: {
        severity: 'critical',
        component: 'observer',
        summary: '[발생 3] ObserverHighErrorRate (critical): observer-1: 요청의 7.2%가 5xx입니다',
      },
    });
  });

  test('a webhook of the alerts', async () => {
    expect(await sink.next('/webhook')).toMatchObject({
      status: 'firing',
      alerts: [{ labels: { pod: 'observer-1' } }, {}, {}],
    });
  });

  test('Slack, of one that is resolved, what still fires and then what is resolved', async () => {
    await alertmanager.post([resolve('observer-2')]);
    expect(await sink.next('/slack')).toMatchObject({
      attachments: [
        {
          color: 'danger',
          title: '[발생 2 · 해결 1] ObserverHighErrorRate (critical)',
          text: expect.stringMatching(
            /^🔴 \*observer-1[^✅]*🔴 \*observer-3[^✅]*✅ \*observer-2[^✅]*KST 해결 \(.+ 동안 발생\) · pod=observer-2\n\n$/u,
          ),
        },
      ],
    });
  });

  test('Slack and PagerDuty when the last is resolved', async () => {
    await alertmanager.post([resolve('observer-1')]);
    await sink.next('/slack');
    await alertmanager.post([resolve('observer-3')]);
    expect(await sink.next('/slack')).toMatchObject({
      attachments: [{ color: 'good', title: '[해결 1] ObserverHighErrorRate (critical)' }],
    });
    const incidents = [
      await sink.next('/pagerduty'),
      await sink.next('/pagerduty'),
      await sink.next('/pagerduty'),
    ];
    expect(incidents).toMatchObject([
      { event_action: 'trigger' },
      { event_action: 'trigger' },
      { event_action: 'resolve' },
    ]);
  });
});

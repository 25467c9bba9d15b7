import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { alertmanagerConfigSpec } from '#constructs/alertmanager-config.js';
import { secret } from '#ground/secret.js';
import { discord } from '#routing/receiver/discord.js';
import { opsgenie } from '#routing/receiver/opsgenie.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { telegram } from '#routing/receiver/telegram.js';
import { routing } from '#routing/routing.js';
import { alertmanagerYml } from '../operator/alertmanager-yml.js';
import { type RunningAlertmanager, startAlertmanager } from './alertmanager.js';
import { type Sink, openSink } from './sink.js';
import { storm } from './storm.js';

const key = (name: string) => secret('oncall', name);

/** All in one message. */
const oncall = routing({
  language: 'ko',
  receivers: {
    oncall: [
      slack({ url: key('slack'), channel: 'C024BE91L', http: { bearerToken: key('bot') } }),
      pagerduty({ routingKey: key('pagerduty') }),
      opsgenie({ apiKey: key('opsgenie') }),
      discord({ url: key('discord') }),
      telegram({ botToken: key('telegram'), chat: -1_001_234_567_890 }),
    ],
  },
  route: { receiver: 'oncall', matchers: { application: 'shop' }, groupBy: ['application'], groupWait: '1s' },
});

/** What the operator would write, but that all services are the sink: where they are is no matter of a routing. */
const configuration = (sink: Sink): string => {
  const spec = alertmanagerConfigSpec(oncall);
  const at = (field: string, path: string) => (config: object) => ({ ...config, [field]: sink.url(path) });
  const receivers = spec.receivers?.map((receiver) => ({
    ...receiver,
    pagerdutyConfigs: receiver.pagerdutyConfigs?.map(at('url', '/pagerduty')),
    opsgenieConfigs: receiver.opsgenieConfigs?.map(at('apiURL', '/opsgenie/')),
    telegramConfigs: receiver.telegramConfigs?.map(at('apiURL', '/telegram')),
  }));
  const manifest = {
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'AlertmanagerConfig',
    metadata: { name: 'shop', namespace: 'shop-prod' },
    spec: { ...spec, receivers },
  };
  return alertmanagerYml([manifest], {
    'shop-prod/oncall': {
      slack: sink.url('/slack'),
      bot: 'xoxb',
      discord: sink.url('/discord'),
      telegram: '1:x',
      opsgenie: 'genie',
      pagerduty: '0123456789abcdef',
    },
  });
};

describe('of a storm the real Alertmanager tells', () => {
  let sink: Sink;
  let alertmanager: RunningAlertmanager;
  beforeAll(async () => {
    sink = await openSink();
    alertmanager = await startAlertmanager(configuration(sink));
    await alertmanager.post(storm.alerts.map((each) => ({ ...each, startsAt: new Date().toISOString() })));
  });
  afterAll(async () => {
    await alertmanager.stop();
    await sink.close();
  });

  const worstFirst = /^🔴 (\*|\*\*|<b>)Shop is down[^]*… 외 발생 1\d건\n\n$/u;
  const title = '[발생 21] 여러 알림 shop: ServiceDown (critical)';

  test('Slack, in the channel of that id, of the critical alert first (mistake 51)', async () => {
    expect(await sink.next('/slack')).toMatchObject({
      channel: 'C024BE91L',
      attachments: [
        {
          color: 'danger',
          title,
          fallback: `${title}: Shop is down`,
          text: expect.stringMatching(worstFirst),
        },
      ],
    });
  });

  test('Slack by the token that it was given', async () => {
    expect(sink.authorization('/slack')).toBe('Bearer xoxb');
  });

  test('PagerDuty of the critical alert first (mistake 51)', async () => {
    expect(await sink.next('/pagerduty')).toMatchObject({
      payload: {
        severity: 'critical',
        summary: `${title}: Shop is down`,
        custom_details: { firing: expect.stringMatching(/^■ Shop is down/) },
      },
    });
  });

  test('Opsgenie of the critical alert first (mistake 51)', async () => {
    expect(await sink.next('/opsgenie/v2/alerts')).toMatchObject({
      message: 'Shop is down [발생 21]',
      priority: 'P1',
      description: expect.stringMatching(/^■ Shop is down/),
    });
  });

  test('Discord of the critical alert first (mistake 51)', async () => {
    expect(await sink.next('/discord')).toMatchObject({
      embeds: [{ title, description: expect.stringMatching(worstFirst) }],
    });
  });

  test('Telegram of the critical alert first (mistake 51)', async () => {
    const { text, ...rest } = (await sink.next('/telegram/bot1:x/sendMessage')) as Record<string, string>;
    expect(rest).toMatchObject({ chat_id: '-1001234567890', parse_mode: 'HTML' });
    expect(text?.split('\n\n')[0]).toBe(title);
    expect(text).toMatch(/\n\n🔴 <b>Shop is down/u);
  });
});

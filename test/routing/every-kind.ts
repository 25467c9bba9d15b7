import { secret } from '#ground/secret.js';
import { discord } from '#routing/receiver/discord.js';
import { email } from '#routing/receiver/email.js';
import { msteams } from '#routing/receiver/msteams.js';
import { opsgenie } from '#routing/receiver/opsgenie.js';
import { integration } from '#routing/receiver/own.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import type { Integration } from '#routing/receiver/receiver.js';
import { slack } from '#routing/receiver/slack.js';
import { sns } from '#routing/receiver/sns.js';
import { telegram } from '#routing/receiver/telegram.js';
import { webhook } from '#routing/receiver/webhook.js';

const key = (name: string) => secret('shop-told', name);
const proxy = 'http://proxy.example.org:3128';

const inLanguage = { ko: '{{ .CommonLabels.alertname }} 알림', en: 'Alert {{ .CommonLabels.alertname }}' };

/** One integration of each kind, with all that it can be told beside the words of its messages. */
export const everyKind = {
  slack: slack({ url: key('slack'), channel: 'C024BE91L', http: { bearerToken: key('bot'), proxy } }),
  email: email({
    to: ['a@example.org', 'b@example.org'],
    from: 'alerts@example.org',
    smarthost: 'relay.example.org:25',
    requireTLS: false,
    hello: 'monitoring.example.org',
    login: { username: 'alerts', password: key('smtp') },
  }),
  pagerduty: pagerduty({ routingKey: key('pagerduty'), http: { proxy } }),
  opsgenie: opsgenie({ apiKey: key('opsgenie'), region: 'eu', http: { proxy } }),
  msteams: msteams({ url: key('msteams'), http: { bearerToken: key('gateway'), proxy } }),
  discord: discord({ url: key('discord'), http: { proxy } }),
  telegram: telegram({ botToken: key('telegram'), chat: -1_001_234_567_890, http: { proxy } }),
  sns: sns({ topicArn: 'arn:aws:sns:ap-northeast-2:123456789012:shop', http: { proxy } }),
  webhook: webhook({
    url: key('webhook'),
    maxAlerts: 20,
    sendResolved: false,
    http: { bearerToken: key('gateway'), proxy },
  }),
  own: integration('webex', {
    address: 'Webex shop',
    secrets: [key('webex')],
    operator: ({ language }) => ({
      roomID: 'shop',
      message: inLanguage[language],
      httpConfig: { authorization: { credentials: { ...key('webex') } } },
    }),
    file: (fileOf, { language }) => ({
      room_id: 'shop',
      message: inLanguage[language],
      http_config: { authorization: { credentials_file: fileOf(key('webex')) } },
    }),
    templates: ({ language }) => ({ message: inLanguage[language] }),
  }),
} as const satisfies Readonly<Record<Integration['integration'], Integration>>;

/** Those that have words of their own. */
export const { webhook: _, own: __, ...worded } = everyKind;

import { describe, expect, test } from '@jest/globals';
import { rendered } from '#proof/notification/rendered.js';
import { samples } from '#proof/notification/samples.js';
import { kst, utc } from '#routing/message/clock.js';
import { discord } from '#routing/receiver/discord.js';
import { email } from '#routing/receiver/email.js';
import { msteams } from '#routing/receiver/msteams.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { sns } from '#routing/receiver/sns.js';
import { telegram } from '#routing/receiver/telegram.js';
import { webhook } from '#routing/receiver/webhook.js';
import { secret } from '#ground/secret.js';

const url = secret('shop-slack', 'url');
const chat = slack({ url, channel: '#shop' });
const mail = email({ to: ['a@example.org'], from: 'b@example.org', smarthost: 'smtp.example.org:587' });
const pager = pagerduty({ routingKey: secret('shop-pagerduty', 'key') });
const korean = { language: 'ko', clock: kst } as const;
const english = { language: 'en', clock: utc } as const;
const [{ notification: firing }] = samples;

/** What somebody must be told in each sample: how many, since when or until when, and of what. */
const told: Readonly<Record<string, { readonly ko: readonly string[]; readonly en: readonly string[] }>> = {
  'a critical alert fires': {
    ko: ['[발생 1] HighErrorRate (critical)', '06-15 03:12 KST부터', 'web-1 answers 7.2%', '대응 방법'],
    en: ['[1 firing] HighErrorRate (critical)', 'since 06-14 18:12 UTC', 'web-1 answers 7.2%', 'Runbook'],
  },
  'a warning is resolved': {
    ko: ['[해결 1] HighLatency (warning)', '06-15 03:47 KST 해결 (35m12s 동안', 'web-2 answers 7.2%'],
    en: ['[1 resolved] HighLatency (warning)', 'resolved 06-14 18:47 UTC after 35m12s', 'web-2 answers 7.2%'],
  },
  'many fire and many are resolved': {
    ko: ['[발생 61 · 해결 60] 여러 알림: Alert', '… 외 발생', '… 외 해결', 'severity=critical'],
    en: [
      '[61 firing · 60 resolved] several alerts: Alert',
      'more firing',
      'more resolved',
      'severity=critical',
    ],
  },
  'alerts of others fire and are resolved': {
    ko: ['[발생 1 · 해결 1] 여러 알림', 'Barer', '부터 발생 중', ' 해결 ('],
    en: ['[1 firing · 1 resolved] several alerts', 'Barer', 'firing since', 'resolved 06-14'],
  },
};

describe.each([
  ['Slack', chat],
  ['an e-mail', mail],
  ['PagerDuty', pager],
  ['Microsoft Teams', msteams({ url })],
  ['Discord', discord({ url })],
  ['Telegram', telegram({ botToken: url, chat: -100 })],
  ['SNS', sns({ topicArn: 'arn:aws:sns:ap-northeast-2:123456789012:shop' })],
] as const)('the project’s message in %s', (_, integration) => {
  test.each(
    samples.flatMap(({ when, notification }) =>
      [korean, english].map((reader) => [reader.language, when, reader, notification] as const),
    ),
  )('says in %s what must be known when %s', async (language, when, reader, notification) => {
    const texts = (await rendered(integration, reader, notification)).map(({ text }) => text).join('\n');
    expect(told[when]?.[language].filter((words) => !texts.includes(words))).toEqual([]);
  });
});

test('a rendered message has its fields by the names of the receiver', async () => {
  const texts = await rendered(pager, english, firing);
  expect(texts.map(({ name }) => name)).toEqual([
    'description',
    'severity',
    'component',
    'details.firing',
    'details.resolved',
    'links[0].href',
    'links[0].text',
    'links[1].href',
    'links[1].text',
  ]);
});

test('a webhook has no texts: it is sent the alerts themselves', async () => {
  const hook = webhook({ url: secret('shop-sms', 'url') });
  expect(await rendered(hook, english, firing)).toEqual([]);
});

test('a message with a template of its own is rendered with it', async () => {
  const own = slack({ ...chat, message: { title: '{{ .Status }}: {{ .CommonLabels.alertname }}' } });
  const texts = await rendered(own, english, firing);
  expect(texts.find(({ name }) => name === 'title')?.text).toBe('firing: HighErrorRate');
});

test('a message is refused with every template that cannot be rendered', async () => {
  const own = slack({ ...chat, message: { title: '{{ .Alerts.Frist }}', footer: '{{ if .Status }}' } });
  await expect(rendered(own, english, firing)).rejects.toThrow(
    /^slack: 2 faults\n {2}message\.title: .*\{\{ \.Alerts\.Frist \}\}.*\n {2}message\.footer: .*\{\{ if \.Status \}\}/,
  );
});

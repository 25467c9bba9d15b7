import { describe, expect, test } from '@jest/globals';
import type { Notification } from '#proof/notification/notification.js';
import { rendered } from '#proof/notification/rendered.js';
import { kst, utc } from '#routing/message/clock.js';
import type { Reader } from '#routing/message/reader.js';
import { email } from '#routing/receiver/email.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import type { Integration } from '#routing/receiver/receiver.js';
import { slack } from '#routing/receiver/slack.js';
import { secret } from '#ground/secret.js';
import { alert, notification, pod, resolved } from './notification.js';

const korean = { language: 'ko', clock: kst } as const;
const english = { language: 'en', clock: utc } as const;
const mixed = notification(pod('observer-1'), pod('observer-2'), resolved(pod('observer-3')));

const chat = slack({ url: secret('observer-slack', 'url'), channel: '#observer-alerts' });
const mail = email({ to: ['a@example.org'], from: 'b@example.org', smarthost: 'smtp.example.org:587' });
const pager = pagerduty({ routingKey: secret('oncall', 'key') });

/** The text of a field of a message. */
const text = async (
  integration: Integration,
  field: string,
  reader: Reader,
  told: Notification,
): Promise<string | undefined> =>
  (await rendered(integration, reader, told)).find(({ name }) => name === field)?.text;

describe('the title of a message', () => {
  test.each([
    ['some fire and some are resolved', korean, mixed, '[발생 2 · 해결 1] ObserverHighErrorRate (critical)'],
    ['all fire', korean, notification(pod('a')), '[발생 1] ObserverHighErrorRate (critical)'],
    [
      'all are resolved',
      korean,
      notification(resolved(pod('a'))),
      '[해결 1] ObserverHighErrorRate (critical)',
    ],
    ['in English', english, mixed, '[2 firing · 1 resolved] ObserverHighErrorRate (critical)'],
    [
      'alerts of several names and severities',
      korean,
      notification(pod('a'), alert({ alertname: 'ObserverHighLatency', severity: 'warning' })),
      '[발생 2] 여러 알림 observer-prod: ObserverHighErrorRate (critical)',
    ],
    [
      'a warning fires, and what is critical is resolved',
      korean,
      notification(resolved(pod('a')), alert({ alertname: 'ObserverHighLatency', severity: 'warning' })),
      '[발생 1 · 해결 1] 여러 알림 observer-prod: ObserverHighLatency (warning)',
    ],
    [
      'the first of two that are critical is named',
      korean,
      notification(
        alert({ alertname: 'ObserverHighLatency', severity: 'warning' }),
        pod('a'),
        alert({ alertname: 'ObserverStopped' }),
      ),
      '[발생 3] 여러 알림 observer-prod: ObserverHighErrorRate (critical)',
    ],
  ])('says how many, what and how bad: %s', async (_, reader, message, told) => {
    expect(await text(chat, 'title', reader, message)).toBe(told);
  });
});

describe('in Slack', () => {
  test('each alert has a block of its own, those that fire first, then what is resolved', async () => {
    expect(await text(chat, 'text', korean, mixed)).toMatchInlineSnapshot(`
           "🔴 *요청의 7.2%가 5xx입니다*
           5분 동안 &lt;5% 여야 합니다 &amp; 지금은 아닙니다
           06-15 03:12 KST부터 발생 중 · pod=observer-1 · <https://runbooks.example.org/observer#ObserverHighErrorRate|대응 방법> · <https://grafana.example.org/d/observer?var-namespace=observer-prod&amp;from=now-1h|대시보드>

           🔴 *요청의 7.2%가 5xx입니다*
           5분 동안 &lt;5% 여야 합니다 &amp; 지금은 아닙니다
           06-15 03:12 KST부터 발생 중 · pod=observer-2 · <https://runbooks.example.org/observer#ObserverHighErrorRate|대응 방법> · <https://grafana.example.org/d/observer?var-namespace=observer-prod&amp;from=now-1h|대시보드>

           ✅ *요청의 7.2%가 5xx입니다*
           06-15 03:47 KST 해결 (35m12s 동안 발생) · pod=observer-3

           "
        `);
  });

  test('the same in English, by the clock of UTC', async () => {
    expect(await text(chat, 'text', english, mixed)).toMatchInlineSnapshot(`
           "🔴 *요청의 7.2%가 5xx입니다*
           5분 동안 &lt;5% 여야 합니다 &amp; 지금은 아닙니다
           firing since 06-14 18:12 UTC · pod=observer-1 · <https://runbooks.example.org/observer#ObserverHighErrorRate|Runbook> · <https://grafana.example.org/d/observer?var-namespace=observer-prod&amp;from=now-1h|Dashboard>

           🔴 *요청의 7.2%가 5xx입니다*
           5분 동안 &lt;5% 여야 합니다 &amp; 지금은 아닙니다
           firing since 06-14 18:12 UTC · pod=observer-2 · <https://runbooks.example.org/observer#ObserverHighErrorRate|Runbook> · <https://grafana.example.org/d/observer?var-namespace=observer-prod&amp;from=now-1h|Dashboard>

           ✅ *요청의 7.2%가 5xx입니다*
           resolved 06-14 18:47 UTC after 35m12s · pod=observer-3

           "
        `);
  });

  test('an alert without annotations tells its name', async () => {
    expect(await text(chat, 'text', korean, notification(alert({}, {})))).toBe(
      '🔴 *ObserverHighErrorRate*\n06-15 03:12 KST부터 발생 중\n\n',
    );
  });

  test('a hundred long alerts stay readable and under 8,000 characters, and it says how many are left out', async () => {
    const long = (_: unknown, i: number) =>
      alert(
        { pod: `observer-${i}` },
        {
          summary: '가'.repeat(500),
          description: '나'.repeat(5_000),
          runbook_url: `https://runbooks.example.org/${'r'.repeat(80)}`,
        },
      );
    const many = notification(
      long(undefined, 0),
      ...Array.from({ length: 59 }, long),
      ...Array.from({ length: 40 }, long).map(resolved),
    );
    const written = (await text(chat, 'text', korean, many)) ?? '';
    expect(written.length).toBeLessThan(8_000);
    expect(written).toMatch(/… 외 발생 53건[^]*… 외 해결 37건/);
  });

  test.each([
    ['danger', 'a critical alert fires', mixed],
    ['warning', 'a warning fires', notification(alert({ severity: 'warning' }))],
    ['good', 'all is resolved', notification(resolved(pod('a')))],
  ])('the colour is %s when %s', async (color, _, data) => {
    expect(await text(chat, 'color', korean, data)).toBe(color);
  });

  test('a notification on a phone shows the title and what the first alert says', async () => {
    expect(await text(chat, 'fallback', korean, mixed)).toBe(
      '[발생 2 · 해결 1] ObserverHighErrorRate (critical): 요청의 7.2%가 5xx입니다',
    );
  });
});

test('an e-mail says the same as HTML, which Alertmanager escapes', async () => {
  expect(await text(mail, 'html', korean, notification(pod('a'), resolved(pod('b'))))).toMatchInlineSnapshot(`
    "<div style="font-family:sans-serif;font-size:15px;line-height:1.5;max-width:640px">
    <div style="border-left:4px solid #c62828;padding:2px 12px;margin:14px 0">
    <b>요청의 7.2%가 5xx입니다</b><br>
    5분 동안 &lt;5% 여야 합니다 &amp; 지금은 아닙니다<br>
    <span style="color:#666">06-15 03:12 KST부터 발생 중 · pod=a</span> · <a href="https://runbooks.example.org/observer#ObserverHighErrorRate">대응 방법</a> · <a href="https://grafana.example.org/d/observer?var-namespace=observer-prod&amp;from=now-1h">대시보드</a>
    </div>
    <div style="border-left:4px solid #2e7d32;padding:2px 12px;margin:14px 0">
    <b>요청의 7.2%가 5xx입니다</b><br>
    <span style="color:#666">06-15 03:47 KST 해결 (35m12s 동안 발생) · pod=b</span>
    </div>
    </div>
    "
  `);
});

test('an e-mail says the same as plain text', async () => {
  expect(await text(mail, 'text', english, notification(pod('a'), resolved(pod('b')))))
    .toMatchInlineSnapshot(`
    "■ 요청의 7.2%가 5xx입니다
    5분 동안 <5% 여야 합니다 & 지금은 아닙니다
    firing since 06-14 18:12 UTC · pod=a
    Runbook: https://runbooks.example.org/observer#ObserverHighErrorRate
    Dashboard: https://grafana.example.org/d/observer?var-namespace=observer-prod&from=now-1h

    □ 요청의 7.2%가 5xx입니다
    resolved 06-14 18:47 UTC after 35m12s · pod=b

    "
  `);
});

test('an incident of PagerDuty keeps what fires and what is resolved apart', async () => {
  const incident = await rendered(pager, korean, mixed);
  const details = incident.flatMap(({ name, text }) => (name.startsWith('details.') ? [text] : []));
  expect(details.join('---\n')).toMatchInlineSnapshot(`
       "■ 요청의 7.2%가 5xx입니다
       5분 동안 <5% 여야 합니다 & 지금은 아닙니다
       06-15 03:12 KST부터 발생 중 · pod=observer-1
       대응 방법: https://runbooks.example.org/observer#ObserverHighErrorRate
       대시보드: https://grafana.example.org/d/observer?var-namespace=observer-prod&from=now-1h

       ■ 요청의 7.2%가 5xx입니다
       5분 동안 <5% 여야 합니다 & 지금은 아닙니다
       06-15 03:12 KST부터 발생 중 · pod=observer-2
       대응 방법: https://runbooks.example.org/observer#ObserverHighErrorRate
       대시보드: https://grafana.example.org/d/observer?var-namespace=observer-prod&from=now-1h

       ---
       □ 요청의 7.2%가 5xx입니다
       06-15 03:47 KST 해결 (35m12s 동안 발생) · pod=observer-3

       "
    `);
});

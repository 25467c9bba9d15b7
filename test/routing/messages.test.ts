import { describe, expect, test } from '@jest/globals';
import { kst, utc } from '../../routing/message/clock.js';
import { emailMessage } from '../../routing/message/email.js';
import { pagerdutyMessage } from '../../routing/message/pagerduty.js';
import { slackMessage } from '../../routing/message/slack.js';
import { templateFaults } from '../../routing/template/faults.js';
import { render } from './amtool.js';
import { notification, pod, resolved } from './notification.js';

const korean = { language: 'ko', clock: kst } as const;
const english = { language: 'en', clock: utc } as const;
const mixed = notification(pod('observer-1'), pod('observer-2'), resolved(pod('observer-3')));

describe('the title of a message', () => {
  const { title } = slackMessage(korean);
  const english = slackMessage({ language: 'en', clock: utc }).title;

  test.each([
    ['some fire and some are resolved', title, mixed, '[발생 2 · 해결 1] ObserverHighErrorRate (critical)'],
    ['all fire', title, notification(pod('a')), '[발생 1] ObserverHighErrorRate (critical)'],
    [
      'all are resolved',
      title,
      notification(resolved(pod('a'))),
      '[해결 1] ObserverHighErrorRate (critical)',
    ],
    ['in English', english, mixed, '[2 firing · 1 resolved] ObserverHighErrorRate (critical)'],
    [
      'alerts of several names and severities',
      title,
      notification(pod('a'), { labels: { alertname: 'ObserverHighLatency', severity: 'warning' } }),
      '[발생 2] 여러 알림 observer-prod',
    ],
  ])('says how many, what and how bad: %s', async (_, template, data, told) => {
    expect(await render(template, data)).toBe(told);
  });
});

describe('in Slack', () => {
  test('each alert has a block of its own, those that fire first, then what is resolved', async () => {
    expect(await render(slackMessage(korean).text, mixed)).toMatchInlineSnapshot(`
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
    expect(await render(slackMessage(english).text, mixed)).toMatchInlineSnapshot(`
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
    expect(await render(slackMessage(korean).text, notification({ annotations: {} }))).toBe(
      '🔴 *ObserverHighErrorRate*\n06-15 03:12 KST부터 발생 중\n\n',
    );
  });

  test('a hundred long alerts stay readable and under 8,000 characters, and it says how many are left out', async () => {
    const long = (state: 'firing' | 'resolved') => (_: unknown, i: number) => ({
      state,
      labels: { pod: `observer-${i}` },
      annotations: {
        summary: '가'.repeat(500),
        description: '나'.repeat(5_000),
        runbook_url: `https://runbooks.example.org/${'r'.repeat(80)}`,
      },
    });
    const many = notification(
      ...Array.from({ length: 60 }, long('firing')),
      ...Array.from({ length: 40 }, long('resolved')),
    );
    const text = await render(slackMessage(korean).text, many);
    expect(text.length).toBeLessThan(8_000);
    expect(text).toContain('… 외 발생 52건');
    expect(text).toContain('… 외 해결 36건');
  });

  test.each([
    ['danger', 'a critical alert fires', mixed],
    ['warning', 'a warning fires', notification({ labels: { severity: 'warning' } })],
    ['good', 'all is resolved', notification(resolved(pod('a')))],
  ])('the colour is %s when %s', async (color, _, data) => {
    expect(await render(slackMessage(korean).color, data)).toBe(color);
  });

  test('a notification on a phone shows the title and what the first alert says', async () => {
    expect(await render(slackMessage(korean).fallback, mixed)).toBe(
      '[발생 2 · 해결 1] ObserverHighErrorRate (critical): 요청의 7.2%가 5xx입니다',
    );
  });
});

test('an e-mail says the same as HTML, which Alertmanager escapes', async () => {
  expect(await render(emailMessage(korean).html, notification(pod('a'), resolved(pod('b'))), 'html'))
    .toMatchInlineSnapshot(`
   "<div style="font-family:sans-serif;font-size:15px;line-height:1.5;max-width:640px">
   <h2 style="font-size:18px">[발생 1 · 해결 1] ObserverHighErrorRate (critical)</h2>
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
  expect(await render(emailMessage(english).text, notification(pod('a'), resolved(pod('b')))))
    .toMatchInlineSnapshot(`
   "[1 firing · 1 resolved] ObserverHighErrorRate (critical)

   ■ 요청의 7.2%가 5xx입니다
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
  const { firing, resolved: done } = pagerdutyMessage(korean).details;
  expect(await render(`${firing}---\n${done}`, mixed)).toMatchInlineSnapshot(`
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

test('the check of templates finds nothing wrong with those of the project', () => {
  const { details, links, ...texts } = pagerdutyMessage(korean);
  const templates = [slackMessage(korean), emailMessage(korean), texts, details, ...links].flatMap(
    (message) => Object.values(message),
  );
  expect(templates.flatMap(templateFaults)).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import { rendered } from '#proof/notification/rendered.js';
import { kst, utc } from '#routing/message/clock.js';
import { worded } from './every-kind.js';
import { alert, notification, pod, resolved } from './notification.js';

const korean = { language: 'ko', clock: kst } as const;
const english = { language: 'en', clock: utc } as const;

/** One that fires, of names that are markup somewhere, and one that is resolved. */
const told = notification(
  alert(
    { pod: '_web_[1]' },
    {
      summary: 'A & B <b> *slow*',
      description: 'Under 5% is "well"',
      runbook_url: 'https://runbooks.example.org/observer(web)?a=1&b=2',
    },
  ),
  resolved(pod('observer-2')),
);

const message = async (kind: keyof typeof worded, reader: typeof korean | typeof english): Promise<string> =>
  (await rendered(worded[kind], reader, told)).map(({ name, text }) => `${name}: ${text}`).join('\n');

describe('a card in Microsoft Teams has its markup escaped, and an empty line after each', () => {
  test('in Korean', async () => {
    expect(await message('msteams', korean)).toMatchInlineSnapshot(`
      "title: [발생 1 · 해결 1] ObserverHighErrorRate (critical)
      text: 🔴 **A & B \\<b\\> \\*slow\\***

      Under 5% is "well"

      06-15 03:12 KST부터 발생 중 · pod=\\_web\\_\\[1\\] · [대응 방법](https://runbooks.example.org/observer%28web%29?a=1&b=2)

      ✅ **요청의 7.2%가 5xx입니다**

      06-15 03:47 KST 해결 (35m12s 동안 발생) · pod=observer-2

      "
    `);
  });

  test('in English', async () => {
    expect(await message('msteams', english)).toMatchInlineSnapshot(`
      "title: [1 firing · 1 resolved] ObserverHighErrorRate (critical)
      text: 🔴 **A & B \\<b\\> \\*slow\\***

      Under 5% is "well"

      firing since 06-14 18:12 UTC · pod=\\_web\\_\\[1\\] · [Runbook](https://runbooks.example.org/observer%28web%29?a=1&b=2)

      ✅ **요청의 7.2%가 5xx입니다**

      resolved 06-14 18:47 UTC after 35m12s · pod=observer-2

      "
    `);
  });
});

describe('a message in Discord has its markup escaped', () => {
  test('in Korean', async () => {
    expect(await message('discord', korean)).toMatchInlineSnapshot(`
      "title: [발생 1 · 해결 1] ObserverHighErrorRate (critical)
      message: 🔴 **A & B \\<b\\> \\*slow\\***
      Under 5% is "well"
      06-15 03:12 KST부터 발생 중 · pod=\\_web\\_\\[1\\] · [대응 방법](https://runbooks.example.org/observer%28web%29?a=1&b=2)

      ✅ **요청의 7.2%가 5xx입니다**
      06-15 03:47 KST 해결 (35m12s 동안 발생) · pod=observer-2

      "
    `);
  });

  test('in English', async () => {
    expect(await message('discord', english)).toMatchInlineSnapshot(`
      "title: [1 firing · 1 resolved] ObserverHighErrorRate (critical)
      message: 🔴 **A & B \\<b\\> \\*slow\\***
      Under 5% is "well"
      firing since 06-14 18:12 UTC · pod=\\_web\\_\\[1\\] · [Runbook](https://runbooks.example.org/observer%28web%29?a=1&b=2)

      ✅ **요청의 7.2%가 5xx입니다**
      resolved 06-14 18:47 UTC after 35m12s · pod=observer-2

      "
    `);
  });
});

describe('a message in Telegram is of HTML', () => {
  test('in Korean', async () => {
    expect(await message('telegram', korean)).toMatchInlineSnapshot(`
      "message: [발생 1 · 해결 1] ObserverHighErrorRate (critical)

      🔴 <b>A &amp; B &lt;b&gt; *slow*</b>
      Under 5% is "well"
      06-15 03:12 KST부터 발생 중 · pod=_web_[1] · <a href="https://runbooks.example.org/observer(web)?a=1&amp;b=2">대응 방법</a>

      ✅ <b>요청의 7.2%가 5xx입니다</b>
      06-15 03:47 KST 해결 (35m12s 동안 발생) · pod=observer-2

      "
    `);
  });

  test('in English', async () => {
    expect(await message('telegram', english)).toMatchInlineSnapshot(`
      "message: [1 firing · 1 resolved] ObserverHighErrorRate (critical)

      🔴 <b>A &amp; B &lt;b&gt; *slow*</b>
      Under 5% is "well"
      firing since 06-14 18:12 UTC · pod=_web_[1] · <a href="https://runbooks.example.org/observer(web)?a=1&amp;b=2">Runbook</a>

      ✅ <b>요청의 7.2%가 5xx입니다</b>
      resolved 06-14 18:47 UTC after 35m12s · pod=observer-2

      "
    `);
  });
});

describe('an alert of Opsgenie is plain text', () => {
  test('in Korean', async () => {
    expect(await message('opsgenie', korean)).toMatchInlineSnapshot(`
      "message: A & B <b> *slow*
      description: ■ A & B <b> *slow*
      Under 5% is "well"
      06-15 03:12 KST부터 발생 중 · pod=_web_[1]
      대응 방법: https://runbooks.example.org/observer(web)?a=1&b=2

      □ 요청의 7.2%가 5xx입니다
      06-15 03:47 KST 해결 (35m12s 동안 발생) · pod=observer-2


      priority: P1
      entity: 
      source: http://alertmanager.example.org"
    `);
  });

  test('in English', async () => {
    expect(await message('opsgenie', english)).toMatchInlineSnapshot(`
      "message: A & B <b> *slow*
      description: ■ A & B <b> *slow*
      Under 5% is "well"
      firing since 06-14 18:12 UTC · pod=_web_[1]
      Runbook: https://runbooks.example.org/observer(web)?a=1&b=2

      □ 요청의 7.2%가 5xx입니다
      resolved 06-14 18:47 UTC after 35m12s · pod=observer-2


      priority: P1
      entity: 
      source: http://alertmanager.example.org"
    `);
  });

  test('of the third priority where it is a warning', async () => {
    const warning = notification(alert({ severity: 'warning' }));
    const texts = await rendered(worded.opsgenie, english, warning);
    expect(texts.find(({ name }) => name === 'priority')?.text).toBe('P3');
  });
});

describe('what SNS publishes is plain text, with a subject in English', () => {
  test('in Korean', async () => {
    expect(await message('sns', korean)).toMatchInlineSnapshot(`
      "subject: [1 firing, 1 resolved] ObserverHighErrorRate (critical)
      message: [발생 1 · 해결 1] ObserverHighErrorRate (critical)

      ■ A & B <b> *slow*
      Under 5% is "well"
      06-15 03:12 KST부터 발생 중 · pod=_web_[1]
      대응 방법: https://runbooks.example.org/observer(web)?a=1&b=2

      □ 요청의 7.2%가 5xx입니다
      06-15 03:47 KST 해결 (35m12s 동안 발생) · pod=observer-2

      "
    `);
  });

  test('in English', async () => {
    expect(await message('sns', english)).toMatchInlineSnapshot(`
      "subject: [1 firing, 1 resolved] ObserverHighErrorRate (critical)
      message: [1 firing · 1 resolved] ObserverHighErrorRate (critical)

      ■ A & B <b> *slow*
      Under 5% is "well"
      firing since 06-14 18:12 UTC · pod=_web_[1]
      Runbook: https://runbooks.example.org/observer(web)?a=1&b=2

      □ 요청의 7.2%가 5xx입니다
      resolved 06-14 18:47 UTC after 35m12s · pod=observer-2

      "
    `);
  });
});

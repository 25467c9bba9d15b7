import { describe, expect, test } from '@jest/globals';
import { telegramHtml } from '#browser/inbox/telegram-html.js';

const said = (text: string) => ({ kind: 'text', text });

describe("Telegram's HTML", () => {
  test('has bold text, and characters by their names', () => {
    expect(telegramHtml('🔴 <b>a &lt; b</b>\n&amp;lt; &#39;')).toEqual([
      said('🔴 '),
      { kind: 'strong', inside: [said('a < b')] },
      said("\n&lt; '"),
    ]);
  });

  test('has links', () => {
    expect(telegramHtml('<a href="https://example.org/?a=1&amp;b=2">대시보드</a>')).toEqual([
      { kind: 'link', to: 'https://example.org/?a=1&b=2', inside: [said('대시보드')] },
    ]);
  });

  test('has only the text of a link to a script', () => {
    expect(telegramHtml('<a href="javascript:alert(1)">press</a>')).toEqual([said('press')]);
  });

  test('shows as text what is no tag of Telegram', () => {
    expect(telegramHtml('<img src=x onerror=alert(1)>')).toEqual([said('<img src=x onerror=alert(1)>')]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { mrkdwn } from '#browser/inbox/mrkdwn.js';

const said = (text: string) => ({ kind: 'text', text });

describe("Slack's markup", () => {
  test('makes strong what stands between asterisks', () => {
    expect(mrkdwn('🔴 */menu 요청의 7.2%가 5xx입니다*\n')).toEqual([
      said('🔴 '),
      { kind: 'strong', inside: [said('/menu 요청의 7.2%가 5xx입니다')] },
      said('\n'),
    ]);
  });

  test('leaves marks alone that stand in words', () => {
    expect(mrkdwn('a*b*c · slo=api_availability_fast')).toEqual([said('a*b*c · slo=api_availability_fast')]);
  });

  test('leaves a mark alone that nothing ends on its line', () => {
    expect(mrkdwn('*open\nnext*')).toEqual([said('*open\nnext*')]);
  });

  test('reads marks inside of marks', () => {
    expect(mrkdwn('*bold _and slanted_*')).toEqual([
      { kind: 'strong', inside: [said('bold '), { kind: 'emphasis', inside: [said('and slanted')] }] },
    ]);
  });

  test('writes the three characters that Slack escapes', () => {
    expect(mrkdwn('&lt;5% &amp; &gt;0 &amp;lt;')).toEqual([said('<5% & >0 &lt;')]);
  });

  test('links by the text behind the bar', () => {
    expect(mrkdwn('<https://example.org/d?a=1&amp;b=2|대시보드>')).toEqual([
      { kind: 'link', to: 'https://example.org/d?a=1&b=2', inside: [said('대시보드')] },
    ]);
  });

  test('links an address that stands alone', () => {
    expect(mrkdwn('see https://example.org/a, or')).toMatchObject([
      said('see '),
      { kind: 'link', to: 'https://example.org/a' },
      said(', or'),
    ]);
  });

  test('makes no link of a script', () => {
    expect(mrkdwn('<javascript:alert(1)|press>')).toEqual([said('<javascript:alert(1)|press>')]);
  });

  test('names whom it calls', () => {
    expect(mrkdwn('<!here> <#C024BE91L|alerts>')).toEqual([
      { kind: 'mention', text: '@here' },
      said(' '),
      { kind: 'mention', text: '#alerts' },
    ]);
  });

  test('reads nothing in code', () => {
    expect(mrkdwn('`*a*`')).toEqual([{ kind: 'code', text: '*a*' }]);
  });
});

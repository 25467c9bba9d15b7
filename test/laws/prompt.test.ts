import { describe, expect, test } from '@jest/globals';
import type { Promptness } from '#application/promptness.js';
import { everyCriticalAlertIsPrompt } from '#laws/prompt.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { estate, hosts } from '../estate.js';
import { alerting, requestRate, shop, tooMany } from '../synth/estate/shop.js';

const chat = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });
const slow = tooMany('HighErrorRate', requestRate, { severity: 'critical', for: '5m' });
const quick = tooMany('ErrorsSurging', requestRate, { severity: 'critical', for: '0s' });
const warning = tooMany('HighLatency', requestRate, { for: '30m' });

const told = (groupWait: '10s' | '2m', prompt: Promptness) => {
  const routed = routing({
    language: 'en',
    receivers: { chat },
    route: {
      receiver: 'chat',
      groupWait: '10s',
      routes: [{ matchers: { severity: 'critical' }, groupWait }],
    },
  });
  const groups = alerting(slow, quick, warning);
  return shop({ routing: routed, groups, prompt, scrapes: [], exporters: [] });
};
const faults = (prompt: Promptness, groupWait: '10s' | '2m' = '10s') =>
  everyCriticalAlertIsPrompt({ applications: [told(groupWait, prompt)], objects: [] }).map(
    ({ where, why }) => `${where}: ${why}`,
  );
const promise = { fires: '5m', told: '1m' } as const;

describe('what is critical is told as soon as is promised', () => {
  test('and nothing is held that is not promised', () => {
    const unpromised = shop({ groups: alerting(slow), scrapes: [], exporters: [] });
    expect(everyCriticalAlertIsPrompt({ applications: [unpromised], objects: [] })).toEqual([]);
  });

  test('in time', () => {
    expect(faults({ ...promise, fires: '30m' })).toEqual([]);
  });

  test('but for what waits too long before it fires', () => {
    expect(faults(promise)).toEqual([
      expect.stringMatching(
        /^shop\/prompt: HighErrorRate is critical and fires up to \S+( \d+s)? after a fault began, later than the 5m/,
      ),
    ]);
  });

  test('unless another tells of the same outage in time', () => {
    expect(faults({ ...promise, slower: { HighErrorRate: { sooner: 'ErrorsSurging' } } })).toEqual([]);
  });

  test('or a reason is given', () => {
    expect(faults({ ...promise, slower: { HighErrorRate: 'Its document asks for 5 minutes.' } })).toEqual([]);
  });

  test('which is of an alert that is slow', () => {
    const slower = { HighErrorRate: 'By contract.', ErrorsSurging: 'None.' };
    expect(faults({ ...promise, slower })).toEqual([
      expect.stringContaining('shop/prompt.slower.ErrorsSurging: it says why ErrorsSurging is slow'),
    ]);
  });

  test('and another that tells is not slow itself', () => {
    const slower = { HighErrorRate: { sooner: 'HighErrorRate' } };
    expect(faults({ ...promise, slower })).toEqual([
      'shop/prompt.slower.HighErrorRate: HighErrorRate, which is to tell in the place of HighErrorRate, is too slow itself',
    ]);
  });

  test('nor waits for others of its group longer than is promised', () => {
    expect(faults({ ...promise, fires: '30m' }, '2m')).toEqual([
      'shop/prompt: HighErrorRate is critical, and its message waits 2m for others of its group, longer than the 1m that are promised',
      'shop/prompt: ErrorsSurging is critical, and its message waits 2m for others of its group, longer than the 1m that are promised',
    ]);
  });

  test('by names of its critical alerts', () => {
    expect(() => told('10s', { ...promise, slower: { HighLatency: 'None.' } })).toThrow(
      'prompt.slower.HighLatency: it has no critical alert HighLatency; write ',
    );
  });
});

test.each([...estate, ...hosts.map(({ application }) => application)])(
  '$name promises an alert within five minutes and a message within one more',
  ({ prompt }) => {
    expect([prompt?.fires, prompt?.told]).toEqual(['5m', '1m']);
  },
);

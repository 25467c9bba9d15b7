import { describe, expect, test } from '@jest/globals';
import { hours } from '#alerts/rule/hours.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import type { Law } from '#laws/law.js';
import { noAlertIsAlwaysMuted } from '#laws/muted.js';
import { everyCriticalAlertPages } from '#laws/paged.js';
import { email } from '#routing/receiver/email.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { webhook } from '#routing/receiver/webhook.js';
import type { Routing } from '#routing/routing.js';
import type { TimeInterval } from '#routing/time-interval.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { alerting, basketsPerPod, requestRate, shop, tooMany } from '../synth/estate/shop.js';

const chat = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });
const pager = pagerduty({ routingKey: secret('shop-pagerduty', 'key') });
const gateway = webhook({ url: secret('shop-gateway', 'url') });

const critical = tooMany('HighErrorRate', requestRate, { severity: 'critical' });
const warning = tooMany('HighLatency', requestRate);

const told = (value: Routing, ...alerts: readonly AlertRule[]): Application =>
  shop({ routing: value, groups: alerting(...alerts), scrapes: [], exporters: [] });
const faults = (law: Law, application: Application) => law({ applications: [application], objects: [] });

describe('no alert is always muted (mistake 50)', () => {
  const law = noAlertIsAlwaysMuted;
  // Friday ends in Seoul when it is 15:00 of UTC.
  const trading = hours({
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    from: '09:00',
    to: '15:30',
    timeZone: 'Asia/Seoul',
  });
  const muted = (timeIntervals: Parameters<typeof routing>[0]['timeIntervals'] & object): Routing =>
    routing<{ readonly chat: typeof chat }, typeof timeIntervals>({
      language: 'en',
      receivers: { chat },
      timeIntervals,
      route: { receiver: 'chat', routes: [{ muteTimeIntervals: Object.keys(timeIntervals) }] },
    });
  const day = { times: [{ start: '00:00', end: '06:30' }], weekdays: ['monday:friday'] } as const;
  const traded = tooMany('NothingTraded', requestRate, { during: () => trading });

  test('that fires at any hour, where only days are muted', () => {
    expect(faults(law, told(muted({ day }), warning))).toEqual([]);
  });

  test('that fires for a minute before its route is mute', () => {
    const late = { ...day, times: [{ start: '00:01', end: '06:30' }] } as const;
    expect(faults(law, told(muted({ late }), traded))).toEqual([]);
  });

  test('that fires at hours that begin and end while its route is not mute', () => {
    const evening = hours({ ...trading, from: '19:00', to: '20:00' });
    const late = tooMany('NothingCounted', requestRate, { during: () => evening });
    expect(faults(law, told(muted({ day }), late))).toEqual([]);
  });

  test('that fires on a day on which its route is not mute', () => {
    const short = { ...day, weekdays: ['monday:thursday'] } as const;
    expect(faults(law, told(muted({ short }), traded))).toEqual([]);
  });

  test('that goes on after its hours', () => {
    const going = tooMany('NothingTraded', requestRate, { during: () => trading, keepFiringFor: '1h' });
    expect(faults(law, told(muted({ day }), going))).toEqual([]);
  });

  test('not where its route is mute whenever it can fire', () => {
    expect(faults(law, told(muted({ day }), warning, traded))).toEqual([
      {
        where: 'shop/routing',
        what: 'NothingTraded',
        code: 'muted',
        why: 'at no time at which it can fire is it sent, by day: nobody is told of it',
        cure: 'leave a time at which its route is active and not muted',
      },
    ]);
  });
});

describe('a critical alert is told on every day (mistake 50)', () => {
  const weekend = { weekdays: ['saturday', 'sunday'] } as const;
  const hushed = (interval: TimeInterval, continuing: boolean): Routing =>
    routing({
      language: 'en',
      receivers: { chat, pager },
      timeIntervals: { hushed: interval },
      route: {
        receiver: 'chat',
        routes: [
          { receiver: 'pager', muteTimeIntervals: ['hushed'], continue: continuing },
          ...(continuing ? [{ receiver: 'chat' } as const] : []),
        ],
      },
    });
  const onFridays = tooMany('NothingSold', requestRate, {
    severity: 'critical',
    during: () => hours({ days: ['friday'], from: '09:00', to: '15:00', timeZone: 'Etc/UTC' }),
  });

  test.each([
    ['where it is muted at night', { times: [{ start: '00:00', end: '23:59' }] }, false, critical],
    ['where somebody else is told at the weekend', weekend, true, critical],
    ['where it is muted on days on which it cannot fire', weekend, false, onFridays],
    ['or is a warning', weekend, false, warning],
  ] as const)('%s', (_, interval, continuing, alert) => {
    expect(faults(noAlertIsAlwaysMuted, told(hushed(interval, continuing), alert))).toEqual([]);
  });

  test('not where it is muted all weekend', () => {
    expect(faults(noAlertIsAlwaysMuted, told(hushed(weekend, false), critical))).toMatchObject([
      {
        what: 'HighErrorRate',
        code: 'muted',
        why: 'it is critical, and all of sunday, saturday (in UTC) nobody is told of it, by hushed',
      },
    ]);
  });
});

describe('every critical alert pages somebody (mistake 57)', () => {
  const law = everyCriticalAlertPages;
  const to = (receiver: Parameters<typeof routing>[0]['receivers'][string], unpaged?: string): Routing =>
    routing({
      language: 'en',
      receivers: { oncall: receiver },
      route: { receiver: 'oncall' },
      ...(unpaged !== undefined && { unpaged }),
    });
  const why = 'Slack is all that the shop has.';

  test.each([
    ['by PagerDuty', [chat, pager]],
    ['by a webhook that says so', { ...gateway, pages: true }],
    [
      'by mail that says so',
      email({ to: ['a@example.org'], from: 'b@example.org', smarthost: 'c.example.org:25', pages: true }),
    ],
  ])('%s', (_, receiver) => {
    expect(faults(law, told(to(receiver), critical))).toEqual([]);
  });

  test.each([
    ['chat', chat, 'Slack #shop'],
    ['a webhook of which nobody says so', gateway, 'Webhook shop-gateway'],
    ['a PagerDuty that does not', { ...pager, pages: false }, 'PagerDuty'],
  ])('not by %s', (_, receiver, place) => {
    expect(faults(law, told(to(receiver), critical))).toEqual([
      {
        where: 'shop/routing',
        what: 'HighErrorRate',
        code: 'critical-pages-nobody',
        why: `critical, and pages nobody: HighErrorRate, which goes to ${place}`,
        cure: expect.stringContaining('or say why not, once'),
      },
    ]);
  });

  test('of those that go to one place it is said once', () => {
    const other = tooMany('TooManyBaskets', basketsPerPod, { severity: 'critical' });
    expect(faults(law, told(to(chat), critical, other))).toMatchObject([
      { what: 'HighErrorRate, TooManyBaskets' },
    ]);
  });

  test('or the application says why not', () => {
    expect(faults(law, told(to(chat, why), critical))).toEqual([]);
  });

  test('which it does not where all of them do', () => {
    expect(faults(law, told(to(pager, why), critical))).toMatchObject([
      { what: why, why: 'it says why nobody is paged, and every critical alert pages' },
    ]);
  });

  test('and a warning need not', () => {
    expect(faults(law, told(to(chat), warning))).toEqual([]);
  });

  const paging = (route: object) =>
    routing({
      language: 'en',
      receivers: { chat, pager },
      timeIntervals: { weekend: { weekdays: ['saturday', 'sunday'] }, work: { weekdays: ['monday:friday'] } },
      route: {
        receiver: 'chat',
        muteTimeIntervals: ['weekend'],
        routes: [
          { receiver: 'pager', matchers: { severity: 'critical' }, activeTimeIntervals: ['work'], ...route },
        ],
      },
    });

  test('not where a label decides that is known only when it fires', () => {
    const other = tooMany('TooManyBaskets', basketsPerPod, { severity: 'critical' });
    expect(faults(law, told(paging({ matchers: { pod: 'shop-0' } }), other))).toHaveLength(1);
  });

  test('on some days of the week', () => {
    expect(faults(law, told(paging({}), critical))).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { secret } from '#ground/secret.js';
import { discord } from '#routing/receiver/discord.js';
import { email } from '#routing/receiver/email.js';
import { msteams } from '#routing/receiver/msteams.js';
import { opsgenie } from '#routing/receiver/opsgenie.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { sns } from '#routing/receiver/sns.js';
import { telegram } from '#routing/receiver/telegram.js';
import { webhook } from '#routing/receiver/webhook.js';
import { routing } from '#routing/routing.js';
import { untyped } from '../untyped.js';

const url = secret('shop-slack', 'url');
const oncall = slack({ url, channel: '#shop' });

/** A routing with other facts. */
const routed = (facts: object) =>
  untyped(routing, {
    language: 'en',
    receivers: { oncall },
    route: { receiver: 'oncall', matchers: { application: 'shop' } },
    ...facts,
  });
const ofRoute = (route: object) => routed({ route: { receiver: 'oncall', routes: [route] } });
const telling = (receiver: unknown) => routed({ receivers: { oncall: receiver } });
/** An integration by settings that no type has checked. */
const made = <A extends readonly never[]>(make: (...given: A) => unknown, settings: object): unknown =>
  Reflect.apply(make, undefined, [settings]);

describe('where types are put aside, a routing is refused (mistake 86)', () => {
  test.each([
    [
      'for a severity that there is not',
      ofRoute({ matchers: { severity: 'critcal' } }),
      "route.routes[0].matchers.severity: 'critcal' is none of critical, warning; write critical",
    ],
    [
      'for one of several severities',
      ofRoute({ matchers: { severity: ['critical', 'warn'] } }),
      "'warn' is none of critical, warning; write one of: critical, warning",
    ],
    [
      'for a pattern of no severity',
      ofRoute({ matchers: { severity: /crit/ } }),
      'is none of critical, warning',
    ],
    [
      'for a field that is misspelt',
      ofRoute({ recevier: 'oncall' }),
      "route.routes[0].recevier: there is no field 'recevier', so nobody reads it; write receiver",
    ],
    [
      'for a receiver that is misspelt, once',
      routed({ route: { receiver: 'oncal' } }),
      "routing: route.receiver: there is no receiver 'oncal'; write oncall",
    ],
    [
      'for a text in the place of a list',
      ofRoute({ groupBy: 'alertname' }),
      "route.routes[0].groupBy: 'alertname' is no list",
    ],
    ['for a length of time', ofRoute({ groupWait: '10sec' }), "duration '10sec'"],
    ['for a word in the place of true', ofRoute({ continue: 'yes' }), "'yes' is neither true nor false"],
    ['for a language', routed({ language: 'kr' }), "language: 'kr' is none of ko, en; write ko"],
    [
      'for an inhibition of a severity',
      routed({ inhibit: [{ source: { severity: 'critcal' }, target: { severity: 'warning' }, equal: [] }] }),
      "inhibit[0].source.severity: 'critcal'",
    ],
    [
      'for an inhibition by nothing',
      routed({ inhibit: [{ source: { severity: 'critical' }, target: { severity: 'warning' } }] }),
      'inhibit[0].equal: it is left out; write it in [ ]',
    ],
    [
      'for a heartbeat to people',
      routed({ heartbeat: oncall }),
      "heartbeat.integration: 'slack' is none of webhook",
    ],
  ])('%s', (_, refused, why) => {
    expect(refused).toThrow(why);
  });
});

const hidden = 'https://hooks.example.org/T0/hunter2';
const plain = 'what stands here would be committed and readable by everybody';

describe('a plain text where a Secret is to be named is refused, once, and not told (mistake 19):', () => {
  test.each([
    ['receivers.oncall', hidden],
    ['receivers.oncall.url', made(slack, { url: hidden, channel: '#shop' })],
    [
      'receivers.oncall.http.bearerToken',
      made(slack, { url, channel: '#shop', http: { bearerToken: hidden } }),
    ],
    ['receivers.oncall.url', made(discord, { url: hidden })],
    ['receivers.oncall.url', made(msteams, { url: hidden })],
    ['receivers.oncall.url', made(webhook, { url: hidden })],
    ['receivers.oncall.routingKey', made(pagerduty, { routingKey: hidden })],
    ['receivers.oncall.apiKey', made(opsgenie, { apiKey: hidden })],
    ['receivers.oncall.botToken', made(telegram, { botToken: hidden, chat: -1 })],
    [
      'receivers.oncall.keys.access',
      made(sns, {
        topicArn: 'arn:aws:sns:ap-northeast-2:123456789012:a',
        keys: { access: hidden, secret: url },
      }),
    ],
    [
      'receivers.oncall.login.password',
      made(email, {
        to: ['a@b.example'],
        from: 'a@b.example',
        smarthost: 'b.example:25',
        login: { username: 'a', password: hidden },
      }),
    ],
  ])('%s', (where, receiver) => {
    expect(telling(receiver)).toThrow(
      new RegExp(`^(?![^]*hunter2)routing: ${where.replaceAll('.', '\\.')}: ${plain}`),
    );
  });
});

describe('where types are put aside, a receiver is refused', () => {
  test.each([
    ['of a kind that there is not', { ...oncall, integration: 'slck' }, "'slck' is none of slack, email"],
    [
      'with a Secret of no key',
      made(slack, { url: { name: 'shop-slack' }, channel: '#shop' }),
      'is no key of a Secret',
    ],
    [
      'in a region that there is not',
      made(opsgenie, { apiKey: url, region: 'asia' }),
      "region: 'asia' is none of us, eu",
    ],
    [
      'behind a proxy of another kind',
      made(slack, { url, channel: '#shop', http: { proxy: 'ftp://proxy:21' } }),
      "'ftp://proxy:21' is no URL of a proxy",
    ],
    [
      'with a template of no field',
      made(slack, { url, channel: '#shop', message: { titel: 'x' } }),
      "there is no field 'titel'",
    ],
    [
      'that is told of the end by a word',
      made(slack, { url, channel: '#shop', sendResolved: 'no' }),
      "'no' is neither true nor false",
    ],
  ])('%s', (_, receiver, why) => {
    expect(telling(receiver)).toThrow(why);
  });
});

import { describe, expect, test } from '@jest/globals';
import { observer } from '../observer.js';
import { ofOne } from '#routing/alertmanager/configuration.js';
import { ofOperator } from '#routing/alertmanager/operator.js';
import { type Simulated, simulate } from '#routing/alertmanager/simulate.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { type Routing, routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';

const chat = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });
const pager = pagerduty({ routingKey: secret('shop-pagerduty', 'key') });

/** A Monday, in UTC. */
const monday = (clock: string): Date => new Date(`2026-06-15T${clock}:00Z`);
const tuesday = (clock: string): Date => new Date(`2026-06-16T${clock}:00Z`);

const when = (value: Routing, simulated: Simulated): readonly string[] =>
  simulate(ofOne(value), simulated).map(
    ({ at, firing, resolved }) => `${at.toISOString().slice(8, 19)} ${firing.length} ${resolved.length}`,
  );

const shop = (): Routing =>
  routing({
    language: 'en',
    receivers: { chat },
    timeIntervals: {
      night: [{ times: [{ start: '22:00', end: '24:00' }] }, { times: [{ start: '00:00', end: '06:00' }] }],
    },
    route: {
      receiver: 'chat',
      groupBy: ['alertname'],
      groupWait: '30s',
      groupInterval: '5m',
      repeatInterval: '4h',
      muteTimeIntervals: ['night'],
    },
  });
const down = { alertname: 'ServiceDown' };

describe('a message', () => {
  test('comes after the group wait, again after the repeat interval when next it is looked, and when all is resolved', () => {
    const alerts = [{ labels: down, from: monday('08:00'), to: monday('14:01') }];
    expect(when(shop(), { alerts, until: tuesday('00:00') })).toEqual([
      '15T08:00:30 1 0',
      '15T12:05:30 1 0',
      '15T14:05:30 0 1',
    ]);
  });

  test('does not come at night, and does in the morning', () => {
    const alerts = [{ labels: down, from: monday('23:00') }];
    expect(when(shop(), { alerts, until: tuesday('06:30') })).toEqual(['16T06:00:30 1 0']);
  });

  test('of what is over in the morning does not come at all', () => {
    const alerts = [{ labels: down, from: monday('21:00'), to: monday('23:00') }];
    expect(when(shop(), { alerts, until: tuesday('12:00') })).toEqual(['15T21:00:30 1 0']);
  });

  test('does not come while it is silenced', () => {
    const silences = [
      {
        matchers: [{ label: 'alertname', operator: '=~', value: 'Service.*' } as const],
        from: monday('08:00'),
        to: monday('09:00'),
      },
    ];
    const alerts = [{ labels: down, from: monday('08:30') }];
    expect(when(shop(), { alerts, silences, until: monday('10:00') })).toEqual(['15T09:00:30 1 0']);
  });

  test('comes once more when Alertmanager has forgotten, however late it would repeat', () => {
    const alerts = [{ labels: down, from: monday('08:00') }];
    expect(when(shop(), { alerts, until: monday('10:00'), retention: '1h' })).toHaveLength(2);
  });

  test('comes when it begins anew, to whoever was not told that it was over', () => {
    const quiet = routing({
      language: 'en',
      receivers: { chat: { ...chat, sendResolved: false } },
      route: { receiver: 'chat', groupWait: '30s' },
    });
    const alerts = [
      { labels: down, from: monday('08:00'), to: monday('08:03') },
      { labels: down, from: monday('08:20') },
    ];
    expect(when(quiet, { alerts, until: monday('09:00') })).toEqual(['15T08:00:30 1 0', '15T08:20:30 1 0']);
  });

  test('says nothing of what is resolved to whoever is not told of that', () => {
    const quiet = routing({
      language: 'en',
      receivers: { both: [{ ...chat, sendResolved: false }, pager] },
      route: { receiver: 'both', groupWait: '30s' },
    });
    const alerts = [{ labels: down, from: monday('08:00'), to: monday('08:03') }];
    const told = simulate(ofOne(quiet), { alerts, until: monday('09:00') });
    expect(told.map(({ integration, resolved }) => [integration.integration, resolved.length])).toEqual([
      ['slack', 0],
      ['pagerduty', 0],
      ['pagerduty', 1],
    ]);
  });
});

test('Of two critical alerts of one name Observer’s channel hears in one message, ten seconds after the first', () => {
  const labels = {
    alertname: 'ObserverHighErrorRate',
    severity: 'critical',
    application: 'observer',
    namespace: 'observer-prod',
  };
  const told = simulate(ofOperator([observer]), {
    alerts: [
      { labels, from: monday('08:00') },
      { labels: { ...labels, pod: 'b' }, from: new Date(monday('08:00').getTime() + 9_000) },
    ],
    until: monday('19:59'),
  });
  expect(told).toMatchObject([
    {
      at: new Date(monday('08:00').getTime() + 10_000),
      receiver: 'observer-prod/observer/slack',
      groupLabels: { alertname: 'ObserverHighErrorRate', severity: 'critical' },
      firing: [labels, { ...labels, pod: 'b' }],
    },
  ]);
});

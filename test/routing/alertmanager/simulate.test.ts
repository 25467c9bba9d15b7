import { beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import type { Labels } from '#routing/alertmanager/landing.js';
import { type Notification, type SimulatedAlert, simulate } from '#routing/alertmanager/simulate.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { clockTime, minutesPerDay } from '#alerts/rule/clock.js';
import { secret } from '#ground/secret.js';
import { startAlertmanager } from '../alertmanager.js';
import { type Delivery, openDeliveries } from './deliveries.js';
import { yml } from './yml.js';

const chat = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });
const once = slack({ ...chat, sendResolved: false });

const minute = Math.floor(Date.now() / 60_000) % minutesPerDay;
/** From a minute ago on: a day that ends meanwhile goes on in the next. */
const now = [0, 1, 2, 3].map((later) => {
  const start = (minute - 1 + later + minutesPerDay) % minutesPerDay;
  return { start: clockTime(start), end: clockTime(start + 1) };
});
const earlier = (minute + minutesPerDay / 2) % (minutesPerDay - 60);

/** Everything that time, grouping and inhibition can do, at the pace of a test. */
const described = routing({
  language: 'en',
  receivers: { all: [chat, once], pods: chat, hushed: chat, awake: chat, asleep: chat },
  timeIntervals: {
    now: { times: now },
    another: { times: [{ start: clockTime(earlier), end: clockTime(earlier + 30) }] },
  },
  route: {
    receiver: 'all',
    groupBy: ['case'],
    groupWait: '1s',
    groupInterval: '2s',
    repeatInterval: '3s',
    routes: [
      {
        receiver: 'pods',
        matchers: { case: 'pods' },
        groupBy: ['case', 'pod'],
        groupWait: '500ms',
        continue: true,
      },
      { matchers: { case: 'pods' } },
      { receiver: 'hushed', matchers: { case: 'hushed' }, muteTimeIntervals: ['now'] },
      { receiver: 'awake', matchers: { case: 'awake' }, activeTimeIntervals: ['now'] },
      { receiver: 'asleep', matchers: { case: 'asleep' }, activeTimeIntervals: ['another'] },
    ],
  },
  inhibit: [
    { source: { level: 'critical' }, target: { level: 'warning' }, equal: ['case', 'pod'] },
    { source: { level: 'warning', role: 'cause' }, target: { level: 'info' }, equal: ['case'] },
  ],
});

/** As well a rule that has alerts on both of its sides, as a routing may not. */
const configuration: Configuration = {
  ...described,
  inhibit: [
    ...described.inhibit,
    {
      source: [{ label: 'twin', operator: '=~', value: '.+' }],
      target: [{ label: 'twin', operator: '=~', value: 'a|b' }],
      equal: ['case'],
    },
  ],
};

interface Told {
  readonly labels: Labels;
  /** Seconds from the beginning. */
  readonly from: number;
  readonly to?: number;
}
const story: readonly Told[] = [
  // One message for two, and the same again after the repeat interval.
  { labels: { case: 'grouped', pod: 'a' }, from: 0 },
  { labels: { case: 'grouped', pod: 'b' }, from: 0.3 },
  // Another joins, one is resolved, then all; then it begins anew.
  { labels: { case: 'changing', pod: 'a' }, from: 0 },
  { labels: { case: 'changing', pod: 'b' }, from: 1.5, to: 3.6 },
  { labels: { case: 'changing', pod: 'c' }, from: 0, to: 3.6 },
  { labels: { case: 'resolved', pod: 'a' }, from: 0, to: 2.1 },
  { labels: { case: 'again', pod: 'a' }, from: 0, to: 1.6 },
  { labels: { case: 'brief', pod: 'a' }, from: 0, to: 0.5 },
  // A group for each pod, and all of them in another.
  { labels: { case: 'pods', pod: 'a' }, from: 0 },
  { labels: { case: 'pods', pod: 'b' }, from: 0.7, to: 2 },
  // It is silenced for a while; its route is mute, active, not active.
  { labels: { case: 'silenced' }, from: 0 },
  { labels: { case: 'hushed' }, from: 0 },
  { labels: { case: 'awake' }, from: 0 },
  { labels: { case: 'asleep' }, from: 0 },
  // Silenced by what is equal, also by lacking the label; not by what is of another pod.
  { labels: { case: 'inhibited', level: 'critical', pod: 'a' }, from: 0, to: 4.2 },
  { labels: { case: 'inhibited', level: 'warning', pod: 'a' }, from: 0 },
  { labels: { case: 'inhibited', level: 'warning', pod: 'b' }, from: 0 },
  { labels: { case: 'missing', level: 'critical' }, from: 0 },
  { labels: { case: 'missing', level: 'warning' }, from: 0 },
  // A cause that is silenced itself still silences.
  { labels: { case: 'chain', level: 'critical', role: 'first' }, from: 0 },
  { labels: { case: 'chain', level: 'warning', role: 'cause' }, from: 0 },
  { labels: { case: 'chain', level: 'info', role: 'effect' }, from: 0 },
  // On both sides of a rule they do not silence each other, and a third silences both.
  { labels: { case: 'twins', twin: 'a' }, from: 0 },
  { labels: { case: 'twins', twin: 'b' }, from: 0 },
  { labels: { case: 'triplets', twin: 'a' }, from: 0 },
  { labels: { case: 'triplets', twin: 'b' }, from: 0 },
  { labels: { case: 'triplets', twin: 'c' }, from: 0 },
];
/** Not when a group is looked at. */
const seconds = 7.9;
/** Until when one of the cases is silenced. */
const silenced = 4.2;

const textOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).sort());

/** Messages of one group to one integration, as they are compared: what they say. */
const told = (alerts: readonly { readonly labels: Labels; readonly status: string }[]): readonly string[] =>
  alerts.map(({ labels, status }) => `${status} ${textOf(labels)}`).sort();
const ofDelivery = ({ to, groupLabels, alerts, at }: Delivery) => ({
  to: `${to} ${textOf(groupLabels)}`,
  at,
  told: told(alerts),
});
const ofNotification = ({ receiver, integration, groupLabels, firing, resolved, at }: Notification) => ({
  to: `${receiver}/${configuration.receivers[receiver]?.indexOf(integration)} ${textOf(groupLabels)}`,
  at: at.getTime(),
  told: told([
    ...firing.map((labels) => ({ labels, status: 'firing' })),
    ...resolved.map((labels) => ({ labels, status: 'resolved' })),
  ]),
});
type Message = ReturnType<typeof ofDelivery>;

const byCase = (messages: readonly Message[], name: string): readonly Message[] =>
  messages
    .filter(({ to }) => to.includes(`["case","${name}"]`))
    .sort((a, b) => (a.to === b.to ? a.at - b.at : a.to < b.to ? -1 : 1));

describe('a simulation tells what the real Alertmanager tells', () => {
  let real: readonly Message[];
  let simulated: readonly Message[];

  /** Plays the story to a real Alertmanager, and tells how much too late the latest alert of it was posted, in milliseconds. */
  const play = async (): Promise<number> => {
    const sink = await openDeliveries();
    const alertmanager = await startAlertmanager(yml(configuration, sink.url));
    try {
      const began = Date.now();
      const at = (second: number): Date => new Date(began + second * 1_000);
      // What a busy machine posts too late ends soon after it began.
      const until = ({ to }: Told, from: Date) =>
        to === undefined ? {} : { to: new Date(Math.max(at(to).getTime(), from.getTime() + 100)) };
      await alertmanager.silence({
        matchers: [{ name: 'case', value: 'silenced', isRegex: false, isEqual: true }],
        startsAt: at(0),
        endsAt: at(silenced),
        createdBy: 'test',
        comment: 'test',
      });
      const alerts: SimulatedAlert[] = [];
      let late = 0;
      for (const next of [...new Set(story.map(({ from }) => from))].sort((a, b) => a - b)) {
        await pause(Math.max(0, began + next * 1_000 - Date.now()));
        // A machine that is busy posts later, and Alertmanager counts from then on.
        const from = new Date();
        const begin = story.filter((each) => each.from === next);
        await alertmanager.post(
          begin.map((each) => ({
            labels: each.labels,
            startsAt: from,
            endsAt: until(each, from).to ?? at(600),
          })),
        );
        late = Math.max(late, Date.now() - began - next * 1_000);
        alerts.push(...begin.map((each) => ({ labels: each.labels, from, ...until(each, from) })));
      }
      await pause(began + seconds * 1_000 - Date.now());
      real = sink.delivered().map(ofDelivery);
      simulated = simulate(configuration, {
        alerts,
        silences: [
          {
            matchers: [{ label: 'case', operator: '=', value: 'silenced' }],
            from: at(0),
            to: at(silenced),
          },
        ],
        until: at(seconds),
      }).map(ofNotification);
      return late;
    } finally {
      await alertmanager.stop();
      await sink.close();
    }
  };

  // On a machine that is too busy to post in time another story is told than was simulated.
  beforeAll(async () => {
    let plays = 0;
    do plays += 1;
    while ((await play()) > 300 && plays < 5);
  }, 900_000);

  test.each([...new Set(story.map(({ labels }) => labels['case'] ?? ''))])(
    'of the alerts that are %s',
    (name) => {
      expect(byCase(simulated, name).map(({ to, told: all }) => ({ to, all }))).toEqual(
        byCase(real, name).map(({ to, told: all }) => ({ to, all })),
      );
    },
  );

  test('which is something, but of those that are muted or soon over', () => {
    const untold = ['brief', 'hushed', 'asleep'];
    const cases = new Set(story.map(({ labels }) => labels['case'] ?? ''));
    expect([...cases].filter((name) => byCase(real, name).length === 0)).toEqual(untold);
  });

  test('at the same times', () => {
    const times = (messages: readonly Message[]) =>
      [...new Set(story.map(({ labels }) => labels['case'] ?? ''))].flatMap((name) =>
        byCase(messages, name).map(({ at }) => at),
      );
    const apart = times(simulated).map((at, i) => Math.abs(at - (times(real)[i] ?? 0)));
    expect(Math.max(...apart)).toBeLessThan(700);
  });
});

import { type Duration, inSeconds } from '#ground/duration.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { satisfies } from '#routing/matcher.js';
import type { Integration } from '#routing/receiver/receiver.js';
import { minuteOfWeek, sendsAt } from '#routing/week.js';
import type { Configuration } from './configuration.js';
import { type Episode, type Flush, firesAt, flushes, textOf } from './flush.js';
import { isInhibited } from './inhibited.js';
import { type Labels, type Landing, groupLabels, landings } from './landing.js';
import { type Told, defaultRetention, isNews } from './told.js';

/** An alert, and when it fires: to the end of what is simulated where no end is said. */
export interface SimulatedAlert {
  readonly labels: Labels;
  readonly from: Date;
  readonly to?: Date;
}

/** Alerts that satisfy all matchers are not sent within these times. */
export interface Silence {
  readonly matchers: readonly LabelMatcher[];
  readonly from: Date;
  readonly to: Date;
}

/** A message that one integration of a receiver sends. */
export interface Notification {
  readonly at: Date;
  readonly receiver: string;
  readonly integration: Integration;
  /** What its alerts have in common, by which they are in one message. */
  readonly groupLabels: Labels;
  readonly firing: readonly Labels[];
  readonly resolved: readonly Labels[];
}

export interface Simulated {
  readonly alerts: readonly SimulatedAlert[];
  readonly silences?: readonly Silence[];
  /** The end of what is simulated, which itself is a part of it. */
  readonly until: Date;
  /** How long Alertmanager remembers what it has sent: `--data.retention`. */
  readonly retention?: Duration;
}

/** Alerts that share messages: one route, one set of group labels. */
interface Group {
  readonly landing: Landing;
  readonly labels: Labels;
  readonly episodes: readonly Episode[];
}

const groupsOf = ({ route }: Configuration, episodes: readonly Episode[]): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const episode of episodes)
    for (const landing of landings(route, episode.labels)) {
      const labels = groupLabels(landing, episode.labels);
      const key = `${landing.at} ${textOf(labels)}`;
      groups.set(key, { landing, labels, episodes: [...(groups.get(key)?.episodes ?? []), episode] });
    }
  return [...groups.values()];
};

const milliseconds = (duration: Duration): number => inSeconds(duration) * 1_000;

/** What one integration sends of a group that is looked at so often, of what each look leaves to be told. */
const sentBy = (
  integration: Integration,
  { landing, labels }: Group,
  looks: readonly Flush[],
  retention: Duration,
): readonly Notification[] => {
  const { receiver, repeatInterval: repeat } = landing;
  const { sendResolved } = integration;
  const notifications: Notification[] = [];
  let last: Told | undefined;
  for (const { at, present } of looks) {
    const [firing, resolved] = [true, false].map((fires) =>
      present.filter((each) => firesAt(each, at) === fires).map((each) => each.labels),
    );
    const now = { at, firing: (firing ?? []).map(textOf), resolved: (resolved ?? []).map(textOf) };
    if (!isNews(last, now, { sendResolved, repeat, retention })) continue;
    last = now;
    // That all is resolved is noted even where it is not sent.
    const shown = { firing: firing ?? [], resolved: sendResolved ? (resolved ?? []) : [] };
    if (shown.firing.length + shown.resolved.length > 0)
      notifications.push({ at: new Date(at), receiver, integration, groupLabels: labels, ...shown });
  }
  return notifications;
};

/**
 * The messages that an Alertmanager of this configuration sends of alerts, in the order of time: after group wait, group interval and
 * repeat interval, grouped, less what is inhibited or silenced, and nothing of a route that is mute or not active. What is muted and
 * resolved meanwhile is never told as resolved, as in Alertmanager.
 *
 * It follows the source of Alertmanager (https://github.com/prometheus/alertmanager/tree/v0.33.0, `dispatch/` and `notify/`) for a
 * single one that sends without failing and does not restart. It is pure: the same alerts give the same messages.
 */
export const simulate = (
  configuration: Configuration,
  { alerts, silences = [], until, retention = defaultRetention }: Simulated,
): readonly Notification[] => {
  const { receivers, timeIntervals, inhibit } = configuration;
  const episodes = alerts
    .map(({ labels, from, to }): Episode => ({
      labels,
      from: from.getTime(),
      ...(to && { to: to.getTime() }),
    }))
    .sort((a, b) => a.from - b.from);
  const isMuted = ({ labels }: Episode, at: number): boolean =>
    silences.some(
      (silence) =>
        silence.from.getTime() <= at && at < silence.to.getTime() && satisfies(labels, silence.matchers),
    ) ||
    isInhibited(
      inhibit,
      labels,
      episodes.filter((each) => firesAt(each, at)).map((each) => each.labels),
    );

  return groupsOf(configuration, episodes)
    .flatMap((group) => {
      const { landing } = group;
      const clock = {
        wait: milliseconds(landing.groupWait),
        interval: milliseconds(landing.groupInterval),
        until: until.getTime(),
      };
      // A look that leaves nothing to be told goes no further than that.
      const looks = [...flushes(group.episodes, clock)]
        .filter(({ at }) => sendsAt(landing, timeIntervals, minuteOfWeek(new Date(at))))
        .map(({ at, present }) => ({ at, present: present.filter((each) => !isMuted(each, at)) }))
        .filter(({ present }) => present.length > 0);
      return (receivers[landing.receiver] ?? []).flatMap((each) => sentBy(each, group, looks, retention));
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
};

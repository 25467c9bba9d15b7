import { type Duration, inSeconds } from '#ground/duration.js';

/**
 * How long Alertmanager remembers what it has sent, unless `--data.retention` says otherwise: after that it sends again.
 * https://github.com/prometheus/alertmanager/blob/v0.33.0/cmd/alertmanager/main.go
 */
export const defaultRetention: Duration = '120h';

/** What an integration is told of a group: its alerts by their labels, as Alertmanager's notification log holds them. */
export interface Told {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly firing: readonly string[];
  readonly resolved: readonly string[];
}

const isSubset = (some: readonly string[], of: readonly string[]): boolean =>
  some.every((each) => of.includes(each));

const milliseconds = (duration: Duration): number => inSeconds(duration) * 1_000;

/** How long an entry of the log is kept: twice the repeat interval, at most as long as Alertmanager remembers anything. */
const remembered = (told: Told, at: number, repeat: Duration, retention: Duration): boolean =>
  at - told.at < Math.min(2 * milliseconds(repeat), milliseconds(retention));

/**
 * Whether something is news: what fires anew, what is resolved where that is sent, that all of it is resolved, or the same once more
 * after the repeat interval. https://github.com/prometheus/alertmanager/blob/v0.33.0/notify/notify.go, `needsUpdate`
 */
export const isNews = (
  last: Told | undefined,
  now: Told,
  {
    sendResolved,
    repeat,
    retention,
  }: { readonly sendResolved: boolean; readonly repeat: Duration; readonly retention: Duration },
): boolean => {
  if (last === undefined || !remembered(last, now.at, repeat, retention)) return now.firing.length > 0;
  if (!isSubset(now.firing, last.firing)) return true;
  if (now.firing.length === 0) return last.firing.length > 0;
  if (sendResolved && !isSubset(now.resolved, last.resolved)) return true;
  return now.at - last.at > milliseconds(repeat);
};

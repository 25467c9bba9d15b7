import { setTimeout as sleep } from 'node:timers/promises';
import { type GroupedAlert, groupedAlerts } from '#rehearsal/servers/alertmanager-api.js';
import { type ActiveAlert, activeAlerts } from '#rehearsal/servers/prometheus-api.js';

type Labels = Readonly<Record<string, string>>;

/** A time in which an alert was active, as it was seen. Moments are in milliseconds since 1970. */
export interface Seen {
  readonly labels: Labels;
  readonly summary: string;
  /** When its expression came to have it. */
  readonly activeAt: number;
  readonly firingAt?: number;
  readonly endedAt?: number;
}

/** Since when Alertmanager has an alert in a group of a receiver, and why it tells nobody. */
export interface Grouped {
  readonly alert: GroupedAlert;
  readonly since: number;
  readonly suppressed?: { readonly at: number; readonly by: 'silenced' | 'inhibited' | 'muted' };
}

/** What was seen of alerts, of those of one name by their labels. */
export interface Sight {
  readonly seen: readonly Seen[];
  readonly grouped: readonly Grouped[];
  /** What both said last. */
  readonly active: readonly ActiveAlert[];
  readonly groups: readonly GroupedAlert[];
}

const keyOf = (labels: Labels): string =>
  JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The alerts as they were seen before, with what is seen now. */
const sawActive = (before: readonly Seen[], active: readonly ActiveAlert[], at: number): readonly Seen[] => {
  const now = new Map(active.map((each) => [`${keyOf(each.labels)} ${each.activeAt}`, each]));
  const known = before.map((each): Seen => {
    const key = `${keyOf(each.labels)} ${each.activeAt}`;
    const present = now.get(key);
    now.delete(key);
    if (!present) return each.endedAt === undefined ? { ...each, endedAt: at } : each;
    const { endedAt: _, ...going } = each;
    return present.state === 'firing' && each.firingAt === undefined ? { ...going, firingAt: at } : going;
  });
  const fresh = [...now.values()].map(({ labels, annotations, activeAt, state }): Seen => ({
    ...{ labels, activeAt, summary: annotations['summary'] ?? '' },
    ...(state === 'firing' && { firingAt: at }),
  }));
  return [...known, ...fresh];
};

/** What was seen at the next look happened before it: Alertmanager is told when. */
const exactly = (seen: Seen, groups: readonly GroupedAlert[], at: number): Seen => {
  const known = groups.find(
    ({ labels, startsAt }) =>
      startsAt >= seen.activeAt &&
      startsAt <= (seen.firingAt ?? at) &&
      Object.entries(seen.labels).every(([label, value]) => labels[label] === value),
  );
  if (!known) return seen;
  const { startsAt, endsAt } = known;
  const hasEnded = seen.endedAt !== undefined && endsAt <= seen.endedAt;
  return { ...seen, firingAt: startsAt, ...(hasEnded && { endedAt: endsAt }) };
};

const whyOf = ({ isSuppressed, silencedBy, inhibitedBy, mutedBy }: GroupedAlert) => {
  if (!isSuppressed) return undefined;
  if (silencedBy.length > 0) return 'silenced' as const;
  if (inhibitedBy.length > 0) return 'inhibited' as const;
  return mutedBy.length > 0 ? ('muted' as const) : undefined;
};

const sawGrouped = (
  before: readonly Grouped[],
  groups: readonly GroupedAlert[],
  at: number,
): readonly Grouped[] => {
  const idOf = ({ receiver, fingerprint, startsAt }: GroupedAlert) =>
    `${receiver} ${fingerprint} ${startsAt}`;
  const known = new Map(before.map((each) => [idOf(each.alert), each]));
  for (const alert of groups) {
    const was = known.get(idOf(alert));
    const by = whyOf(alert);
    const suppressed = was?.suppressed ?? (by && { at, by });
    known.set(idOf(alert), { alert, since: was?.since ?? at, ...(suppressed && { suppressed }) });
  }
  return [...known.values()];
};

export interface Watch {
  readonly sight: () => Sight;
  /** Stops looking; whoever waits for this knows that nobody looks any more. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds between looks. */
const every = 150;

/** Looks at both servers again and again until it is stopped, and calls `changed` after each look. */
export const watch = (
  { prometheus, alertmanager }: { readonly prometheus: string; readonly alertmanager: string },
  changed: () => void = () => undefined,
): Watch => {
  let sight: Sight = { seen: [], grouped: [], active: [], groups: [] };
  let isStopped = false;
  const look = async (): Promise<void> => {
    const [active, groups] = await Promise.all([activeAlerts(prometheus), groupedAlerts(alertmanager)]);
    const at = Date.now();
    const seen = sawActive(sight.seen, active, at).map((each) => exactly(each, groups, at));
    sight = { seen, grouped: sawGrouped(sight.grouped, groups, at), active, groups };
    changed();
  };
  const looking = (async () => {
    while (!isStopped) {
      // A server that is busy for once is asked again.
      await look().catch(() => undefined);
      await sleep(every);
    }
  })();
  return {
    sight: () => sight,
    stop: async () => {
      isStopped = true;
      await looking;
    },
  };
};

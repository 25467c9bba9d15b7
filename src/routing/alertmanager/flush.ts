import type { Labels } from './landing.js';

/** A time in which an alert fires, in milliseconds since 1970. */
export interface Episode {
  readonly labels: Labels;
  readonly from: number;
  /** When it is resolved; never where it is left out. */
  readonly to?: number;
}

/** A look at a group: the alerts that are in it. */
export interface Flush {
  readonly at: number;
  readonly present: readonly Episode[];
}

/** Labels as one text, whatever their order. */
export const textOf = (labels: Labels): string =>
  JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));

export const firesAt = ({ from, to = Infinity }: Episode, at: number): boolean => from <= at && at < to;

/** The latest of each alert that has begun, without those that an earlier look found resolved. */
const presentAt = (episodes: readonly Episode[], at: number, last: number): readonly Episode[] => {
  const begun = episodes.filter(({ from, to = Infinity }) => from <= at && (to > last || from > last));
  return [...new Map(begun.map((each) => [textOf(each.labels), each])).values()];
};

/**
 * When Alertmanager looks at a group, and what it finds: first after `wait`, then every `interval`, until all of its alerts are
 * resolved; then after the next begins, anew. The clock of a group that has emptied stops here at once, and in Alertmanager up to
 * half a minute later.
 *
 * @param episodes in the order in which they begin.
 */
export function* flushes(
  episodes: readonly Episode[],
  { wait, interval, until }: { readonly wait: number; readonly interval: number; readonly until: number },
): Generator<Flush> {
  let [first] = episodes;
  let last = -Infinity;
  while (first !== undefined) {
    let at = first.from + wait;
    let present: readonly Episode[];
    do {
      if (at > until) return;
      present = presentAt(episodes, at, last);
      yield { at, present };
      last = at;
      at += interval;
    } while (present.some((each) => firesAt(each, last)));
    first = episodes.find(({ from }) => from > last);
  }
}

import { byKey } from '#ground/by-key.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { type Pins, byPins, pinsOf } from './pinned.js';
import type { Reading } from './reading.js';

/** What of several metrics is asked alike. */
export interface Selecting {
  readonly matchers: readonly LabelMatcher[];
  readonly names: readonly string[];
}

/** What rules read, by how they ask for it: most of an application's selectors ask for the same labels. */
export const byMatchers = (all: readonly Reading[]): readonly Selecting[] =>
  [...byKey(all, ({ selector }) => JSON.stringify(selector.matchers)).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const matchers = first.selector.matchers.map(({ label, operator, value }) => ({
      label,
      operator,
      value,
    }));
    return [{ matchers, names: [...new Set(same.map(({ selector }) => selector.metric.name))] }];
  });

/** One metric as it is asked for in the Prometheus of a release. */
interface Asked {
  readonly release: string;
  readonly metric: string;
  readonly matchers: readonly LabelMatcher[];
}

const keyOf = (release: string, metric: string): string => `${release} ${metric}`;

/** Which of these ask for the same metric, and may mean the same series. */
export const byMetric = <T>(
  all: readonly T[],
  askedBy: (each: T) => Asked,
): ((release: string, metric: string, matchers: readonly LabelMatcher[]) => readonly T[]) => {
  const asked = all.map((each) => ({ each, asked: askedBy(each) }));
  const of = byKey(asked, ({ asked: { release, metric } }) => keyOf(release, metric));
  const found = new Map<string, (pins: Pins) => readonly (typeof asked)[number][]>();
  return (release, metric, matchers) => {
    const key = keyOf(release, metric);
    const look = found.get(key) ?? byPins(of.get(key) ?? [], (each) => pinsOf(each.asked.matchers));
    found.set(key, look);
    return look(pinsOf(matchers)).map(({ each }) => each);
  };
};

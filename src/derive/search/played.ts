import type { Expr } from '#promql/expr/ast.js';
import type { Asked, Expected, Moments } from '#derive/derivation.js';
import type { LabelSet, World } from '#derive/engine/world.js';
import { read, samplesOf } from './asking.js';

/** What an alert does at an evaluation. */
export interface Evaluation {
  readonly seconds: number;
  readonly isActive: boolean;
  readonly firing: readonly Expected[];
}

const nameless = ({ __name__: _, ...labels }: LabelSet): LabelSet => labels;
const keyOf = (labels: LabelSet): string =>
  JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));

/** An alert at every evaluation, as Prometheus evaluates it: each set of labels waits by itself. */
export const played = (
  expr: Expr,
  asked: Asked,
  world: World,
  { interval, until }: Pick<Moments, 'interval' | 'until'>,
): readonly Evaluation[] => {
  const since = new Map<string, number>();
  const kept = new Map<string, { readonly expected: Expected; readonly until: number }>();
  const evaluations: Evaluation[] = [];
  for (let seconds = 0; seconds <= until; seconds += interval) {
    const active = samplesOf(read(expr, { world, seconds })).map(({ labels, value }): Expected => ({
      labels: nameless(labels),
      value,
    }));
    const keys = new Set(active.map(({ labels }) => keyOf(labels)));
    for (const key of since.keys()) if (!keys.has(key)) since.delete(key);
    for (const key of keys) if (!since.has(key)) since.set(key, seconds);
    const firing = active.filter(
      ({ labels }) => seconds - (since.get(keyOf(labels)) ?? seconds) >= asked.for,
    );
    for (const expected of firing)
      kept.set(keyOf(expected.labels), { expected, until: seconds + (asked.keepFiringFor ?? 0) });
    const still = [...kept].flatMap(([key, each]) =>
      !keys.has(key) && each.until > seconds ? [each.expected] : [],
    );
    evaluations.push({ seconds, isActive: active.length > 0, firing: [...firing, ...still] });
  }
  return evaluations;
};

import type { Judged } from './verdict.js';

/** By what alerts are covered. */
export interface Coverage {
  /** Proven by a derived proof: promtool has seen it fire and stay quiet, or fire whatever is. */
  readonly derived: readonly Judged[];
  /** Not so, but a test of the user's own expects it to fire. */
  readonly own: readonly Judged[];
  readonly none: readonly Judged[];
  /** Those that nobody asks to fire: empty by design, and why. They are not counted. */
  readonly aside: readonly Judged[];
  /** Percent of those that are counted; 100 where there are none. */
  readonly percent: number;
}

const byWhat = (judged: Judged): Exclude<keyof Coverage, 'percent'> => {
  const { kind } = judged.verdict;
  if (kind === 'empty by design') return 'aside';
  if (kind === 'proven' || kind === 'always fires') return 'derived';
  return judged.covered === 'fires' ? 'own' : 'none';
};

/** How far alerts are covered. */
export const coverageOf = (alerts: readonly Judged[]): Coverage => {
  const those = (what: ReturnType<typeof byWhat>): readonly Judged[] =>
    alerts.filter((judged) => byWhat(judged) === what);
  const [derived, own, none] = [those('derived'), those('own'), those('none')];
  const all = derived.length + own.length + none.length;
  const percent = all === 0 ? 100 : (100 * (derived.length + own.length)) / all;
  return { derived, own, none, aside: those('aside'), percent };
};

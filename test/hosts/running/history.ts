import type { Moment } from './exposition.js';

/** What happens on a host: from now on all is well, then things break, then they are mended. */
export interface History {
  readonly breakNow: () => void;
  readonly mendNow: () => void;
  /** What has happened until now. */
  readonly moment: () => Moment;
}

export const history = (): History => {
  const now = () => performance.now() / 1_000;
  const began = now();
  let broke = Infinity;
  let mended = Infinity;
  return {
    breakNow: () => (broke = now()),
    mendNow: () => (mended = now()),
    moment: () => ({
      lived: now() - began,
      broken: Math.max(0, Math.min(now(), mended) - broke),
      isBroken: broke < Infinity && mended === Infinity,
    }),
  };
};

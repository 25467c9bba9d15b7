import type { AlertProof } from './files.js';

/** How many evaluations a proof takes, by which promtool's time goes. */
export const evaluations = ({ scenarios }: AlertProof): number =>
  scenarios.reduce((sum, { until, time }) => sum + until / time.interval, 0);

/** So many evaluations take promtool as long as it takes to start. */
const worthACall = 2_000;

/**
 * Proofs as shares for so many workers, the longest first, so that all end at about the same time: none so small that promtool's
 * start would count, and where there is one worker all in one.
 */
export const shares = <P extends AlertProof>(proofs: readonly P[], workers: number): P[][] => {
  if (workers < 2) return proofs.length === 0 ? [] : [[...proofs]];
  const longestFirst = [...proofs].sort((a, b) => evaluations(b) - evaluations(a));
  const made: P[][] = [];
  let room = 0;
  for (const proof of longestFirst) {
    if (room <= 0) {
      made.push([]);
      room = worthACall;
    }
    made.at(-1)?.push(proof);
    room -= evaluations(proof);
  }
  return made;
};

import type { Limit } from '#promql/unit/limit.js';
import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { observes, sizesAround } from '#alerts/scenario/histogram.js';
import { withLabels } from '#alerts/scenario/labels.js';
import { type Tail, edgeFor } from './tail.js';

type Labels = Readonly<Record<string, string>>;

/**
 * So many durations a second, of which a share is over the edge that is counted for a limit, and the others are as long as the edge. By
 * their quantile alone all of them would be over a limit that lies under it.
 */
export const takeLong = <L extends string>(
  tail: Tail<L>,
  limit: Limit<'seconds'>,
  {
    share,
    labels,
    perSecond,
  }: { readonly share: number; readonly labels: Labels; readonly perSecond: number },
): readonly Behaviour[] => {
  const edge = edgeFor(tail, limit).value;
  const { within, beyond } = sizesAround(tail.duration, edge);
  const sizes = [
    { size: within, share: 1 - share },
    { size: beyond, share },
  ];
  return observes(tail.duration, {}, perSecond, sizes).map(withLabels(labels));
};

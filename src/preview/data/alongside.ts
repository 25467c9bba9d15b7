import { trackKey } from './series.js';
import type { Track } from './track.js';

/** A metric that holds a share of what another holds, of the same labels. */
interface Held {
  readonly of: string;
  readonly in: string;
  readonly share: number;
  /** Whether what goes wrong of it itself is another than of the whole. */
  readonly hasFaults: boolean;
}

/**
 * A proof of the one need not tell of the other: what processes hold themselves is most of what counts as in use, and what workers have taken comes
 * to what waits.
 */
const heldIn: readonly Held[] = [
  {
    of: 'container_memory_rss',
    in: 'container_memory_working_set_bytes',
    share: 0.85,
    hasFaults: false,
  },
  { of: 'rabbitmq_queue_messages', in: 'rabbitmq_queue_messages_ready', share: 1.25, hasFaults: true },
];

const partOf = (track: Track, whole: Track, { share, hasFaults }: Held): Track => ({
  ...track,
  base: whole.base * share,
  sway: whole.sway * share,
  follows: whole.follows,
  seed: whole.seed,
  faults:
    hasFaults && track.faults.length > 0
      ? track.faults
      : whole.faults.map((each) => ({
          ...each,
          ...(typeof each.level === 'number' && { level: each.level * share }),
        })),
});

/** Series, of which those that are a part of others go as these do. */
export const alongside = (tracks: readonly Track[]): readonly Track[] => {
  const wholes = new Map(
    heldIn.flatMap((held) =>
      tracks.flatMap((each) =>
        each.name === held.in ? [[trackKey({ ...each, name: held.of }), { whole: each, held }] as const] : [],
      ),
    ),
  );
  const parts = new Set(heldIn.map(({ of }) => of));
  return tracks.map((track) => {
    const found = parts.has(track.name) ? wholes.get(trackKey(track)) : undefined;
    return found ? partOf(track, found.whole, found.held) : track;
  });
};

import type { Track } from './track.js';

const names = {
  used: 'kubelet_volume_stats_used_bytes',
  capacity: 'kubelet_volume_stats_capacity_bytes',
  left: 'kubelet_volume_stats_available_bytes',
} as const;

const day = 86_400;

/** In how many days a volume would be full: each in another time, from one week on. */
const daysOf = ({ seed }: Track): number => 7 + (seed % 60);

const claimOf = ({ labels }: Track): string => `${labels['namespace']}/${labels['persistentvolumeclaim']}`;

/** Series with volumes that fill slowly, as they do in life, and what is left of each that goes with it. */
export const grown = (tracks: readonly Track[]): readonly Track[] => {
  const by = (name: string) =>
    new Map(tracks.flatMap((each) => (each.name === name ? [[claimOf(each), each] as const] : [])));
  const [used, capacity] = [by(names.used), by(names.capacity)];
  return tracks.map((each) => {
    if (each.name !== names.used && each.name !== names.left) return each;
    const [taken, size] = [used.get(claimOf(each)), capacity.get(claimOf(each))];
    if (!taken || !size) return each;
    const free = Math.max(0, size.base - taken.base);
    const drift = free / (daysOf(taken) * day);
    // What comes and goes is little against what stays.
    const slow = { sway: drift * 1800, follows: 0 };
    return each === taken ? { ...each, ...slow, drift } : { ...each, ...slow, base: free, drift: -drift };
  });
};

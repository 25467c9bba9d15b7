/** A number between 0 and 2³² that a text always has: FNV-1a, https://datatracker.ietf.org/doc/html/draft-eastlake-fnv. */
export const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** A number from -1 up to 1 for each whole number, as if thrown. */
const thrown = (seed: number, index: number): number => {
  let mixed = Math.imul(seed ^ Math.imul(index, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 31 - 1;
};

/** Seconds between the turns of a noise. */
const knot = 420;

/** From -1 to 1 at a time in seconds, and a little elsewhere a little later: waves of several minutes with a small tremble on them. */
export const noise = (seed: number, at: number): number => {
  const place = at / knot;
  const left = Math.floor(place);
  const part = place - left;
  const eased = part * part * (3 - 2 * part);
  const [from, to] = [thrown(seed, left), thrown(seed, left + 1)];
  return 0.75 * (from + (to - from) * eased) + 0.25 * thrown(seed, Math.round(at));
};

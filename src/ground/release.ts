/** A release of a program as it is written in a requirement: `2.42`. */
export type Release = `${number}.${number}`;

const numbers = (version: string): readonly number[] =>
  version
    .replace(/^v/, '')
    .split(/[.+-]/)
    .slice(0, 3)
    .map((part) => Number(part) || 0);

/** Whether a version, `3.5.0` or `v0.93.1`, came before another; what one does not say is 0. */
export const isBefore = (version: string, other: string): boolean => {
  const [ours, theirs] = [numbers(version), numbers(other)];
  const first = [0, 1, 2].find((i) => (ours[i] ?? 0) !== (theirs[i] ?? 0));
  return first !== undefined && (ours[first] ?? 0) < (theirs[first] ?? 0);
};

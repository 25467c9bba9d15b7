/** Shares of a limit at which a histogram has buckets: close about it, so that a size is seen to be a little over or under. */
const shares = [0.5, 0.95, 1, 1.05, 2];

/** Upper edges of buckets close about limits. */
export const edgesAbout = (limits: readonly number[]): readonly number[] =>
  limits.filter((c) => c > 0).flatMap((c) => shares.map((share) => Number((c * share).toPrecision(6))));

/** Upper edges of buckets about the limits of an expression, and such as most have. */
export const edgesOf = (constants: readonly number[]): readonly number[] => {
  const limits = constants.filter((c) => c > 0);
  const about = limits.flatMap((c) => shares.map((share) => c * share));
  const scaled = limits.flatMap((c) =>
    [c / 1_000, c * 1_000].flatMap((each) => [each * 0.95, each, each * 1.05]),
  );
  return [...new Set([...about, ...[0.1, 1, 10], ...scaled].map((edge) => Number(edge.toPrecision(6))))]
    .slice(0, 24)
    .sort((a, b) => a - b);
};

/** A sequence of whole numbers below what is asked for, the same in each run: https://en.wikipedia.org/wiki/Linear_congruential_generator. */
export const seeded = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
};

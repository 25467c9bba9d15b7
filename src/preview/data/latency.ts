/** The distribution function of the standard normal distribution: Abramowitz and Stegun, 26.2.17, right to seven digits. */
const normal = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    0.3989422804 *
    Math.exp((-z * z) / 2) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
};

/** How wide durations are spread: at 0.65 a p95 is three times the median. */
const spread = 0.65;

/** The share of durations, or sizes, at an edge or below, where half of them are below the median: a log-normal distribution. */
export const shareWithin = (edge: number, median: number): number =>
  edge === Infinity ? 1 : edge <= 0 ? 0 : normal(Math.log(edge / median) / spread);

/** The median at which this share lies beyond an edge. */
export const medianFor = (edge: number, beyond: number): number => {
  let [least, most] = [-6, 6];
  for (let i = 0; i < 50; i += 1) {
    const middle = (least + most) / 2;
    if (1 - normal(middle) > beyond) least = middle;
    else most = middle;
  }
  return edge * Math.exp(-spread * least);
};

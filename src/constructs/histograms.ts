import type { HistogramIntake } from '#application/scrape/histograms.js';

/** What is made of histograms, in the words of the operator. A factor is a quantity to Kubernetes, and so a text. */
export const histogramFields = ({ nativeHistogramMinBucketFactor: factor, ...others }: HistogramIntake) => ({
  ...others,
  ...(factor !== undefined && { nativeHistogramMinBucketFactor: String(factor) }),
});

import type { Release } from '#ground/release.js';
import { keyed } from '#ground/keyed.js';
import { type Feature, features } from './platform.js';
import { isAtLeast } from './version.js';

/** From which release on Prometheus has a feature: by a flag first, then as it is. https://github.com/prometheus/prometheus/blob/main/CHANGELOG.md. */
interface Support {
  readonly flag: string;
  /** Nothing where no flag ever was for all of it. */
  readonly byFlag?: Release;
  /** Nothing where it still takes the flag. */
  readonly itself?: Release;
}

const support: Readonly<Record<Feature, Support>> = {
  // Per scrape, by `scrapeNativeHistograms`; the flag set it for all of them, and is without effect from 3.9 on.
  'native-histograms': { flag: 'native-histograms', byFlag: '2.40', itself: '3.8' },
  // The flag of 2.55 was for names of labels alone.
  'utf8-names': { flag: 'utf8-names', itself: '3.0' },
  'duration-expressions': { flag: 'promql-duration-expr', byFlag: '3.4', itself: '3.14' },
  'promql-experimental-functions': { flag: 'promql-experimental-functions', byFlag: '2.49' },
  // What exemplars it keeps it has in memory, a hundred thousand of all series.
  'exemplar-storage': { flag: 'exemplar-storage', byFlag: '2.26' },
};

const isItself = (feature: Feature, prometheus: string): boolean => {
  const { itself } = support[feature];
  return itself !== undefined && isAtLeast(prometheus, itself);
};

/** The first release that has it at all. */
export const firstWith = (feature: Feature): Release | undefined => {
  const { byFlag, itself } = support[feature];
  return byFlag ?? itself;
};

/** What a release of Prometheus has without being told. */
export const featuresOf = (prometheus: string): readonly Feature[] =>
  features.filter((feature) => isItself(feature, prometheus));

const flags = keyed(features, (feature) => support[feature].flag);

/** The flags by which a release is told to have these features: none for what it has anyway. */
export const flagsFor = (wanted: readonly Feature[], prometheus: string): readonly string[] =>
  wanted.filter((feature) => !isItself(feature, prometheus)).map((feature) => flags[feature]);

/**
 * What a series and a sample cost a Prometheus, measured by test/bench/series.mjs: 20,000 series of ten labels, scraped every second for seven
 * minutes, held against a tenth of them. 40,000 of more random values came to the same memory. A maintainer's rule of 2018 was 8 kB for each
 * series, queries aside: https://github.com/prometheus/prometheus/issues/4553.
 */
export const measured = {
  prometheus: '3.5.3',
  on: '2026-11-29',
  /** Resident memory for each series in the head, at the most; 3.2 KiB in the middle. */
  bytesOfSeries: 3.5 * 1_024,
  /** What it takes for itself. */
  bytesOfItself: 88 * 2 ** 20,
  /**
   * Of each sample in a block of 240 samples of each series, with its index. It is more than what `bytesOfSample` says, since scrapes each second
   * are never so far apart as those before, and every tenth value was random.
   */
  bytesOfSample: 3.9,
  /** Of each sample in the write-ahead log. */
  bytesOfSampleInLog: 6.75,
  /** Cores for ten thousand samples a second, rules and queries aside. */
  cores: 0.03,
} as const;

/**
 * How many times what its series take a Prometheus is to have: for queries, for the head while it is written down, and for series of pods that are
 * gone, which stay in memory for up to three hours.
 */
export const spare = 2;

/**
 * What a sample is reckoned with on disk, in bytes: the most of the 1 to 2 of which Prometheus's own page on storage speaks,
 * https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects.
 */
export const bytesOfSample = 2;

/**
 * How long samples stay in the write-ahead log, in seconds: until the head of two hours is written down, half as long after it is full.
 * https://prometheus.io/docs/prometheus/latest/storage/#on-disk-layout
 */
export const lengthOfLog = 3 * 3_600;

/** What one Prometheus needs, in bytes. */
export interface Need {
  readonly memory: number;
  /** Of its blocks, were samples kept for as long as they are to be. */
  readonly blocks: number;
  /** Of the write-ahead log. */
  readonly log: number;
}

/** Memory for so many series, in bytes. */
export const memoryOf = (series: number): number =>
  measured.bytesOfItself + series * measured.bytesOfSeries * spare;

/** How many series so much memory is enough for. */
export const seriesIn = (memory: number): number =>
  Math.max(0, Math.floor((memory - measured.bytesOfItself) / (measured.bytesOfSeries * spare)));

/** What one Prometheus needs that holds so many series and is given so many samples each second, which it keeps for so many seconds. */
export const needOf = (series: number, samplesPerSecond: number, retention: number): Need => ({
  memory: memoryOf(series),
  blocks: retention * samplesPerSecond * bytesOfSample,
  log: lengthOfLog * samplesPerSecond * measured.bytesOfSampleInLog,
});

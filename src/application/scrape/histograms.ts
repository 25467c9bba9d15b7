import type { Code } from '#ground/codes/codes.js';
import type { Fault } from '#ground/fault.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import { storageWords } from '#promql/metric/storage.js';

/**
 * What Prometheus makes of the histograms of an answer, in the words of a ServiceMonitor. Without any of it each is stored as a classic one.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config
 */
export interface HistogramIntake {
  /**
   * Whether native histograms are taken where a target has them: since Prometheus 3.8, and a target tells them by protobuf alone. Of what is
   * native and classic at once the classic one is not stored then, unless `scrapeClassicHistograms` says so.
   */
  readonly scrapeNativeHistograms?: boolean;
  /**
   * Whether classic histograms are stored as native ones with custom buckets, at the same edges: since Prometheus 3.0, before 3.8 with
   * `--enable-feature=native-histograms` only. Their `_bucket`, `_sum` and `_count` are not stored then, unless `scrapeClassicHistograms`
   * says so.
   */
  readonly convertClassicHistogramsToNHCB?: boolean;
  /** Whether the classic histogram is stored too where it is also native, or converted. */
  readonly scrapeClassicHistograms?: boolean;
  /** How many buckets a native histogram may have; of one that has more, buckets are merged. */
  readonly nativeHistogramBucketLimit?: number;
  /** By what factor a bucket of a native histogram ends over the one before, at the least; narrower ones are merged. */
  readonly nativeHistogramMinBucketFactor?: number;
}

/** The same without what is not said. */
export const histogramIntakeOf = (asked: HistogramIntake): HistogramIntake => ({
  ...(asked.scrapeNativeHistograms && { scrapeNativeHistograms: true }),
  ...(asked.convertClassicHistogramsToNHCB && { convertClassicHistogramsToNHCB: true }),
  ...(asked.scrapeClassicHistograms && { scrapeClassicHistograms: true }),
  ...(asked.nativeHistogramBucketLimit !== undefined && {
    nativeHistogramBucketLimit: asked.nativeHistogramBucketLimit,
  }),
  ...(asked.nativeHistogramMinBucketFactor !== undefined && {
    nativeHistogramMinBucketFactor: asked.nativeHistogramMinBucketFactor,
  }),
});

const isHistogram = ({ kind }: MetricInfo): boolean => kind === 'histogram';

/** The histograms that catalogues declare. A name may be there twice: as a classic histogram, and as a native one. */
const histogramsOf = (metrics: readonly MetricCatalog[]): readonly MetricInfo[] =>
  metrics.flatMap((each) => Object.values(each).map(({ info }) => info)).filter(isHistogram);

/** Why a histogram is not stored as its catalogue says, with what to write; nothing where it is, or of what is no histogram. */
export const notStored = (
  info: MetricInfo,
  intake: HistogramIntake,
  metrics: readonly MetricCatalog[],
): Pick<Fault, 'where' | 'code' | 'why' | 'cure'> | undefined => {
  if (!isHistogram(info)) return undefined;
  const { scrapeNativeHistograms, convertClassicHistogramsToNHCB, scrapeClassicHistograms } = intake;
  const declared = `${info.name} is declared as ${storageWords(info)}`;
  const lacks = (where: keyof HistogramIntake, does: string) => ({
    where,
    code: 'stored-otherwise' as const,
    why: `${declared}, and the scrape ${does}`,
    cure: `write ${where}: true, or declare it as it is stored`,
  });
  if (info.stored === 'native')
    return scrapeNativeHistograms
      ? undefined
      : lacks('scrapeNativeHistograms', 'takes no native histogram: it is stored as a classic one');
  if (info.stored !== undefined)
    return convertClassicHistogramsToNHCB
      ? undefined
      : lacks('convertClassicHistogramsToNHCB', 'converts none: it is stored as a classic one');
  if (scrapeClassicHistograms) return undefined;
  if (convertClassicHistogramsToNHCB)
    return lacks(
      'scrapeClassicHistograms',
      'converts it to a native one with custom buckets, without _bucket, _sum and _count',
    );
  return scrapeNativeHistograms && histogramsOf(metrics).some((each) => isNativeTwin(each, info))
    ? lacks('scrapeClassicHistograms', 'takes the native one of this name instead')
    : undefined;
};

const isNativeTwin = (each: MetricInfo, { name }: MetricInfo): boolean =>
  each.name === name && each.stored === 'native';

const idle = (code: Code, where: keyof HistogramIntake, what: unknown, why: string, cure: string): Fault => ({
  where,
  what: String(what),
  code,
  why,
  cure,
});

/** What is wrong with it: what contradicts the catalogues, what does nothing, and what is no number of buckets. */
export const histogramFaults = (
  intake: HistogramIntake,
  metrics: readonly MetricCatalog[],
): readonly Fault[] => {
  const { scrapeNativeHistograms, scrapeClassicHistograms, convertClassicHistogramsToNHCB } = intake;
  const { nativeHistogramBucketLimit: limit, nativeHistogramMinBucketFactor: factor } = intake;
  const isTaken = scrapeNativeHistograms || convertClassicHistogramsToNHCB;
  return [
    ...histogramsOf(metrics).flatMap((info) => {
      const fault = notStored(info, intake, metrics);
      return fault === undefined ? [] : [{ what: info.name, ...fault }];
    }),
    ...(scrapeClassicHistograms && !isTaken
      ? [
          idle(
            'setting-for-nothing',
            'scrapeClassicHistograms',
            true,
            'classic histograms are stored anyway: it takes no native ones, and converts none',
            'leave it out',
          ),
        ]
      : []),
    ...(limit === undefined || (Number.isInteger(limit) && limit >= 1)
      ? []
      : [
          idle(
            'no-whole-number',
            'nativeHistogramBucketLimit',
            limit,
            `${limit} is no number of buckets`,
            'write a whole number of at least 1, or leave it out',
          ),
        ]),
    ...(factor === undefined || factor > 1
      ? []
      : [
          idle(
            'bad-buckets',
            'nativeHistogramMinBucketFactor',
            factor,
            `each bucket ends over the one before, and not ${factor} times as high`,
            'write a factor over 1, such as 1.1, or leave it out',
          ),
        ]),
    ...(['nativeHistogramBucketLimit', 'nativeHistogramMinBucketFactor'] as const)
      .filter((field) => intake[field] !== undefined && !scrapeNativeHistograms)
      .map((field) =>
        idle(
          'setting-for-nothing',
          field,
          intake[field],
          'the scrape takes no native histograms',
          'write scrapeNativeHistograms: true, or leave it out',
        ),
      ),
  ];
};

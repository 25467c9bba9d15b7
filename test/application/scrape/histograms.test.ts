import { describe, expect, test } from '@jest/globals';
import { scrape, storedBy } from '#application/scrape.js';
import type { HistogramIntake } from '#application/scrape/histograms.js';
import { host } from '#application/host/host.js';
import { type MetricCatalog, catalog } from '#promql/metric/catalog.js';
import { histogram } from '#promql/metric/declare.js';
import type { Buckets } from '#promql/metric/storage.js';
import { contentOf, render } from '../../hosts/rendered.js';
import { objectsOf, only } from '../../synth/estate/objects.js';
import { shop, web } from '../../synth/estate/shop.js';

const wait = (stored: Buckets) => histogram('shop_wait_seconds', { help: 'Time in the queue', ...stored });
const classic = wait({ buckets: [1, 5] });
const custom = wait({ buckets: [1, 5], stored: 'native with custom buckets' });
const native = wait({ stored: 'native' });

const taking = (metrics: MetricCatalog, intake: HistogramIntake) =>
  scrape(web, { port: 'http', interval: '30s', metrics: [catalog(metrics)], ...intake });
const convert = { convertClassicHistogramsToNHCB: true };
const take = { scrapeNativeHistograms: true };
const both = { scrapeClassicHistograms: true };

describe('a scrape that stores a histogram otherwise than its catalogue says is refused (mistake 95)', () => {
  test.each([
    [
      'where it takes no native ones',
      { native },
      {},
      'scrapeNativeHistograms: shop_wait_seconds is declared as a native histogram, and the scrape takes no native histogram: it is stored as a classic one; write scrapeNativeHistograms: true, or declare it as it is stored',
    ],
    [
      'where it converts none',
      { custom },
      {},
      'convertClassicHistogramsToNHCB: shop_wait_seconds is declared as a native histogram with custom buckets, and the scrape converts none',
    ],
    [
      'where it converts what is declared as it was',
      { classic },
      convert,
      'scrapeClassicHistograms: shop_wait_seconds is declared as a classic histogram, and the scrape converts it to a native one with custom buckets, without _bucket, _sum and _count; write scrapeClassicHistograms: true',
    ],
    [
      'where it takes the native one instead of both',
      { native, classic },
      take,
      'and the scrape takes the native one of this name instead; write scrapeClassicHistograms: true',
    ],
  ])('%s', (_, metrics, intake, why) => {
    expect(() => taking(metrics, intake)).toThrow(why);
  });
});

describe('a scrape stores', () => {
  test.each<[string, MetricCatalog, HistogramIntake, readonly string[]]>([
    ['a classic histogram by its parts', { classic }, {}, ['_count', '_sum', '_bucket']],
    ['a native one under its name', { native }, take, ['']],
    ['a converted one under its name', { custom }, convert, ['']],
    ['both where it is to', { custom, classic }, { ...convert, ...both }, ['', '_count', '_sum', '_bucket']],
    ['what has no native one as a classic one', { classic }, take, ['_count', '_sum', '_bucket']],
  ])('%s', (_, metrics, intake, suffixes) => {
    const names = [...storedBy(taking(metrics, intake)).keys()].filter((name) => name.startsWith('shop_'));
    expect(names).toEqual(suffixes.map((suffix) => `shop_wait_seconds${suffix}`));
  });
});

describe('what does nothing is refused', () => {
  test('classic ones that are stored anyway', () => {
    expect(() => taking({ classic }, both)).toThrow(
      'scrapeClassicHistograms: classic histograms are stored anyway',
    );
  });

  test.each(['nativeHistogramBucketLimit', 'nativeHistogramMinBucketFactor'])(
    '%s where no native histograms are taken',
    (field) => {
      expect(() => taking({ classic }, { [field]: 160 })).toThrow(
        `${field}: the scrape takes no native histograms; write scrapeNativeHistograms: true, or leave it out`,
      );
    },
  );

  test('a limit of no bucket', () => {
    expect(() => taking({ native }, { ...take, nativeHistogramBucketLimit: 0 })).toThrow(
      '0 is no number of buckets',
    );
  });

  test('a factor by which no bucket would grow', () => {
    expect(() => taking({ native }, { ...take, nativeHistogramMinBucketFactor: 1 })).toThrow(
      'each bucket ends over the one before, and not 1 times as high',
    );
  });
});

describe('what is made of histograms is written', () => {
  const intake = {
    ...take,
    ...convert,
    ...both,
    nativeHistogramBucketLimit: 160,
    nativeHistogramMinBucketFactor: 1.1,
  };
  const application = shop({
    scrapes: [taking({ native, classic }, intake)],
    exporters: [],
    groups: [],
    dashboards: [],
  });

  test('in the words of a ServiceMonitor', () => {
    expect(only(objectsOf(application), 'ServiceMonitor', 'shop')['spec']).toMatchObject({
      ...intake,
      nativeHistogramMinBucketFactor: '1.1',
    });
  });

  test('in those of Prometheus', () => {
    const { scrape_configs: jobs } = contentOf<{ readonly scrape_configs: readonly object[] }>(
      render(host(application)).files,
      'prometheus.yml',
    );
    expect(jobs).toContainEqual(
      expect.objectContaining({
        job_name: 'shop',
        scrape_native_histograms: true,
        convert_classic_histograms_to_nhcb: true,
        always_scrape_classic_histograms: true,
        native_histogram_bucket_limit: 160,
        native_histogram_min_bucket_factor: 1.1,
      }),
    );
  });
});

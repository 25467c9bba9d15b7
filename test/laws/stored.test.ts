import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { everyMetricIsScraped } from '#laws/scraped.js';
import { everyHistogramIsReadAsItIsStored } from '#laws/stored-histograms.js';
import type { Storage } from '#promql/metric/storage.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { bistro, bistroMetrics } from '../alerts/stored.js';
import { drawing, shop } from '../synth/estate/shop.js';

const web = service('bistro', {
  namespaces: ['bistro'],
  labels: { app: 'bistro' },
  ports: { http: 8000 },
});
const intake = {
  classic: {},
  native: { scrapeNativeHistograms: true },
  'native with custom buckets': { convertClassicHistogramsToNHCB: true },
} satisfies Record<Storage, object>;
const scraped = (stored: Storage) =>
  scrape(web, { port: 'http', interval: '30s', metrics: [bistroMetrics(stored)], ...intake[stored] });

/** A bistro whose histograms are stored so, with an alert, an objective and a panel that read them so. */
const estate = (stored: Storage, read: Storage = stored, scrapes = [scraped(stored)]) => {
  const { metrics, groups } = bistro(read);
  const p99 = histogramQuantile(0.99, metrics.duration, '$__rate_interval');
  return {
    applications: [
      shop(
        { namespace: 'bistro', services: [web], scrapes, exporters: [], groups, dashboards: [drawing(p99)] },
        'bistro',
      ),
    ],
    objects: [],
  };
};

describe('a histogram that is read as it is stored is no fault', () => {
  test.each<Storage>(['classic', 'native', 'native with custom buckets'])('%s', (stored) => {
    expect(everyHistogramIsReadAsItIsStored(estate(stored))).toEqual([]);
  });

  test('of both, where both are stored', () => {
    const both = scrape(web, {
      port: 'http',
      interval: '30s',
      metrics: [bistroMetrics('classic'), bistroMetrics('native with custom buckets')],
      convertClassicHistogramsToNHCB: true,
      scrapeClassicHistograms: true,
    });
    expect(everyHistogramIsReadAsItIsStored(estate('classic', 'classic', [both]))).toEqual([]);
  });
});

describe('a scrape that converts histograms (mistake 95)', () => {
  const faults = everyHistogramIsReadAsItIsStored(estate('native with custom buckets', 'classic'));

  test('is told of each histogram once, with all who read it: rules, objectives, panels', () => {
    expect(faults[0]).toEqual({
      where: 'bistro/scrapes',
      what: expect.stringContaining('_bucket'),
      code: 'stored-otherwise',
      why: expect.stringMatching(
        /^HighLatency, TooManyRequestsInFlight, slo:bistro_latency.*, Shop \/ Signal read bistro_request_duration_seconds_bucket, .*_count, .*_sum, and scrape bistro stores bistro_request_duration_seconds as a native histogram with custom buckets, which has no such series$/,
      ),
      cure: 'read it by histogramQuantile(…), shareOver(…), observationRate(…) and the like, of a catalogue that says how it is stored; or store both: write scrapeClassicHistograms: true, and declare the classic one too',
    });
  });

  test('is told of no more than once for each of five', () => {
    expect(faults).toHaveLength(5);
  });

  test('is told of by this law alone', () => {
    expect(everyMetricIsScraped(estate('native with custom buckets', 'classic'))).toEqual([]);
  });
});

test('a native histogram that is stored as a classic one has no series of its own name (mistake 95)', () => {
  expect(everyHistogramIsReadAsItIsStored(estate('classic', 'native'))).toContainEqual(
    expect.objectContaining({
      why: expect.stringMatching(
        /read bistro_request_duration_seconds, and scrape bistro stores bistro_request_duration_seconds as a classic histogram, which has no such series$/,
      ),
    }),
  );
});

test('a scrape that was changed after it was made is held to what it does (mistake 95)', () => {
  const changed = { ...scraped('classic'), histograms: { convertClassicHistogramsToNHCB: true } };
  expect(everyHistogramIsReadAsItIsStored(estate('classic', 'classic', [changed]))).toContainEqual(
    expect.objectContaining({
      why: expect.stringMatching(
        /and scrape bistro stores no such series: bistro_request_duration_seconds is declared as a classic histogram, and the scrape converts it to a native one with custom buckets, without _bucket, _sum and _count$/,
      ),
      cure: 'write scrapeClassicHistograms: true, or declare it as it is stored',
    }),
  );
});

test('what is dropped is another law to tell of', () => {
  const dropping = scrape(web, {
    port: 'http',
    interval: '30s',
    metrics: [bistroMetrics('classic')],
    drop: { metrics: [/bistro_.*/] },
  });
  expect(everyHistogramIsReadAsItIsStored(estate('classic', 'classic', [dropping]))).toEqual([]);
});

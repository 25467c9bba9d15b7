import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { catalog } from '#promql/metric/catalog.js';
import { histogram } from '#promql/metric/declare.js';
import { asking } from './asking.js';

describe.each(['sampleLimit', 'labelLimit'] as const)('a %s', (limit) => {
  test('of 0 is refused: it is none to Prometheus', () => {
    expect(() => asking({ [limit]: 0 })).toThrow(
      `${limit}: 0 is no limit to Prometheus; write a whole number of at least 1, or leave it out`,
    );
  });

  test.each([-1, 1.5, NaN, Infinity])('of %d is refused', (value) => {
    expect(() => asking({ [limit]: value })).toThrow(`${limit}: ${value} is no number of things`);
  });

  test('is one from 1 on, and none unless given', () => {
    expect([asking({ [limit]: 1000 }).intake, asking({}).intake]).toEqual([{ [limit]: 1000 }, {}]);
  });
});

describe('a limit of labels', () => {
  // Its name, seven labels of its target, route and le.
  const metrics = [
    catalog({ time: histogram('shop_seconds', { help: 'Time', labels: ['route'], buckets: [1] }) }),
  ];
  const web = service('web', { namespaces: ['shop'], labels: { app: 'web' }, ports: { http: 80 } });
  const limited = (labelLimit: number, copiedLabels: readonly 'app'[] = []) =>
    scrape(web, { port: 'http', interval: '30s', metrics, labelLimit, copiedLabels });

  test('under what a declared metric has is refused: every scrape would fail (mistake 68)', () => {
    expect(() => limited(9)).toThrow(
      'labelLimit: shop_seconds_bucket has 10 labels with its name and those of its target, so every scrape of it would fail; write at least 10',
    );
  });

  test('that holds them is taken', () => {
    expect(limited(10).intake.labelLimit).toBe(10);
  });

  test('holds those too that are copied from the Service', () => {
    expect(() => limited(10, ['app'])).toThrow('write at least 11');
  });
});

test('a format that Prometheus does not know is refused, with the one that was meant', () => {
  // @ts-expect-error A format that Prometheus does not know.
  expect(() => asking({ fallbackScrapeProtocol: 'PrometheusText0.0.5' })).toThrow(
    "fallbackScrapeProtocol: 'PrometheusText0.0.5' is none of PrometheusText0.0.4, PrometheusText1.0.0, OpenMetricsText0.0.1, OpenMetricsText1.0.0, PrometheusProto; write PrometheusText0.0.4",
  );
});

test('labels are those of the target unless the scrape says otherwise', () => {
  expect([asking({ honorLabels: false }).intake, asking({ honorLabels: true }).intake]).toEqual([
    {},
    { honorLabels: true },
  ]);
});

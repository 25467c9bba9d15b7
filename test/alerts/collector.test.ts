import { describe, expect, test } from '@jest/globals';
import { collectorAlerts } from '#alerts/collector.js';
import { called } from '#alerts/text/subject.js';
import { collectorMetrics } from '#metrics/opentelemetry-collector.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { narrowed } from '#promql/metric/catalog.js';
import { textOf } from '../docs/page.js';

const metrics = narrowed({ ...collectorMetrics, ...scrapeMetrics }, { namespace: 'shop' });
const inCluster = collectorAlerts(called('Shop'), metrics);

describe('spans that a batch sent again has counted twice', () => {
  const { texts, runbook } = inCluster.spansDropped;

  test('make the number of dropped ones an upper bound', () => {
    expect([texts.en?.summary, texts.ko?.summary, runbook.en?.meaning]).toEqual([
      expect.stringContaining('at most'),
      expect.stringContaining('많게는'),
      expect.stringContaining('an upper bound'),
    ]);
  });

  test('stand on the page where it says that all are counted', () => {
    expect(textOf('docs/how-to/tracing.md').replaceAll('\n', ' ')).toMatch(
      /It counts all of them, .*?a batch is sent again whole, .*?upper bound/,
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { processMetrics } from '#metrics/process.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { counter, gauge } from '#promql/metric/declare.js';
import { sum } from '#promql/vector/aggregate.js';
import { gained } from '#promql/vector/gained.js';
import { value } from '#promql/vector/select.js';
import { orZeroFor } from '#promql/vector/zero-for.js';
import { oneLine } from '../alerts/one-line.js';

const replicas = gauge('replicas', { help: 'Pods', labels: ['deployment'] });
const failures = counter('failures_total', { help: 'Failures', labels: ['bucket'] });
const perDeployment = sum(value(replicas), { by: ['deployment'] });

describe('0 for what is gone', () => {
  test('is called by its name', () => {
    expect(String(orZeroFor(perDeployment, ['menu']))).toBe(
      'sum by (deployment) (replicas) or label_replace(vector(0), "deployment", "menu", "", "")',
    );
  });

  test('keeps a $, which would be a group of the pattern', () => {
    expect(String(orZeroFor(perDeployment, ['$1']))).toContain('"deployment", "$$1", "", ""');
  });

  test('keeps the label and the unit', () => {
    const { labels, unit } = orZeroFor(perDeployment, ['menu', 'till']);
    expect({ labels, unit }).toEqual({ labels: ['deployment'], unit: 'count' });
  });

  test.each([
    [
      [] as const,
      'sum(replicas): it has the labels (none); aggregate it by the one of which the values are given',
    ],
    [
      ['deployment', 'namespace'] as const,
      'sum by (deployment, namespace) (replicas): it has the labels (deployment, namespace); aggregate it by the one of which the values are given',
    ],
  ])('is refused for the labels %j', (by, message) => {
    expect(() => orZeroFor(sum(value(replicas), { by }), ['menu'])).toThrow(message);
  });
});

describe('what is gained counts from 0 a series that was not there', () => {
  const { up } = scrapeMetrics;
  const exported = { up, started: processMetrics.started };

  test('where a scrape succeeded then', () => {
    expect(oneLine(sum(gained(failures, '5m', { up })))).toMatchInlineSnapshot(
      `"sum(failures_total unless failures_total offset 5m and on (job, instance) max_over_time(up[2m] offset 5m) == 1 or increase(failures_total[5m]))"`,
    );
  });

  test('or its process is younger than the window', () => {
    expect(oneLine(sum(gained(failures, '1m', exported)))).toContain(
      'or time() - process_start_time_seconds < 60)',
    );
  });
});

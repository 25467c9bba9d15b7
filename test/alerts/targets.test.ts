import { expect, test } from '@jest/globals';
import { downTargets } from '#alerts/targets/scrapes.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';

const { targetDown } = packs.targets;

test('a job without a target counts as one that does not answer, under its name', () => {
  expect(oneLine(targetDown)).toMatchInlineSnapshot(
    `"(min by (job) (avg_over_time(up{job=~"menu|canteen-db-exporter", namespace="canteen"}[5m])) or label_replace(vector(0), "job", "menu", "", "") or label_replace(vector(0), "job", "canteen-db-exporter", "", "")) <= 0.5"`,
  );
});

test('the runbook asks which of the targets it is', () => {
  expect(String(downTargets(scrapeMetrics, ['menu']))).toBe('min by (job, instance) (up{job="menu"}) == 0');
  expect(targetDown.runbook.en?.check).toContain(
    'min by (job, instance) (up{job=~"menu|canteen-db-exporter"',
  );
});

import { expect, test } from '@jest/globals';
import { packs } from './canteen.js';
import { oneLine } from './one-line.js';

const { taskFailing, taskSlow } = packs.celery;

test('failures are a share of the runs of a task that ended', () => {
  expect(oneLine(taskFailing)).toMatchInlineSnapshot(
    `"sum by (task) (rate(canteen_task_total{namespace="canteen", status="failure"}[10m])) / sum by (task) (rate(canteen_task_total{namespace="canteen", status!="retry"}[10m])) > 0.1 and sum by (task) (rate(canteen_task_total{namespace="canteen", status!="retry"}[10m])) > 0.02"`,
  );
});

test('the time of a task is a quantile over its runs', () => {
  expect(oneLine(taskSlow)).toMatchInlineSnapshot(
    `"1 - sum by (task) (rate(canteen_task_duration_seconds_bucket{le=~"60|60\\\\.0", namespace="canteen"}[10m])) / sum by (task) (rate(canteen_task_duration_seconds_count{namespace="canteen"}[10m])) > 0.05 and sum by (task) (rate(canteen_task_duration_seconds_count{namespace="canteen"}[10m])) > 0.02"`,
  );
});

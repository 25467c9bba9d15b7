import { expect, test } from '@jest/globals';
import { oneLine } from './one-line.js';
import { packs } from './laundry.js';

const { celery, first, queues } = packs;

test('of a counter for each state, failures are a share of what succeeded or failed, were it never to succeed', () => {
  expect(oneLine(celery.taskFailing)).toMatchInlineSnapshot(
    `"sum by (name) (rate(celery_task_failed_total{namespace="laundry"}[10m])) / (sum by (name) (rate(celery_task_failed_total{namespace="laundry"}[10m])) + (sum by (name) (rate(celery_task_succeeded_total{namespace="laundry"}[10m])) or sum by (name) (rate(celery_task_failed_total{namespace="laundry"}[10m])) * 0)) > 0.1 and (sum by (name) (rate(celery_task_failed_total{namespace="laundry"}[10m])) or sum by (name) (rate(celery_task_succeeded_total{namespace="laundry"}[10m])) * 0) + (sum by (name) (rate(celery_task_succeeded_total{namespace="laundry"}[10m])) or sum by (name) (rate(celery_task_failed_total{namespace="laundry"}[10m])) * 0) > 0.02"`,
  );
});

test('the first failure by an exception counts where it is known since when the exporter is scraped (mistake 36)', () => {
  expect(oneLine(first.taskFailing)).toMatchInlineSnapshot(
    `"sum by (name) (last_over_time(celery_task_failed_total{namespace="laundry"}[2m]) unless last_over_time(celery_task_failed_total{namespace="laundry"}[2m] offset 10m) and on (job, instance) (max_over_time(up{namespace="laundry"}[2m] offset 10m) == 1 or time() - last_over_time(process_start_time_seconds{namespace="laundry"}[2m]) < 600) or increase(celery_task_failed_total{namespace="laundry"}[10m])) / (sum by (name) (last_over_time(celery_task_failed_total{namespace="laundry"}[2m]) unless last_over_time(celery_task_failed_total{namespace="laundry"}[2m] offset 10m) and on (job, instance) (max_over_time(up{namespace="laundry"}[2m] offset 10m) == 1 or time() - last_over_time(process_start_time_seconds{namespace="laundry"}[2m]) < 600) or increase(celery_task_failed_total{namespace="laundry"}[10m])) + (sum by (name) (increase(celery_task_succeeded_total{namespace="laundry"}[10m])) or sum by (name) (last_over_time(celery_task_failed_total{namespace="laundry"}[2m]) unless last_over_time(celery_task_failed_total{namespace="laundry"}[2m] offset 10m) and on (job, instance) (max_over_time(up{namespace="laundry"}[2m] offset 10m) == 1 or time() - last_over_time(process_start_time_seconds{namespace="laundry"}[2m]) < 600) or increase(celery_task_failed_total{namespace="laundry"}[10m])) * 0)) > 0.1 and (sum by (name) (rate(celery_task_failed_total{namespace="laundry"}[10m])) or sum by (name) (rate(celery_task_succeeded_total{namespace="laundry"}[10m])) * 0) + (sum by (name) (rate(celery_task_succeeded_total{namespace="laundry"}[10m])) or sum by (name) (rate(celery_task_failed_total{namespace="laundry"}[10m])) * 0) > 0.02"`,
  );
});

test('a task is named by the label that is given', () => {
  expect(oneLine(celery.taskSlow)).toMatchInlineSnapshot(
    `"1 - sum by (name) (rate(celery_task_runtime_bucket{le=~"60|60\\\\.0", namespace="laundry"}[10m])) / sum by (name) (rate(celery_task_runtime_count{namespace="laundry"}[10m])) > 0.05 and sum by (name) (rate(celery_task_runtime_count{namespace="laundry"}[10m])) > 0.02"`,
  );
});

test('tasks wait in a queue', () => {
  expect(oneLine(queues.tooManyTasksWaiting)).toMatchInlineSnapshot(
    `"max by (queue_name) (last_over_time(celery_queue_length{namespace="laundry", queue_name=~"wash|iron"}[2m])) > 500"`,
  );
});

test('a worker that is too busy to answer at once is still there', () => {
  expect(oneLine(queues.queueUnattended)).toMatchInlineSnapshot(
    `"max by (queue_name) (max_over_time(celery_active_worker_count{namespace="laundry", queue_name=~"wash|iron"}[5m])) < 1"`,
  );
});

test('its message says the label, and its runbook asks for it', () => {
  const { texts, runbook } = celery.taskFailing;
  expect([texts.en?.summary, runbook.en?.check]).toEqual([
    'Laundry: {{ $value | humanizePercentage }} of the runs of Celery task {{ $labels.name }} fail',
    expect.stringContaining("TASK='label name of the alert'"),
  ]);
});

test('what exports is no worker, so a person chooses one', () => {
  expect(celery.taskSlow.runbook.en?.check).toContain("POD='a worker of the list'");
});

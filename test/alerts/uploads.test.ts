import { describe, expect, test } from '@jest/globals';
import { override } from '#alerts/rule/pack.js';
import { count } from '#promql/unit/limit.js';
import { packs } from './canteen.js';
import { misread } from './evaluating.js';
import { oneLine } from './one-line.js';

const { uploadFailed } = packs.uploads;

test('the first failure of a series is counted like any other', () => {
  expect(oneLine(uploadFailed)).toMatchInlineSnapshot(
    `"floor(sum by (bucket) (last_over_time(canteen_uploads_total{namespace="canteen", status="failure"}[2m]) unless last_over_time(canteen_uploads_total{namespace="canteen", status="failure"}[2m] offset 5m) and on (job, instance) (max_over_time(up{namespace="canteen"}[2m] offset 5m) == 1 or time() - last_over_time(process_start_time_seconds{namespace="canteen"}[2m]) < 300) or increase(canteen_uploads_total{namespace="canteen", status="failure"}[5m]))) > 0"`,
  );
});

test('it does not wait', () => {
  expect(uploadFailed.for).toBe('0s');
});

test('of a first failure it is proven to tell within two minutes', () => {
  const first = uploadFailed.scenarios().fires.filter(({ when }) => when.includes('first'));
  expect(first.map(({ within }) => within)).toEqual(['2m', '2m', '2m']);
});

test('with another limit it no longer speaks of a single one', () => {
  expect(override(uploadFailed, { limit: count(3) }).runbook.en?.meaning).toMatch(/^More than 3 uploads of /);
});

/** A worker's failed uploads, whether it was scraped, and when it was started; a sample every half minute, 20 in ten minutes. */
const worker = (failed: string, up: string, started = '-86400x80') => {
  const target = 'namespace="canteen", job="worker", instance="worker:8000"';
  return [
    { series: `canteen_uploads_total{${target}, bucket="photos", status="failure"}`, values: failed },
    { series: `up{${target}}`, values: up },
    { series: `process_start_time_seconds{${target}}`, values: started },
  ];
};
const throughout = (moments: readonly string[], value?: number) =>
  moments.map((at) => ({ at, ...(value !== undefined && { value }) }));
const afterwards = ['10m', '10m30s', '11m', '13m', '14m30s', '15m', '15m30s', '17m', '19m'];

describe('what failed long ago is not told as new', () => {
  test.each([
    ['Prometheus was away for ten minutes', worker('7x4 _x15 7x60', '1x4 _x15 1x60')],
    ['the worker was out of reach for ten minutes', worker('7x4 stale _x14 7x60', '1x4 0x15 1x60')],
    ['Prometheus was away for six minutes', worker('7x8 _x11 7x60', '1x8 _x11 1x60')],
    ['a scrape failed', worker('7x19 stale 7x60', '1x19 0 1x60')],
    ['two scrapes failed in a row', worker('7x18 stale _ 7x60', '1x18 0x1 1x60')],
    ['a worker that has run for long is scraped for the first time', worker('_x20 7x60', '_x20 1x60')],
  ])('after %s (mistake 41)', async (_, series) => {
    expect(await misread(uploadFailed, series, throughout(afterwards))).toEqual([]);
  });
});

describe('what is known to be new is told', () => {
  test.each([
    ['the first failure of a worker that was scraped', worker('_x20 1x60', '1x80')],
    ['of one of which another scrape has just failed', worker('_x20 1x60', '1x9 0 1x70')],
    ['of one that has just started, at its first scrape', worker('_x20 1x60', '_x20 1x60', '_x20 590x60')],
    ['after a restart that forgot earlier ones', worker('3x2 stale _x16 1x60', '1x80', '-86400x2 90x76')],
  ])('%s (mistake 7)', async (_, series) => {
    expect(await misread(uploadFailed, series, throughout(['11m', '12m', '14m'], 1))).toEqual([]);
  });

  test('and is forgotten with the window', async () => {
    const first = worker('_x20 1x60', '1x80');
    expect(await misread(uploadFailed, first, throughout(['16m', '18m']))).toEqual([]);
  });
});

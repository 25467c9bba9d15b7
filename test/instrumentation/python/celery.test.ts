import { beforeAll, describe, expect, test } from '@jest/globals';
import { compared } from '#catalog/compared.js';
import { families } from '#catalog/exposition.js';
import { run } from '#proof/tools/run.js';
import { processMetrics } from '#metrics/process.js';
import { eventually } from '#servers/eventually.js';
import { environment, interpreter, support } from './interpreter.js';
import { programFolder, scraped, valueIn } from './running.js';
import { withWorker } from './servers.js';
import { withPackages } from './written.js';
import { catalogOf, moduleOf } from '../estate.js';

const monitoring = moduleOf('ecoeco', 'monitoring');
const workerMetrics = catalogOf(moduleOf('ecoeco', 'monitoring'), 'celery_task_total');

/** How often each is sent, and how it ends. */
const sent = [
  ['storage.works', 3, { success: 3 }],
  ['storage.fails', 2, { failure: 2 }],
  ['storage.comes_again', 1, { retry: 1, success: 1 }],
  ['storage.ignores', 1, { success: 1 }],
  ['storage.rejects', 1, { retry: 1 }],
  ['storage.takes_too_long_softly', 1, { failure: 1 }],
  // Last what ends a process of the pool: the signal of a soft limit reaches none that is only being made.
  ['storage.is_killed', 1, { failure: 1 }],
  ['storage.takes_too_long', 1, { failure: 1 }],
  ['storage.never_runs', 1, {}],
] as const;

describe('a worker of Celery with processes of its own', () => {
  const seen = { before: '', after: '', ready: 0, log: '' };

  beforeAll(async () => {
    await withWorker(async ({ url, log }, send) => {
      seen.before = await scraped(url);
      seen.ready = (await fetch(`${url}/ready`)).status;
      for (const [task, times, ends] of sent) {
        for (let each = 0; each < times; each += 1) await send(task);
        const told = () =>
          Object.entries(ends).every(
            ([status, many]) => (valueIn(seen.after, 'celery_task_total', { task, status }) ?? 0) >= many,
          );
        await eventually(
          `${task} to end`,
          async () => {
            seen.after = await scraped(url);
            return told() || undefined;
          },
          40_000,
        ).catch(async (error: unknown) => {
          throw new Error(`${String(error)}\n${await log()}`);
        });
      }
      // What is counted twice is so a moment later.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      seen.after = await scraped(url);
      seen.log = await log();
    });
  }, 180_000);

  test.each(sent)('counts %s once for each of %i', (task, _, ends) => {
    const counted = ['success', 'failure', 'retry'].map((status) => [
      status,
      valueIn(seen.after, 'celery_task_total', { task, status }),
    ]);
    expect(Object.fromEntries(counted)).toEqual({ success: 0, failure: 0, retry: 0, ...ends });
  });

  test('has all of its tasks at 0 before one is sent', () => {
    const zeros = sent.map(([task]) => valueIn(seen.before, 'celery_task_total', { task, status: 'failure' }));
    expect(zeros).toEqual(sent.map(() => 0));
  });

  test('has uploads at 0 before one is done', () => {
    expect(valueIn(seen.before, 's3_upload_total', { bucket: 'photos', status: 'failure' })).toBe(0);
  });

  test('times tasks in whichever process they run', () => {
    expect(valueIn(seen.after, 'celery_task_duration_seconds_count', { task: 'storage.works' })).toBe(3);
  });

  test('exports nothing of requests', () => {
    expect(seen.after).not.toContain('http_request');
  });

  test('exports what the catalogue declares, and since when it runs', () => {
    const { started } = processMetrics;
    expect(compared({ ...workerMetrics, started }, families(seen.after))).toEqual([]);
  });

  test('is ready by its own checks', () => {
    expect(seen.ready).toBe(200);
  });

  test('writes each line as JSON with its service', () => {
    const lines = seen.log.split('\n').filter((line) => line.startsWith('{'));
    expect(lines.map((line) => JSON.parse(line).service)).toEqual(lines.map(() => 'storage-worker'));
  });

  test('says with the number of the request what a task says that this asked for', () => {
    const [line = '{}'] = seen.log.split('\n').filter((each) => each.includes('"message": "worked"'));
    expect(JSON.parse(line).request_id).toBe('asked-1');
  });
});

test('a worker whose processes could tell nobody what they count does not start, and says what is missing', async () => {
  await withPackages({ monitoring }, async (folder) => {
    const python = await interpreter();
    const env = { ...environment(python, [folder, programFolder, support]), BROKER_FOLDER: folder };
    const args = ['-m', 'celery', '-A', 'worker', 'worker', '--concurrency=1'];
    const { exitCode, stderr, stdout } = await run(python.program, args, { cwd: folder, env, timeout: 60_000 });
    expect([exitCode, stdout + stderr]).toEqual([1, expect.stringContaining('PROMETHEUS_MULTIPROC_DIR is not set')]);
  });
}, 90_000);

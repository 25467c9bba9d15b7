import { beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compared } from '#catalog/compared.js';
import { families } from '#catalog/exposition.js';
import { eventually } from '#servers/eventually.js';
import { type Program, running, scraped, valueIn } from './running.js';
import { catalogOf, moduleOf } from '../estate.js';

const monitoring = moduleOf('ecoeco', 'monitoring');
const apiMetrics = catalogOf(moduleOf('ecoeco', 'monitoring'), 'http_requests_total');

const inGunicorn: Program = {
  packages: { monitoring },
  args: (port) => [
    ...['-m', 'gunicorn', '--config', 'gunicorn.conf.py', '--workers', '2'],
    ...['--worker-class', 'uvicorn.workers.UvicornWorker', '--bind', `127.0.0.1:${port}`, 'api:app'],
  ],
  variables: (_, folder) => {
    const values = join(folder, 'values');
    mkdirSync(values);
    return { PROMETHEUS_MULTIPROC_DIR: values };
  },
  before: async (folder) => {
    await writeFile(
      join(folder, 'gunicorn.conf.py'),
      'from monitoring.gunicorn import child_exit, on_starting  # noqa: F401\n',
    );
    // What an earlier run left, of a process that is none of this one's.
    await writeFile(join(folder, 'values', 'counter_1.db'), '');
    await writeFile(join(folder, 'values', 'gauge_livesum_1.db'), '');
  },
};

const route = { method: 'GET', endpoint: '/items/{item}' };
const gauge = { method: 'GET', endpoint: '/streams' };

describe('an API in gunicorn with two workers', () => {
  const seen = { processes: 0, counted: 0, zero: 0, inFlight: 0, later: 0, killed: 0, after: 0, text: '', type: '' };

  beforeAll(async () => {
    await running(inGunicorn, async ({ url }) => {
      const asked = async (): Promise<number> => {
        const answer: unknown = await (await fetch(`${url}/items/1`, { headers: { connection: 'close' } })).json();
        return typeof answer === 'object' && answer !== null && 'process' in answer ? Number(answer.process) : 0;
      };
      const processes = new Set<number>();
      let times = 0;
      await eventually('both workers to answer', async () => {
        for (let each = 0; each < 10; each += 1, times += 1) processes.add(await asked());
        return processes.size === 2 || undefined;
      });
      seen.processes = processes.size;
      const response = await fetch(`${url}/metrics`, { headers: { accept: 'application/openmetrics-text' } });
      seen.type = response.headers.get('content-type') ?? '';
      seen.text = await response.text();
      seen.counted = (valueIn(seen.text, 'http_requests_total', { ...route, status: '200' }) ?? 0) - times;
      seen.zero = valueIn(seen.text, 'http_requests_total', { method: 'GET', endpoint: '/fails', status: '500' }) ?? -1;

      const streaming = new AbortController();
      const streams = await Promise.all(
        Array.from({ length: 4 }, () => fetch(`${url}/streams`, { signal: streaming.signal })),
      );
      const inFlight = async () => valueIn(await scraped(url), 'http_requests_in_progress', gauge);
      seen.inFlight = (await inFlight()) ?? -1;
      // Killed amid its requests, as for memory: what it told of them ends with it.
      for (const each of processes) process.kill(each, 'SIGKILL');
      seen.killed = await eventually('others to tell', async () => {
        const told = await inFlight().catch(() => undefined);
        return told === undefined || told > 0 ? undefined : told;
      });
      streaming.abort();
      await Promise.allSettled(streams.map((each) => each.text()));
      seen.after = (valueIn(await scraped(url), 'http_requests_total', { ...route, status: '200' }) ?? 0) - times;
    });
  }, 120_000);

  test('tells at each of them what both have counted', () => {
    expect([seen.processes, seen.counted]).toEqual([2, 0]);
  });

  test('has failures at 0 from the start', () => {
    expect(seen.zero).toBe(0);
  });

  test('tells of the requests in flight of both', () => {
    expect(seen.inFlight).toBe(4);
  });

  test('forgets the requests in flight of workers that were killed', () => {
    expect(seen.killed).toBe(0);
  });

  test('keeps what workers have counted that were killed', () => {
    expect(seen.after).toBe(0);
  });

  test('exports OpenMetrics, and what the catalogue declares', () => {
    expect(seen.type).toMatch(/^application\/openmetrics-text; version=/);
    expect(compared(apiMetrics, families(seen.text))).toEqual([]);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { board } from './board.js';
import { interpreter } from './interpreter.js';
import { type Program, type Running, running } from './running.js';
import { moduleOf } from '../estate.js';

const ecoeco = moduleOf('ecoeco', 'monitoring');

/** A program of FastAPI in the folder `programs`, in one process. */
export const inUvicorn = (file: string, monitoring: Instrumentation): Program => ({
  packages: { monitoring },
  args: (port) => ['-m', 'uvicorn', `${file}:app`, '--port', String(port), '--no-access-log'],
});

export const inDjango: Program = {
  packages: { board },
  args: (port) => ['-m', 'board_server', String(port)],
};

const within = (folder: string, name: string): string => {
  const made = join(folder, name);
  mkdirSync(made, { recursive: true });
  return made;
};

/** The worker of ecoeco, in two processes of its own. */
export const inCelery: Program = {
  packages: { monitoring: ecoeco },
  args: () => ['-m', 'celery', '-A', 'worker', 'worker', '--concurrency=2', '--without-gossip', '--without-mingle'],
  variables: (port, folder) => ({
    PORT: String(port),
    BROKER_FOLDER: within(folder, 'broker'),
    PROMETHEUS_MULTIPROC_DIR: within(folder, 'values'),
  }),
};

/** Sends a task, by its name and what it is given. */
export type Send = (name: string, ...given: readonly unknown[]) => Promise<void>;

/** Runs the worker, with a program beside it that sends it tasks. */
export const withWorker = <T>(use: (at: Running, send: Send) => Promise<T>): Promise<T> =>
  running(inCelery, async (at) => {
    const { program } = await interpreter();
    const env = { ...process.env, ...at.variables };
    const sender = spawn(program, ['-m', 'send'], { cwd: at.folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(sender, 'exit');
    sender.unref();
    const lines = createInterface(sender.stdout)[Symbol.asyncIterator]();
    try {
      return await use(at, async (...task) => {
        sender.stdin.write(`${JSON.stringify(task)}\n`);
        if ((await lines.next()).done) throw new Error('The program that sends tasks has ended');
      });
    } finally {
      sender.stdin.end();
      await ended;
    }
  });

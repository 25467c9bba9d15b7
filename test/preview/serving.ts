import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** A preview that runs as somebody runs it. */
export interface Serving {
  readonly url: string;
  readonly child: ChildProcess;
  /** Ends it as Ctrl-C does, and hands back its exit code. */
  readonly end: () => Promise<number | null>;
}

/** Every process that a process started, and these in turn. */
export const startedBy = async (pid: number | undefined): Promise<readonly number[]> => {
  if (pid === undefined) return [];
  const tasks = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = tasks.split(' ').filter(Boolean).map(Number);
  return [...children, ...(await Promise.all(children.map(startedBy))).flat()];
};

export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const command = ['bin/cheomseong.mjs', 'preview'];

/** Runs it to its end. */
export const run = async (
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> => {
  const child = spawn(process.execPath, [...command, ...words], { env: { ...process.env, ...env } });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  await once(child, 'close');
  return { code: child.exitCode, ...said };
};

/**
 * Starts it, and waits until it tells where it serves.
 *
 * @throws Error with what it says where it does not.
 */
export const serve = async (...words: readonly string[]): Promise<Serving> => {
  const child = spawn(process.execPath, [...command, '--json', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'exit');
  const first = once(createInterface(child.stdout), 'line');
  const line = await Promise.race([first.then(([text]) => String(text)), ended.then(() => undefined)]);
  if (line === undefined) throw new Error(`The preview ended: ${err}`);
  const { url } = JSON.parse(line);
  return {
    url,
    child,
    end: async () => {
      child.kill('SIGINT');
      await ended;
      return child.exitCode;
    },
  };
};

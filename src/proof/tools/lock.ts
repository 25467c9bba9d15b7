import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs `work` while no other process runs its own under the same lock file, waiting for its turn.
 *
 * The kernel holds the lock for a child that lives as long as its standard input is open: however this process ends, the
 * lock is free again, so there is no stale lock to find out about.
 */
export const withLock = async <T>(flock: string, file: string, work: () => Promise<T>): Promise<T> => {
  const holder = spawn(flock, [file, '/bin/sh', '-c', 'echo locked; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  const locked = once(holder.stdout, 'data');
  try {
    await Promise.race([
      locked,
      ended.then(() => {
        throw new Error(`${flock} could not lock ${file}`);
      }),
    ]);
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
};

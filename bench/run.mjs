// One run of a command: how long it took, how much of a processor it and all that it started had, and how much memory.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/** NODE_EXTRA_CA_CERTS costs every Node 50 to 90 ms; the others would send the run elsewhere. */
const unset = ['NODE_EXTRA_CA_CERTS', 'CHEOMSEONG_CACHE', 'INIT_CWD', 'CDK8S_OUTDIR', 'NODE_OPTIONS'];

/** The environment of what is timed. */
export const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !unset.includes(name)));

/** Bash tells of a command and of all that it waited for, in seconds; its own start is no part of it. */
const timed = `exec 4>&2 2>&3; TIMEFORMAT='%R %U %S'; time "$@" 2>&4 3>&-`;

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // it ended meanwhile, or this is no Linux
    return '';
  }
};

const threadsOf = (pid) => {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
};

const childrenOf = (pid) =>
  threadsOf(pid).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean));

/** The most that a process below this one has had so far, in MiB; 0 where the system does not tell. */
const peakBelow = (pid) =>
  Math.max(
    0,
    ...childrenOf(pid).map((child) => {
      const [, kilobytes = 0] = /^VmHWM:\s+(\d+)/m.exec(read(`/proc/${child}/status`)) ?? [];
      return Math.max(Number(kilobytes) / 1024, peakBelow(child));
    }),
  );

/**
 * Runs `[program, ...args]`: its `wall` and `cpu` in milliseconds, and the `peak` in MiB of the largest process of it.
 *
 * @throws Error with what it said, where it ends with another code than 0.
 */
export const run = async (command, folder) => {
  const child = spawn('bash', ['-c', timed, 'bash', ...command], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, peakBelow(child.pid))), 20);
  const ended = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [code, out, err, times] = await Promise.all([
    ended,
    ...child.stdio.slice(1).map((each) => text(each)),
  ]);
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${out}${err}`);
  const [wall, user, system] = times
    .trim()
    .split(/\s+/)
    .map((seconds) => Number(seconds) * 1000);
  return { wall, cpu: user + system, peak };
};

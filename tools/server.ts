import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from './eventually.js';
import { toolPath } from './tool.js';

export type ServerName = 'prometheus' | 'alertmanager';

export interface ServerFiles {
  /** The text of the configuration file. */
  readonly config: string;
  /** Files beside it, by name: rules, templates. The configuration names them without a folder. */
  readonly beside?: Readonly<Record<string, string>>;
}

const dataFlags: Readonly<Record<ServerName, (folder: string) => readonly string[]>> = {
  prometheus: (folder) => [`--storage.tsdb.path=${folder}`],
  // No cluster: it would listen on a port of its own and wait for peers.
  alertmanager: (folder) => [`--storage.path=${folder}`, '--cluster.listen-address='],
};

/**
 * Runs a real server on a free port of the loopback interface while `use` works with it, and hands back what `use` came to.
 * The server is up (`/-/ready`) when `use` is called with its URL, and is gone, with its folder, when this ends, however it ends.
 * Throws with the end of the server's log when it does not come up.
 */
export const withServer = async <T>(
  name: ServerName,
  { config, beside = {} }: ServerFiles,
  use: (url: string) => Promise<T>,
): Promise<T> => {
  const program = await toolPath(name);
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  const file = (base: string) => join(folder, base);
  try {
    const texts = Object.entries({ ...beside, 'config.yml': config });
    await Promise.all(texts.map(([base, text]) => writeFile(file(base), text)));
    const log = await open(file('log'), 'w');
    const flags = [
      `--config.file=${file('config.yml')}`,
      '--web.listen-address=127.0.0.1:0',
      ...dataFlags[name](file('data')),
    ];
    // Debian's Alertmanager, when fetched, finds its default templates from the folder it lies in.
    const server = spawn(program, flags, { cwd: dirname(program), stdio: ['ignore', log.fd, log.fd] });
    return await whileRunning(server, async () => {
      await log.close();
      return use(await ready(server, file('log')));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const hasEnded = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null;

const whileRunning = async <T>(server: ChildProcess, use: () => Promise<T>): Promise<T> => {
  const ended = once(server, 'exit');
  const killAtOnce = () => server.kill('SIGKILL');
  // A test that hangs is given up by jest: then neither may the server keep the process alive, nor outlive it.
  process.once('exit', killAtOnce);
  server.unref();
  try {
    await once(server, 'spawn');
    return await use();
  } finally {
    server.kill('SIGTERM');
    const patience = setTimeout(killAtOnce, 5_000);
    await ended;
    clearTimeout(patience);
    process.off('exit', killAtOnce);
  }
};

/** The URL under which the server answers: the system chose the port, and the log tells it. */
const ready = (server: ChildProcess, logFile: string): Promise<string> =>
  eventually(`the server to be ready (log: ${logFile})`, async () => {
    const log = await readFile(logFile, 'utf8');
    if (hasEnded(server))
      throw new Error(`${server.spawnfile} did not come up:\n${log.split('\n').slice(-10).join('\n')}`);
    const [, address] = /msg="Listening on".* address=(\S+)/.exec(log) ?? [];
    if (address === undefined) return undefined;
    const url = `http://${address}`;
    const response = await fetch(`${url}/-/ready`).catch(() => undefined);
    return response?.ok ? url : undefined;
  });

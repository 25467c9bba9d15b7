import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from './eventually.js';
import { leash } from './leash.js';
import { reason } from '#proof/tools/reason.js';
import { toolPath } from '#proof/tools/tool.js';

export type ServerName = 'prometheus' | 'alertmanager' | 'blackbox_exporter';

export interface ServerFiles {
  /** The text of the configuration file. */
  readonly config: string;
  /** Files beside it, by name: rules, templates. The configuration names them without a folder. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Further flags of its command line. */
  readonly flags?: readonly string[];
  /** The folder of what it has stored; a new one that ends with it unless given. */
  readonly data?: string;
  /** The file of another release than the one in use. */
  readonly program?: string;
}

const dataFlags: Readonly<Record<ServerName, (folder: string) => readonly string[]>> = {
  prometheus: (folder) => [`--storage.tsdb.path=${folder}`],
  // No cluster: it would listen on a port of its own and wait for peers.
  alertmanager: (folder) => [`--storage.path=${folder}`, '--cluster.listen-address='],
  blackbox_exporter: () => [],
};

/**
 * Runs a real server on a free port of the loopback interface while `use` works with it, and hands back what `use` came to.
 * The server is up (`/-/ready`) when `use` is called with its URL, and is gone, with its folder, when this ends, however it ends.
 * Throws with the end of the server's log when it does not come up.
 */
export const withServer = async <T>(
  name: ServerName,
  { config, beside = {}, flags: further = [], data, program: chosen }: ServerFiles,
  use: (url: string) => Promise<T>,
): Promise<T> => {
  const program = chosen ?? (await toolPath(name));
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  const file = (base: string) => join(folder, base);
  try {
    const texts = Object.entries({ ...beside, 'config.yml': config });
    await Promise.all(texts.map(([base, text]) => writeFile(file(base), text)));
    const log = await open(file('log'), 'w');
    const flags = [
      `--config.file=${file('config.yml')}`,
      '--web.listen-address=127.0.0.1:0',
      ...dataFlags[name](data ?? file('data')),
      ...further,
    ];
    // Debian's Alertmanager, when fetched, finds its default templates from the folder it lies in.
    const server = leash(program, flags, { cwd: dirname(program), output: log.fd });
    return await whileRunning(server, async () => {
      await log.close();
      return use(await ready(server, file('log')));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const whileRunning = async <T>(server: ChildProcess, use: () => Promise<T>): Promise<T> => {
  const ended = once(server, 'exit');
  // A test that hangs is given up by jest, whose process must then be able to end, and takes the server with it.
  server.unref();
  try {
    await once(server, 'spawn');
    return await use();
  } finally {
    server.ref();
    server.stdin?.end();
    await ended;
  }
};

/** The URL under which the server answers: the system chose the port, and the log tells it. */
const ready = async (server: ChildProcess, logFile: string): Promise<string> => {
  const log = () => readFile(logFile, 'utf8');
  const url = async () => {
    const [, address] = /msg="Listening on".* address=(\S+)/.exec(await log()) ?? [];
    return address && `http://${address}`;
  };
  try {
    return await eventually('the server to be ready', async () => {
      if (server.exitCode !== null) throw new Error(`The server ended with exit code ${server.exitCode}`);
      const at = await url();
      const response = at && (await fetch(`${at}/-/ready`).catch(() => undefined));
      return response && response.ok ? at : undefined;
    });
  } catch (error) {
    const end = (await log()).trimEnd().split('\n').slice(-10);
    throw new Error(`${reason(error)}; its log ends with:\n${end.join('\n')}`);
  }
};

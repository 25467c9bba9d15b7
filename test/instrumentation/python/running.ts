import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '#servers/eventually.js';
import { leash } from '#servers/leash.js';
import { environment, interpreter, support } from './interpreter.js';
import { type Packages, withPackages } from './written.js';

export const programFolder = fileURLToPath(new URL('programs', import.meta.url));

/** A program of Python that runs and answers. */
export interface Running {
  readonly url: string;
  /** What it has written, lines of logs above all. */
  readonly log: () => Promise<string>;
  /** Variables with which another program of Python finds the same packages. */
  readonly variables: Readonly<Record<string, string>>;
  /** A folder for the program alone. */
  readonly folder: string;
}

export interface Program {
  readonly packages: Packages;
  /** Arguments of the interpreter: `['-m', 'uvicorn', 'api:app', …]`. */
  readonly args: (port: number, folder: string) => readonly string[];
  readonly variables?: (port: number, folder: string) => Readonly<Record<string, string>>;
  /** What is done in its folder before it starts. */
  readonly before?: (folder: string) => Promise<void>;
  /** Where it answers when it is up: `/health` unless told. */
  readonly up?: string;
}

/** A port that is free now. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
};

const isUp = (url: string): Promise<true | undefined> =>
  fetch(url).then(
    ({ ok }) => ok || undefined,
    () => undefined,
  );

/** Runs a program of the folder `programs` while `use` works with it; it is gone with its folder when this ends. */
export const running = <T>(program: Program, use: (at: Running) => Promise<T>): Promise<T> =>
  withPackages(program.packages, async (packages) => {
    const python = await interpreter();
    const folder = await mkdtemp(join(tmpdir(), 'program-'));
    const port = await freePort();
    const own = environment(python, [packages, programFolder, support]);
    const variables = { ...own, ...program.variables?.(port, folder) };
    await program.before?.(folder);
    const logFile = join(folder, 'log');
    const log = await open(logFile, 'w');
    const told = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    const args = [...told, python.program, ...program.args(port, folder)];
    const child = leash('env', args, { cwd: folder, output: log.fd });
    const ended = once(child, 'exit');
    child.unref();
    try {
      const url = `http://127.0.0.1:${port}`;
      const up = `${url}${program.up ?? '/health'}`;
      const said = () => readFile(logFile, 'utf8');
      await eventually(`${up} to answer`, () => isUp(up), 60_000).catch(async (error: unknown) => {
        throw new Error(`${String(error)}\n${await said()}`);
      });
      return await use({ url, log: said, variables, folder });
    } finally {
      child.ref();
      child.stdin?.end();
      await ended;
      await log.close();
      // workers of a program that has ended may still write what they counted
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  });

/** What it exports. */
export const scraped = async (url: string, path = '/metrics'): Promise<string> => (await fetch(`${url}${path}`)).text();

/** The value of a series as an exposition has it; nothing where it is not there. */
export const valueIn = (
  exposition: string,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined => {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const line = exposition
    .split('\n')
    .find((each) => each.startsWith(`${name}${wanted.length > 0 ? '{' : ' '}`) && wanted.every((pair) => each.includes(pair)));
  return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ') + 1));
};

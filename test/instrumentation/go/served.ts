import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '#servers/eventually.js';
import { leash } from '#servers/leash.js';
import { go } from './toolchain.js';
import { withWorkspace } from './workspace.js';

/** Compiles the server of the tests' own and runs it while `use` works with it. What it says is handed on too, a line of JSON each. */
export const served = <T>(use: (url: string, log: () => Promise<string>) => Promise<T>): Promise<T> =>
  withWorkspace(async (folder) => {
    const program = join(folder, 'server');
    const built = await go(folder, ['build', '-o', program, 'programs/server']);
    if (built.exitCode !== 0) throw new Error(`it does not compile: ${built.stderr}`);
    const file = join(folder, 'log');
    const output = await open(file, 'w');
    const server = leash(program, [], { cwd: folder, output: output.fd });
    const ended = once(server, 'exit');
    const log = () => readFile(file, 'utf8');
    // A test that hangs is given up by jest, whose process must then be able to end, and takes the server with it.
    server.unref();
    try {
      await once(server, 'spawn');
      await output.close();
      const address = await eventually('the server to listen', async () => {
        if (server.exitCode !== null) throw new Error(`the server ended: ${await log()}`);
        return /"address":"([^"]+)"/.exec(await log())?.[1];
      });
      return await use(`http://${address}`, log);
    } finally {
      server.ref();
      server.stdin?.end();
      await ended;
    }
  });

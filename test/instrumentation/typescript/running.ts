import { type BuildOptions, build, buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { typescriptFiles } from '#instrumentation/typescript/files.js';
import type { Instrumentation } from 'cheomseong/instrumentation';
import { leash } from '#servers/leash.js';
import { folder, withFiles, write } from './written.js';

/** A program that runs, where it answers, and the lines that it has written. */
export interface Running {
  readonly url: string;
  readonly lines: readonly string[];
  readonly stop: () => Promise<void>;
}

/** A module, with what its application writes beside it, by path. */
export interface Mounted {
  readonly module: Instrumentation;
  readonly application: { readonly name: string; readonly title: string };
  readonly beside?: Readonly<Record<string, string>>;
}

export const filesOf = ({ module, application, beside }: Mounted): Readonly<Record<string, string>> => ({
  ...typescriptFiles(module, application),
  ...beside,
});

const started = async (root: string, args: readonly string[]): Promise<Running> => {
  const child = leash(process.execPath, args, { cwd: root, output: 'pipe' });
  const said: string[] = [];
  const lines: string[] = [];
  child.stderr?.on('data', (part: Buffer) => said.push(part.toString()));
  const stop = async (): Promise<void> => {
    child.stdin?.end();
    if (child.exitCode === null) await once(child, 'exit');
    rmSync(root, { recursive: true, force: true });
  };
  if (child.stdout === null) throw new Error('it says nothing');
  const reader = createInterface({ input: child.stdout });
  const port = await new Promise<string>((resolve, reject) => {
    reader.on('line', (line) => {
      const [, found] = /^port (\d+)$/.exec(line) ?? [];
      if (found === undefined) lines.push(line);
      else resolve(found);
    });
    child.once('exit', () => reject(new Error(`it did not start: ${said.join('')}`)));
  });
  return { url: `http://127.0.0.1:${port}`, lines, stop };
};

/** The bundles of a program, as a bundler of a website makes them: each with all that it imports. */
const bundling = (root: string, entries: readonly string[]): BuildOptions => ({
  entryPoints: entries.map((path) => join(root, path)),
  outbase: root,
  outdir: join(root, 'built'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'silent',
});

/** Route handlers of Next.js, each a bundle of its own, behind a server that calls them as Next.js does. */
export const runningOnNext = async (mounted: Mounted): Promise<Running> => {
  const files = filesOf(mounted);
  const root = folder();
  write(root, files);
  const routes = Object.keys(files).filter((path) => /^app\/.*route\.ts$/.test(path));
  await build(bundling(root, routes));
  const served = Object.fromEntries(
    routes.map((path) => [
      path.slice('app'.length, -'/route.ts'.length),
      join(root, 'built', path.replace(/ts$/, 'cjs')),
    ]),
  );
  const server = join(process.cwd(), 'test/instrumentation/typescript/next-server.mjs');
  return started(root, [server, JSON.stringify(served)]);
};

/** A program of plain Node, `server.ts` beside the module. */
export const runningOnNode = async (mounted: Mounted): Promise<Running> => {
  const root = folder();
  write(root, filesOf(mounted));
  await build(bundling(root, ['server.ts']));
  return started(root, [join(root, 'built/server.cjs')]);
};

/** What a program says that does this with a module, and ends. */
export const printed = (mounted: Mounted, code: string): string =>
  withFiles(filesOf({ ...mounted, beside: { 'main.ts': code } }), (root) => {
    buildSync(bundling(root, ['main.ts']));
    return execFileSync(process.execPath, [join(root, 'built/main.cjs')], { encoding: 'utf8' });
  });

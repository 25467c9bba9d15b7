// Builds what the package holds: lib/, JavaScript with declarations. `npm pack` calls it.
//
// What is imported and is neither a dependency nor a peer is taken into it: the models of Kubernetes, which ask for a newer Node than they
// need, and cdk8s-plus-27, which brings 180 packages that nothing of it uses, one of them with an install script.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { pageOptions } from './pages.mjs';
import { settleDeclarations } from './declarations.mjs';
import { foldersIn, noticesOf } from './notices.mjs';
import { requiredAsImported } from './required.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);

/** The packages that users install with us. */
export const installed = Object.keys({ ...dependencies, ...peerDependencies }).filter(
  (name) => !peerDependenciesMeta?.[name]?.optional,
);

/** The entries beside the whole. */
export const words = readdirSync(join(root, 'src/public')).map((name) => name.replace(/\.ts$/, ''));

/** What the command loads by itself, and nobody imports. */
const apart = ['src/command/files.ts'];

/** Writes the declarations, and tells of which packages some are borrowed. */
export const declare = (lib) => {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript-native/bin/tsc'), '--project', join(root, 'tsconfig.build.json')],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const entries = ['index.d.ts', ...words.map((name) => `public/${name}.d.ts`)].map((name) =>
    join(lib, name),
  );
  return settleDeclarations({ root, lib, entries, installed });
};

const bundle = (lib) =>
  build({
    absWorkingDir: root,
    entryPoints: ['src/index.ts', ...words.map((name) => `src/public/${name}.ts`), ...apart],
    outdir: lib,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    chunkNames: 'chunks/[hash]',
    // the package that is meant, not Node's deprecated module of that name
    alias: { punycode: 'punycode/punycode.js' },
    plugins: [requiredAsImported([...installed, ...builtinModules.filter((name) => name !== 'punycode')])],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });

/** The pages that commands show in a browser. */
const pages = (lib) =>
  build({
    ...pageOptions,
    entryPoints: readdirSync(join(root, 'src/browser'))
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => `src/browser/${name}`),
    outdir: join(lib, 'browser'),
    metafile: true,
  });

/** Writes lib/ anew, and tells what is in it. */
export const buildLibrary = async () => {
  const lib = join(root, 'lib');
  rmSync(lib, { recursive: true, force: true });
  const borrowed = declare(lib).map((name) => `node_modules/${name}`);
  const { metafile } = await bundle(lib);
  const shown = await pages(lib);
  const folders = [
    ...new Set([...foldersIn(metafile), ...foldersIn(shown.metafile), ...borrowed]),
  ].toSorted();
  writeFileSync(join(lib, 'THIRD-PARTY.txt'), `${noticesOf(root, folders)}\n`);
  return metafile;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildLibrary();

// Builds what the package holds: lib/, JavaScript with declarations. `npm pack` calls it.
//
// The models of Kubernetes are taken into it: they ask for a newer Node than they need, of which npm would warn everybody who installs
// us. Everything else that is imported stays a dependency.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Writes lib/ anew. */
export const buildLibrary = async () => {
  const lib = join(root, 'lib');
  rmSync(lib, { recursive: true, force: true });
  const words = readdirSync(join(root, 'src/public')).map((name) => join(root, 'src/public', name));
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript-native/bin/tsc'), '--project', join(root, 'tsconfig.build.json')],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'src/index.ts'), join(root, 'src/command/main.ts'), ...words],
    outdir: lib,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    chunkNames: 'chunks/[name]-[hash]',
    external: Object.keys({ ...dependencies, ...peerDependencies }).flatMap((name) => [name, `${name}/*`]),
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildLibrary();

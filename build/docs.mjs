// Writes the pages that are made from the library's own sources: `npm run docs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = resolve('.cache/docs');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, 'pages.mjs');
await build({
  entryPoints: ['src/reference/pages.ts'],
  ...{ outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
  plugins: [
    {
      name: 'own sources',
      setup: (each) =>
        each.onResolve({ filter: /^#/ }, ({ path }) => ({
          path: resolve(path.replace(/^#(.*)\.js$/, 'src/$1.ts')),
        })),
    },
  ],
});
const { pages } = await import(pathToFileURL(outfile).href);
for (const [path, page] of Object.entries(pages)) writeFileSync(path, page());

// What a browser loads of the pages that a command shows: bundled from its sources where the product runs from them, else as the package holds it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { own } from './setting.mjs';

const sources = join(own, 'src/browser');

/** How a page is bundled: the theme's package asks for React, in whose place a tenth of its size does, and for all time zones there ever were. */
export const pageOptions = {
  absWorkingDir: own,
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  tsconfig: join(sources, 'tsconfig.json'),
  alias: {
    react: 'preact/compat',
    'react-dom': 'preact/compat',
    'moment-timezone': 'moment-timezone/builds/moment-timezone-with-data-10-year-range.js',
  },
  legalComments: 'none',
  logLevel: 'warning',
};

const fromSources = async (name) => {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    ...pageOptions,
    entryPoints: [join(sources, `${name}.tsx`)],
    outdir: join(own, 'lib/browser'),
    write: false,
  });
  const ending = (suffix) => outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? '';
  return { script: ending('.js'), style: ending('.css') };
};

const fromPackage = (name) => {
  const file = (suffix) => join(own, `lib/browser/${name}${suffix}`);
  const text = (suffix) => readFileSync(file(suffix), 'utf8');
  return { script: text('.js'), style: text('.css') };
};

/** The script and the style of a page, by its name: `preview`, `rehearsal`. */
export const pageOf = async (name) => (existsSync(sources) ? fromSources(name) : fromPackage(name));

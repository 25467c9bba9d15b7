// Bundles the pages that commands show in a browser: for the package, and for commands that run from the product's own sources.
import { join } from 'node:path';
import { build } from 'esbuild';
import { own } from '../bin/setting.cjs';

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

/** The script and the style of a page as its sources are now. */
export const bundledPage = async (name) => {
  const { outputFiles } = await build({
    ...pageOptions,
    entryPoints: [join(sources, `${name}.tsx`)],
    outdir: join(own, 'lib/browser'),
    write: false,
  });
  const ending = (suffix) => outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? '';
  return { script: ending('.js'), style: ending('.css') };
};

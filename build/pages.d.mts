import type { BuildOptions } from 'esbuild';

/** How pages are bundled for a browser. */
export const pageOptions: BuildOptions;

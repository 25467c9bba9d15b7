import type { BuildOptions } from 'esbuild';
import type { PageOf } from '#browser/wire/page.js';

/** How pages are bundled for a browser. */
export const pageOptions: BuildOptions;
/** The script and the style of a page, by its name. */
export const pageOf: PageOf;

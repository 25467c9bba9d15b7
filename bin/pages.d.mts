import type { PageOf } from '#browser/wire/page.js';

/** The script and the style of a page, by its name. */
export const pageOf: PageOf;

import type { Drilled } from '#rehearsal/drill/result.js';
import { jsonText } from './json.js';
import { junitText } from './junit.js';
import { markdownText } from './markdown.js';
import type { FormatName } from './options.js';
import { tableText } from './table.js';

/** Drills in a form. */
export const textOf = (format: FormatName, drilled: readonly Drilled[]): string =>
  ({ table: tableText, markdown: markdownText, json: jsonText, junit: junitText })[format](drilled);

import { compared, dashboardsBetween } from '#review/compare/compare.js';
import type { Meaning } from '#review/meaning/meaning.js';
import { markdown } from '#review/page/markdown.js';

/** The page of what differs between two meanings. */
export const pageOf = (before: Meaning, after: Meaning, files = 1): string =>
  markdown({
    base: { revision: 'main', commit: '0123456789abcdef' },
    head: { revision: 'the working tree', commit: '' },
    read: '',
    findings: compared(before, after),
    dashboards: dashboardsBetween(before, after),
    files,
  });

/** Its first line. */
export const firstLineOf = (before: Meaning, after: Meaning): string =>
  pageOf(before, after).split('\n')[0] ?? '';

import type { Part } from './part.js';

/** All that a cluster is given beside its applications. */
export const parts: readonly Part[] = [];

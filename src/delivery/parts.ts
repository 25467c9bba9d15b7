import type { Part } from './part.js';
import { secretsPart } from './secrets.js';

/** All that a cluster is given beside its applications. */
export const parts: readonly Part[] = [secretsPart];

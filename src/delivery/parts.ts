import { mimir } from './mimir.js';
import type { Part } from './part.js';
import { platform } from './platform.js';
import { secretsPart } from './secrets.js';
import { thanos } from './thanos.js';

/** All that a cluster is given beside its applications. */
export const parts: readonly Part[] = [secretsPart, platform, thanos, mimir];

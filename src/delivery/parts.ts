import type { Part } from './part.js';
import { platform } from './platform.js';

/** All that a cluster is given beside its applications. */
export const parts: readonly Part[] = [platform];

import { argocdPart } from './argocd/part.js';
import { mimir } from './mimir.js';
import { namespaces } from './namespaces/part.js';
import type { Part } from './part.js';
import { platform } from './platform.js';
import { thanos } from './thanos.js';

/** All that a cluster is given beside its applications. The last two are made of what all others hold, and stay the last. */
export const parts: readonly Part[] = [platform, thanos, mimir, namespaces, argocdPart];

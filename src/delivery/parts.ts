import { argocdPart } from './argocd/part.js';
import { namespaces } from './namespaces/part.js';
import type { Part } from './part.js';
import { platform } from './platform.js';

/** All that a cluster is given beside its applications. The last two are made of what all others hold. */
export const parts: readonly Part[] = [platform, namespaces, argocdPart];

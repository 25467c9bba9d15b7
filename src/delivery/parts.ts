import { argocdPart } from './argocd/part.js';
import { namespaces } from './namespaces/part.js';
import type { Part } from './part.js';

/** All that a cluster is given beside its applications. The last two are made of what the others hold. */
export const parts: readonly Part[] = [namespaces, argocdPart];

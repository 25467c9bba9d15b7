import { argocdPart } from './argocd/part.js';
import { guestDashboards, guestRoutes } from './guests.js';
import { mimir } from './mimir.js';
import { namespaces } from './namespaces/part.js';
import type { Part } from './part.js';
import { platform } from './platform.js';
import { secretsPart } from './secrets.js';
import { thanos } from './thanos.js';

/** All that a cluster is given beside its applications. The last two are made of what all others hold, and stay the last. */
export const parts: readonly Part[] = [
  secretsPart,
  platform,
  thanos,
  mimir,
  guestDashboards,
  guestRoutes,
  namespaces,
  argocdPart,
];

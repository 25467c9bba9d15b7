import { adviceOf } from '#cost/advice.js';
import { clusterCost } from '#cost/place.js';
import type { Law } from './law.js';

/**
 * A Prometheus that is given less than its series need is killed, or forgets sooner than it says. What they need is an estimate, so it is told, and
 * nothing is refused for it; of a platform that nobody described nothing is known.
 */
export const everyServerHoldsItsSeries: Law = ({ cluster, applications }) =>
  cluster?.deliversPlatform === true
    ? adviceOf(clusterCost({ ...cluster, applications })).map(({ of, why, cure }) => ({
        where: `${cluster.name}/platform`,
        what: of,
        code: 'server-too-small',
        why,
        cure,
        isHint: true,
      }))
    : [];

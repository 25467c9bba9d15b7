import type { Construct } from 'constructs';
import type { ThanosCompactor, ThanosStore } from '#platform/engine/thanos.js';
import type { Inside } from './parts.js';
import { bucketArgs } from './pod.js';
import { stored } from './workloads.js';

/** What reads blocks of the bucket. */
export const store = (scope: Construct, inside: Inside, spec: ThanosStore): void =>
  stored(
    scope,
    inside,
    {
      part: 'store',
      args: ['store', ...bucketArgs(inside)],
      resources: spec.resources,
      ...{ usesBucket: true, keepsData: true, endsWithin: 120 },
    },
    spec,
  );

/** What joins blocks and ends them: one alone. */
export const compactor = (scope: Construct, inside: Inside, spec: ThanosCompactor): void => {
  const { keeps, deleteDelay, resources, storage } = spec;
  stored(
    scope,
    inside,
    {
      part: 'compactor',
      args: [
        ...['compact', '--wait'],
        ...bucketArgs(inside),
        `--retention.resolution-raw=${keeps.raw}`,
        `--retention.resolution-5m=${keeps.fiveMinutes}`,
        `--retention.resolution-1h=${keeps.oneHour}`,
        `--delete-delay=${deleteDelay}`,
      ],
      resources,
      ...{ usesBucket: true, keepsData: true, endsWithin: 120 },
    },
    { replicas: 1, storage },
  );
};

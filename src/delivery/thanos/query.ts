import type { Construct } from 'constructs';
import { yamlOf } from '#ground/yaml.js';
import type { ThanosQuery } from '#platform/engine/thanos.js';
import { type Inside, featuresOf, names, ports, replicaLabels } from './parts.js';
import { deployed } from './workloads.js';

/** An address that DNS answers with each pod behind it. */
const each = (service: string, namespace: string): string => `dnssrv+_grpc._tcp.${service}.${namespace}.svc`;

/**
 * Whom Query asks: the sidecars of each Prometheus here, by the Service that the operator keeps for them, the store, the ruler, and other clusters.
 */
export const endpointsOf = ({ platform: { namespace }, engine }: Inside): readonly string[] => [
  each('prometheus-operated', namespace),
  ...(engine.store ? [each(names.store, namespace)] : []),
  ...(engine.ruler ? [each('thanos-ruler-operated', namespace)] : []),
  ...Object.values(engine.clusters),
];

/** What answers questions, and what it is asked by: a Deployment, for it keeps nothing. */
export const query = (scope: Construct, inside: Inside, { replicas, resources }: ThanosQuery): void =>
  deployed(
    scope,
    inside,
    {
      part: 'query',
      args: [
        'query',
        `--http-address=0.0.0.0:${ports.http}`,
        `--grpc-address=0.0.0.0:${ports.grpc}`,
        ...replicaLabels.map((label) => `--query.replica-label=${label}`),
        // Long ranges are read of downsampled blocks; a ruler asks for raw samples all the same.
        '--query.auto-downsampling',
        ...featuresOf(inside).map((feature) => `--enable-feature=${feature}`),
        `--endpoint.sd-config=${yamlOf({ endpoints: endpointsOf(inside).map((address) => ({ address })) })}`,
      ],
      resources,
      usesBucket: false,
      keepsData: false,
      endsWithin: 120,
    },
    replicas,
  );

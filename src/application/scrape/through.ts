import type { Fault } from '#ground/fault.js';
import type { Service } from '#application/service.js';
import type { Params } from './address.js';

/**
 * An exporter that is asked about many: `/probe?target=redis-2:6379`. What it answers is of the target, and `up` is its own: 0 where the
 * exporter fails, while a target that fails is told by a metric of the exporter's.
 * https://prometheus.io/docs/guides/multi-target-exporter/
 */
export interface Through<P extends string = string> {
  readonly exporter: Service<P>;
  readonly port: NoInfer<P>;
}

/** The parameter in which an exporter is told of whom to answer. */
export const targetParam = 'target';

/** Where the exporter answers in a cluster: by the port of its Service in its namespace. */
export const addressInCluster = ({ exporter, port }: Through): string =>
  `${exporter.name}.${exporter.namespaces[0]}.svc:${exporter.ports[port]?.port ?? ''}`;

/** Where it answers on a host: by the port of its container. */
export const addressOnHost = ({ exporter, port }: Through): string =>
  `${exporter.name}:${exporter.ports[port]?.targetPort ?? ''}`;

/** What is wrong with how an exporter is asked about others. */
export const throughFaults = ({ exporter, port }: Through, params: Params): readonly Fault[] => [
  ...(port in exporter.ports
    ? []
    : [
        {
          where: 'through.port',
          what: port,
          code: 'no-such-port' as const,
          why: `Service ${exporter.name} has no port ${port}`,
          cure: `name one that it has: ${Object.keys(exporter.ports).join(', ')}`,
        },
      ]),
  ...(targetParam in params
    ? [
        {
          where: `params.${targetParam}`,
          what: (params[targetParam] ?? []).join(', '),
          code: 'name-twice' as const,
          why: 'each of the targets is asked about in it',
          cure: 'leave it out, and write the target into targets',
        },
      ]
    : []),
];

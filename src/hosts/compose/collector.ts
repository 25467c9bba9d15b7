import { nobody } from '#application/exporter/exporter.js';
import type { Collector } from '#application/tracing/collector.js';
import { type ComposeService, hardened } from './service.js';
import { literal } from './variable.js';

/** What the configuration of a collector is called among the files of the host. */
export const collectorFile = ({ name }: Pick<Collector, 'name'>): string => `${name}.yml`;

/**
 * The collector of the application's traces, in whose network its services find it. Its image holds nothing by which it could ask itself whether it
 * lives: Prometheus asks it as a target.
 */
export const collectorService = (collector: Collector): ComposeService => {
  const { image, args, configuration, environment, resources } = collector;
  return {
    image,
    user: `${nobody}:${nobody}`,
    command: args.map(literal),
    environment,
    volumes: [`./${collectorFile(collector)}:${configuration.path}:ro`],
    networks: ['application'],
    mem_limit: `${resources.memory.limit}m`,
    ...hardened,
  };
};

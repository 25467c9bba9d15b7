import {
  kubernetes,
  narrowed,
  ofDeployments,
  ofVolumes,
  postgresExporterMetrics,
  rabbitmqMetrics,
  redisExporterMetrics,
  scrapeMetrics,
} from 'cheomseong';
import { apiMetrics, gptMetrics, targets, workerMetrics } from './metrics.js';
import { apis, here, postgresExporterName, rabbitmq, redisExporterName } from './services.js';

// Others run in `default` too, and call their metrics alike: the namespace alone does not say whose a series is.

/** Each API by the name of its Service. */
export const api = {
  ...narrowed(apiMetrics, { ...here, component: 'api' }),
  exported: { up: narrowed(targets, { ...here, component: 'api' }).up },
  by: ['service'],
} as const;
export const worker = {
  ...narrowed(workerMetrics, { ...here, component: 'worker' }),
  ...narrowed(targets, { ...here, component: 'worker' }),
};
export const gpt = narrowed(gptMetrics, { ...here, component: ['api', 'worker'] });
export const broker = narrowed({ ...rabbitmqMetrics, ...scrapeMetrics }, { ...here, service: rabbitmq.name });
export const postgres = narrowed(postgresExporterMetrics, { ...here, service: postgresExporterName });
export const redis = narrowed(redisExporterMetrics, { ...here, service: redisExporterName });
export const platform = narrowed(kubernetes, here);
/** What PostgreSQL keeps its data on. */
export const databaseVolumes = ['data-postgresql-0'] as const;
export const databaseVolume = ofVolumes(
  { volumeAvailable: platform.volumeAvailable, volumeCapacity: platform.volumeCapacity },
  databaseVolumes,
);
/** Every container in the APIs' pods. */
export const apiPods = ofDeployments(platform, apis);

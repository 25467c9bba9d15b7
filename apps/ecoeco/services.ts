import { service } from 'cheomseong';

/** The FastAPI services. Each name is that of a Deployment, of its container and of its Service. */
export const apis = [
  'waste-api',
  'auth-api',
  'userinfo-api',
  'location-api',
  'recycle-info-api',
  'chat-llm-api',
] as const;
/** The Celery workers, named alike. */
export const workers = ['storage-worker', 'ai-worker'] as const;

/** Where ecoeco runs, among other applications; what watches it lives in `monitoring`. */
export const here = { namespace: 'default' } as const;

/**
 * ecoeco's own manifests hold these Services. One port serves clients and Prometheus alike; to have a Service rendered here,
 * add the labels of its pods: `selector: { … }`.
 */
const serving = (component: 'api' | 'worker') => (name: string) =>
  service(name, {
    namespaces: [here.namespace],
    labels: { app: name, component },
    ports: { metrics: 8000 },
  });

export const apiServices = apis.map(serving('api'));
export const workerServices = workers.map(serving('worker'));
export const rabbitmq = service('rabbitmq', {
  namespaces: [here.namespace],
  labels: { app: 'rabbitmq' },
  ports: { prometheus: 15_692 },
});
export const postgresExporterName = 'ecoeco-postgres-exporter';
export const redisExporterName = 'ecoeco-redis-exporter';

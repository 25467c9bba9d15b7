import { ecoeco } from '../../apps/ecoeco/index.js';
import { apiServices, workerServices } from '../../apps/ecoeco/services.js';
import { type Incident, firing } from '../incidents/firing.js';
import { named, upOf } from '../incidents/of-targets.js';

const always = '1x150';
/** Its Deployments. */
export const deployments = [...apiServices, ...workerServices].map(({ name }) => name);
export const here = { namespace: 'default' };
/** What kube-state-metrics tells of one. */
export const available = (deployment: string): string =>
  named('kube_deployment_status_replicas_available', { ...here, deployment, job: 'kube-state-metrics' });
/** Of its volume. */
const volume = { ...here, persistentvolumeclaim: 'data-postgresql-0' };
const told = (by: string, instance = 'a') => ({ ...here, service: by, job: by, instance });
/** What the exporters tell of PostgreSQL and of Redis. */
export const pgUp = (instance?: string): string => named('pg_up', told('ecoeco-postgres-exporter', instance));
export const redisUp = (instance?: string): string =>
  named('redis_up', told('ecoeco-redis-exporter', instance));

/** The requests that an API counts. */
export const requests = named('http_requests_total', {
  ...told('waste-api'),
  component: 'api',
  status: '200',
});

/** Ecoeco about which all is well, but for what else is said of it. */
const incident = (series: Incident['series']): Incident => ({
  interval: '30s',
  series: {
    ...upOf(ecoeco, always),
    ...Object.fromEntries(deployments.map((each) => [available(each), '2x150'])),
    [pgUp()]: always,
    [redisUp()]: always,
    [named('kubelet_volume_stats_available_bytes', volume)]: '50x150',
    [named('kubelet_volume_stats_capacity_bytes', volume)]: '100x150',
    [named('container_cpu_usage_seconds_total', { ...here, pod: 'waste-api-0', container: 'waste-api' })]:
      '0+1x150',
    [requests]: '0+3000x150',
    ...series,
  },
});
/** Which alerts fire at these moments. */
export const fires = (series: Incident['series'], ...moments: readonly string[]) =>
  firing(ecoeco, incident(series), moments);

import { httpAlerts } from '../../alerts/http.js';
import { outsideApiAlerts } from '../../alerts/outside-api.js';
import { postgresAlerts } from '../../alerts/postgres.js';
import { queueAlerts, rabbitmqAlerts } from '../../alerts/rabbitmq.js';
import { redisAlerts } from '../../alerts/redis.js';
import { override } from '../../alerts/rule/pack.js';
import { prefixed } from '../../alerts/rule/prefix.js';
import { called } from '../../alerts/text/subject.js';
import { uploadAlerts } from '../../alerts/uploads.js';
import { spaceAlerts } from '../../alerts/volumes.js';
import { deploymentAlerts, podCpuAlerts, podMemoryAlerts } from '../../alerts/workload.js';
import { count, percent, seconds } from '../../promql/unit/limit.js';
import { api, broker, gpt, platform, postgres, redis, worker } from './series.js';
import { apis, workers } from './services.js';

const name = called('ecoeco');

export const apiAlerts = override(
  prefixed('API', {
    ...httpAlerts(name, api, { errors: percent(5), latency: seconds(2) }),
    ...deploymentAlerts(name, platform, { deployments: apis }),
    ...podCpuAlerts(name, platform, { deployments: apis, cpu: percent(80) }),
    ...podMemoryAlerts(name, platform, { deployments: apis, memory: percent(80) }),
  }),
  { highCpuUsage: { name: 'APIHighCPU' }, highMemoryUsage: { name: 'APIHighMemory', for: '10m' } },
);

export const workerAlerts = override(
  {
    ...queueAlerts(name, broker, {
      work: ['q.fast', 'q.bulk', 'q.external', 'q.sched'],
      waiting: count(1000),
      deadLetter: { pattern: /q\.dlq|dlq\..+/, names: ['q.dlq', 'dlq.q.fast'] },
    }),
    ...deploymentAlerts(name, platform, { deployments: workers }),
    ...outsideApiAlerts(called('ecoeco GPT API'), gpt, { latency: seconds(30), errors: percent(10) }),
    ...uploadAlerts(called('ecoeco S3'), worker),
  },
  {
    queueTooLong: { name: 'CeleryQueueHigh' },
    deadLettersWaiting: { name: 'CeleryDLQNotEmpty' },
    podDown: { name: 'WorkerPodDown' },
    outsideApiSlow: { name: 'GPTAPIHighLatency' },
    outsideApiFailing: { name: 'GPTAPIErrorRate' },
    uploadFailed: { name: 'S3UploadFailure' },
  },
);

export const infrastructureAlerts = override(
  {
    ...rabbitmqAlerts(name, broker),
    ...postgresAlerts(name, postgres, { for: '1m' }),
    ...redisAlerts(name, redis),
    ...spaceAlerts(called('ecoeco PostgreSQL'), platform, {
      volumes: ['data-postgresql-0'],
      left: percent(10),
    }),
  },
  {
    databaseDown: { name: 'PostgreSQLDown' },
    volumeSpaceLow: { name: 'PostgreSQLDiskFull', component: 'database' },
  },
);

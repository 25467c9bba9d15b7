import {
  called,
  count,
  databaseDown,
  type DeadLetterQueues,
  highCpuUsage,
  highMemoryUsage,
  httpAlerts,
  outsideApiAlerts,
  override,
  percent,
  perSecond,
  podDown,
  prefixed,
  queueAlerts,
  rabbitmqDown,
  redisDown,
  requestsCeased,
  seconds,
  together,
  uploadFailed,
  volumeSpaceLow,
} from 'cheomseong';
import { api, broker, databaseVolumes, gpt, platform, postgres, redis, worker } from './series.js';
import { apis, workers } from './services.js';

const name = called('ecoeco');

/** What workers take tasks from. */
export const workQueues = ['q.fast', 'q.bulk', 'q.external', 'q.sched'] as const;
/** Where tasks lie that were given up. */
export const deadLetterQueues: DeadLetterQueues = {
  pattern: /q\.dlq|dlq\..+/,
  names: ['q.dlq', 'dlq.q.fast'],
};

export const apiAlerts = override(
  prefixed(
    'API',
    together(httpAlerts(name, api, { errors: percent(5), latency: seconds(2) }), {
      // In health there are 10 to 100.
      requestsCeased: requestsCeased(name, { ...api, ...api.exported }, { atLeast: perSecond(1) }),
      podDown: podDown(name, platform, { deployments: apis }),
      highCpuUsage: highCpuUsage(name, platform, { deployments: apis, cpu: percent(80) }),
      highMemoryUsage: highMemoryUsage(name, platform, { deployments: apis, memory: percent(80) }),
    }),
  ),
  { highCpuUsage: { name: 'APIHighCPU' }, highMemoryUsage: { name: 'APIHighMemory', for: '10m' } },
);

export const workerAlerts = override(
  together(
    queueAlerts(name, broker, {
      work: workQueues,
      waiting: count(1000),
      deadLetter: deadLetterQueues,
    }),
    { podDown: podDown(name, platform, { deployments: workers }) },
    outsideApiAlerts(called('ecoeco GPT API'), gpt, { latency: seconds(30), errors: percent(10) }),
    { uploadFailed: uploadFailed(called('ecoeco S3'), worker) },
  ),
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
    rabbitmqDown: rabbitmqDown(name, broker),
    databaseDown: databaseDown(name, postgres, { for: '1m' }),
    redisDown: redisDown(name, redis),
    volumeSpaceLow: volumeSpaceLow(called('ecoeco PostgreSQL'), platform, {
      volumes: databaseVolumes,
      left: percent(10),
    }),
  },
  {
    databaseDown: { name: 'PostgreSQLDown' },
    volumeSpaceLow: { name: 'PostgreSQLDiskFull', component: 'database' },
  },
);

import { celeryPacks } from './celery.js';
import { hostPacks } from './hosts.js';
import { httpPacks } from './http.js';
import { logPacks } from './logs.js';
import { monitoringPacks } from './monitoring.js';
import type { Theme } from './pack.js';
import { postgresPacks, queuePacks, searchPacks, cachePacks } from './stores.js';
import { workPacks } from './work.js';
import { workloadPacks } from './workload.js';

/** Every pack, by what it watches; in this order they stand on the page. */
export const themes: readonly Theme[] = [
  { title: 'HTTP and web pages', packs: httpPacks },
  { title: 'Pods and volumes', packs: workloadPacks },
  { title: 'PostgreSQL', packs: postgresPacks },
  { title: 'Redis', packs: cachePacks },
  { title: 'RabbitMQ', packs: queuePacks },
  { title: 'Celery', packs: celeryPacks },
  { title: 'Elasticsearch and logs', packs: searchPacks },
  { title: 'Logs in Loki', packs: logPacks },
  { title: 'Work that is expected, and uploads', packs: workPacks },
  { title: 'Hosts', packs: hostPacks },
  { title: 'Monitoring itself', packs: monitoringPacks },
];

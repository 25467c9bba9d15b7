// The ready packs of alerts, each alert by itself, and the signals that both they and panels read.
export { timesDone, connectionCount, type Activity } from '#alerts/activity/activity.js';
export { noActiveConnections } from '#alerts/activity/no-active-connections.js';
export { nothingDone, type WorkMetrics } from '#alerts/activity/nothing-done.js';
export { agentNotRunning, type Agents } from '#alerts/agents/agent-not-running.js';
export { type AgentKind } from '#alerts/agents/words.js';
export { runningShare, type DaemonSetMetrics } from '#alerts/agents/daemon-set.js';
export { celeryAlerts, type CeleryLimits, type CeleryAlerts } from '#alerts/celery.js';
export { celeryQueueAlerts, type CeleryQueueAlerts } from '#alerts/celery-queues.js';
export { taskFailing } from '#alerts/celery/task-failing.js';
export { taskSlow } from '#alerts/celery/task-slow.js';
export {
  type CeleryMetrics,
  type TaskOptions,
  taskRate,
  taskFailureRatio,
  taskTimes,
  taskTimeP95,
} from '#alerts/celery/tasks.js';
export { requestsInFlight, type InFlightMetrics } from '#alerts/concurrency/requests-in-flight.js';
export { activeSessions, type SessionMetrics } from '#alerts/concurrency/sessions.js';
export {
  tooManyRequestsInFlight,
  type InFlightLimits,
} from '#alerts/concurrency/too-many-requests-in-flight.js';
export { tooManySessions, type SessionLimits } from '#alerts/concurrency/too-many-sessions.js';
export {
  elasticsearchAlerts,
  type ElasticsearchLimits,
  type ElasticsearchAlerts,
} from '#alerts/elasticsearch.js';
export { elasticsearchClusterRed } from '#alerts/elasticsearch/cluster-red.js';
export { elasticsearchDiskWatermark, type Watermark } from '#alerts/elasticsearch/disk-watermark.js';
export { elasticsearchDown } from '#alerts/elasticsearch/elasticsearch-down.js';
export { noLogsArriving, type Logs } from '#alerts/elasticsearch/no-logs-arriving.js';
export {
  clusterRed,
  elasticsearchUp,
  diskUsed,
  logsArrived,
  type ClusterMetrics as ElasticsearchClusterMetrics,
  type DiskMetrics as ElasticsearchDiskMetrics,
  type ExporterMetrics as ElasticsearchUpMetrics,
  type IndexMetrics as ElasticsearchIndexMetrics,
} from '#alerts/elasticsearch/cluster.js';
export { tooManyFail, type Failing } from '#alerts/failing/failing.js';
export { hostCpuHigh, type HostCpu } from '#alerts/host/cpu-high.js';
export { hostDiskBusy, type HostIo } from '#alerts/host/disk-busy.js';
export { hostDiskSpaceLow, type HostDisk } from '#alerts/host/disk-space-low.js';
export { hostMemoryHigh, type HostMemory } from '#alerts/host/memory-high.js';
export { cpuBusy, type CpuMetrics as HostCpuMetrics } from '#alerts/host/cpu.js';
export { memoryUsed, type MemoryMetrics as HostMemoryMetrics } from '#alerts/host/memory.js';
export { diskOperations, type IoMetrics as HostIoMetrics } from '#alerts/host/disks.js';
export {
  diskSpaceLeft,
  diskSpaceLeftByMount,
  type DiskMetrics as HostDiskMetrics,
} from '#alerts/host/file-systems.js';
export { httpAlerts, type HttpLimits, type HttpAlerts } from '#alerts/http.js';
export { highErrorRate } from '#alerts/http/high-error-rate.js';
export { highLatency } from '#alerts/http/high-latency.js';
export { requestsCeased, type TrafficMetrics, type Expected } from '#alerts/http/requests-ceased.js';
export {
  type HttpMetrics,
  requestRate,
  errorRatio,
  responseTimes,
  latencyP95,
  type Options as HttpAlertOptions,
} from '#alerts/http/requests.js';
export { logsDropped } from '#alerts/logs/logs-dropped.js';
export { logsNotSent } from '#alerts/logs/logs-not-sent.js';
export { nginxDown } from '#alerts/nginx/nginx-down.js';
export { nginxUp, type NginxMetrics } from '#alerts/nginx/stub-status.js';
export { resourcesRejected } from '#alerts/operator/resources-rejected.js';
export { outsideApiAlerts, type OutsideApiLimits, type OutsideApiAlerts } from '#alerts/outside-api.js';
export { outsideApiFailing } from '#alerts/outside-api/outside-api-failing.js';
export { outsideApiSlow } from '#alerts/outside-api/outside-api-slow.js';
export {
  type OutsideApiMetrics,
  type CallOptions,
  failureRatio,
  responseTimeP95,
  callTimes,
  type Timed as OutsideApiTimes,
} from '#alerts/outside-api/calls.js';
export { databasePoolExhausted } from '#alerts/pool/database-pool-exhausted.js';
export { type PoolMetrics, type Pool, poolInUse, poolUsed } from '#alerts/pool/connections.js';
export { databaseDown } from '#alerts/postgres/database-down.js';
export { connectionsExhausted, type ConnectionShare } from '#alerts/postgres/connections-exhausted.js';
export { tooManyConnections, type ConnectionCount } from '#alerts/postgres/too-many-connections.js';
export {
  databaseUp,
  connectionsInUse,
  connectionsOfServer,
  connectionsForClients,
  connectionRatio,
  type PostgresMetrics,
  type ConnectionCountMetrics,
  type ConnectionMetrics,
  type Connections as ConnectionLimitMetrics,
  type RoomMetrics as ConnectionRoomMetrics,
} from '#alerts/postgres/connections.js';
export { queueAlerts, type QueueAlerts } from '#alerts/rabbitmq.js';
export { deadLettersWaiting } from '#alerts/rabbitmq/dead-letters-waiting.js';
export { queueTooLong, type WorkQueues } from '#alerts/rabbitmq/queue-too-long.js';
export { rabbitmqDown, type Silence as BrokerSilence } from '#alerts/rabbitmq/rabbitmq-down.js';
export {
  brokerUp,
  messagesReady,
  deadLetters,
  queueLength,
  type QueueMetrics,
  type BrokerMetrics,
  type DeadLetterQueues,
  type QueueNames,
} from '#alerts/rabbitmq/queues.js';
export { cacheAlerts, type CacheLimits, type CacheAlerts } from '#alerts/redis.js';
export { redisCacheHitLow, type CacheHits } from '#alerts/redis/cache-hit-low.js';
export { redisMemoryHigh, type CacheMemory } from '#alerts/redis/memory-high.js';
export { redisDown } from '#alerts/redis/redis-down.js';
export {
  redisUp,
  redisMemoryRatio,
  cacheLookupRate,
  cacheHitRatio,
  type RedisMetrics,
  type MemoryMetrics,
  type LookupMetrics,
  type CacheMetrics,
} from '#alerts/redis/servers.js';
export {
  endpointAlerts,
  certificateAlerts,
  type EndpointLimits,
  type EndpointAlerts,
  type CertificateLimits,
  type CertificateAlerts,
} from '#alerts/probe.js';
export { tooLong, type Tail } from '#alerts/tail/tail.js';
export { serviceDown } from '#alerts/targets/service-down.js';
export { targetDown } from '#alerts/targets/target-down.js';
export { platformMetricsMissing, type Teller } from '#alerts/targets/platform-missing.js';
export { scrapesSucceeded, targetsUp, downTargets, type TargetMetrics } from '#alerts/targets/scrapes.js';
export { uploadFailed } from '#alerts/uploads/upload-failed.js';
export { failedUploads, type UploadMetrics } from '#alerts/uploads/failed-uploads.js';
export { volumeAlmostFull, type Used } from '#alerts/volumes/volume-almost-full.js';
export { volumeSpaceLow, type Left } from '#alerts/volumes/volume-space-low.js';
export {
  ofVolumes,
  type OfVolume as VolumeSeries,
  volumeUsage,
  volumeLeft,
  type VolumeNames,
  type SpaceMetrics as VolumeSpaceMetrics,
  type VolumeLabel,
  type VolumeMetrics,
} from '#alerts/volumes/claims.js';
export { thanosAlerts, thanosJobs, type ThanosMetrics, type ThanosAlerts } from '#alerts/thanos.js';
export { thanosAlertsDropped } from '#alerts/thanos/alerts-dropped.js';
export { thanosCompactorHalted } from '#alerts/thanos/compactor-halted.js';
export { thanosRulesFailing } from '#alerts/thanos/rules-failing.js';
export {
  type CompactorMetrics as ThanosCompactorMetrics,
  type RulerMetrics as ThanosRulerMetrics,
  type SenderMetrics as ThanosSenderMetrics,
  type ShipperMetrics as ThanosShipperMetrics,
} from '#alerts/thanos/signals.js';
export { thanosUploadsFailing } from '#alerts/thanos/uploads-failing.js';
export { watcherAlerts, type WatcherMetrics, type Watchers, type WatcherAlerts } from '#alerts/watchers.js';
export { watchdog } from '#alerts/watchers/watchdog.js';
export { webVitalAlerts, type WebVitalLimits, type WebVitalAlerts } from '#alerts/web.js';
export { slowPageLoads, type PageLoadOptions } from '#alerts/web/slow-page-loads.js';
export { firstContentfulPaint, timeToInteractive, type Vital } from '#alerts/web/vital.js';
export {
  loadTimes,
  pageLoadP75,
  type WebVitalMetrics,
  type Timed as PageLoadTimes,
} from '#alerts/web/page-loads.js';
export { workloadAlerts, type Workload, type WorkloadAlerts } from '#alerts/workload.js';
export { highCpuUsage, type CpuOptions } from '#alerts/workload/high-cpu-usage.js';
export { highMemoryUsage, type MemoryOptions } from '#alerts/workload/high-memory-usage.js';
export { podDown, type Deployments } from '#alerts/workload/pod-down.js';
export { podRestarting, type RestartOptions } from '#alerts/workload/pod-restarting.js';
export { availableReplicas, type DeploymentMetrics } from '#alerts/workload/deployment.js';
export {
  ofContainers,
  ofDeployments,
  ofWatched,
  type ContainerLabel,
  type OfContainers,
  type Watched as WatchedContainers,
} from '#alerts/workload/containers.js';
export {
  cpuUsage,
  cpuLimit,
  cpuRatio,
  type CpuMetrics as ContainerCpuMetrics,
} from '#alerts/workload/cpu.js';
export {
  memoryLimit,
  heldMemoryRatio,
  memoryRatio,
  workingSet,
  type MemoryMetrics as ContainerMemoryMetrics,
  type ShownMemory,
} from '#alerts/workload/memory.js';
export { podPhase, type PodMetrics } from '#alerts/workload/pods.js';
export { restarts, type RestartMetrics } from '#alerts/workload/restarts.js';
export { type CeleryQueueMetrics, type CeleryQueues } from '#alerts/celery/queues.js';
export { type Held as ElasticsearchHeld } from '#alerts/elasticsearch/held.js';
export { type LogIndices } from '#alerts/elasticsearch/indices.js';
export { type SlowMetrics as EndpointTimeMetrics } from '#alerts/probe/endpoint-slow.js';
export { type CertificateMetrics, type ProbeMetrics } from '#alerts/probe/probes.js';
export { type Queues as QueueChoice } from '#alerts/rabbitmq/checked-queues.js';
export { type Scrapes as WatchedScrapes } from '#alerts/targets/unanswered.js';

// Alerts with their proofs: what one is, the ready packs, and the words that both are made of.
export { alert, type AlertSpec, type Alert } from '#alerts/rule/alert.js';
export { above, atLeast, below, atMost, equal, type Condition } from '#alerts/rule/condition.js';
export { type Severity, type RuleSeverity, type Facts } from '#alerts/rule/facts.js';
export { type AlertRule, type Told } from '#alerts/rule/rule.js';
export { group, type RuleGroup } from '#alerts/rule/group.js';
export {
  alertsOf,
  leftOut,
  override,
  type PackOf,
  type RulePack,
  type Overrides,
} from '#alerts/rule/pack.js';
export { together } from '#alerts/rule/together.js';
export { prefixed } from '#alerts/rule/prefix.js';
export { hours, after, type Hours } from '#alerts/rule/hours.js';
export { workdays, weekdays, type Weekday, type ClockTime } from '#alerts/rule/clock.js';
export { record, type RecordingRule } from '#alerts/rule/recording.js';
export { type Says, type Texts, type Runbook, type Said } from '#alerts/rule/says.js';
export { called, placeOf, type Subject } from '#alerts/text/subject.js';
export { commands, query as runbookQuery } from '#alerts/text/command.js';
export { forEach, named } from '#alerts/text/grouped.js';
export { spoken } from '#alerts/text/spoken.js';
export { mostOf, slowestOf } from '#alerts/text/topmost.js';
export { inLanguage, type Language, type Languages, type Localized, type Spoken } from '#ground/language.js';
export { withParticle, type Particle } from '#ground/particle.js';
export {
  holds,
  exists,
  grows,
  steps,
  seriesOf,
  type Level,
  type Course,
  type Behaviour,
  type GaugeCourse,
  type CounterCourse,
  type Labels,
} from '#alerts/scenario/behaviour.js';
export { observes, shareUpTo, type Sizes } from '#alerts/scenario/histogram.js';
export {
  type Scenario,
  type Moment,
  type Firing,
  type Timing,
  type NonEmpty,
} from '#alerts/scenario/scenario.js';
export { type Proof, type Written } from '#alerts/scenario/proof.js';
export { type Reading } from '#alerts/scenario/reading.js';
export { countedProof } from '#alerts/scenario/counted.js';
export { upReading, type Up } from '#alerts/scenario/up.js';
export {
  type Place,
  type PlaceWords,
  type PlaceCommands,
  type Machine,
  type Server,
  type Running,
  type Watcher,
  type Page,
} from '#alerts/place/place.js';
export { kubernetes as onKubernetes, type Kubernetes } from '#alerts/place/kubernetes.js';
export { dockerCompose, type DockerCompose } from '#alerts/place/compose.js';
export { place, type PlaceSpec } from '#alerts/place/own.js';
export { podsOf } from '#alerts/place/pods.js';
export { outsideOf } from '#alerts/place/outside.js';
export { timesDone, connectionCount, type Activity } from '#alerts/activity/activity.js';
export { noActiveConnections } from '#alerts/activity/no-active-connections.js';
export { nothingDone, type WorkMetrics } from '#alerts/activity/nothing-done.js';
export { agentNotRunning, type Agents } from '#alerts/agents/agent-not-running.js';
export { runningShare } from '#alerts/agents/daemon-set.js';
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
export { elasticsearchUp, diskUsed, logsArrived } from '#alerts/elasticsearch/cluster.js';
export { tooManyFail, type Failing } from '#alerts/failing/failing.js';
export { hostCpuHigh, type HostCpu } from '#alerts/host/cpu-high.js';
export { hostDiskBusy, type HostIo } from '#alerts/host/disk-busy.js';
export { hostDiskSpaceLow, type HostDisk } from '#alerts/host/disk-space-low.js';
export { hostMemoryHigh, type HostMemory } from '#alerts/host/memory-high.js';
export { cpuBusy } from '#alerts/host/cpu.js';
export { memoryUsed } from '#alerts/host/memory.js';
export { diskOperations } from '#alerts/host/disks.js';
export { diskSpaceLeft, diskSpaceLeftByMount } from '#alerts/host/file-systems.js';
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
} from '#alerts/postgres/connections.js';
export { queueAlerts, type QueueAlerts } from '#alerts/rabbitmq.js';
export { deadLettersWaiting } from '#alerts/rabbitmq/dead-letters-waiting.js';
export { queueTooLong, type WorkQueues } from '#alerts/rabbitmq/queue-too-long.js';
export { rabbitmqDown } from '#alerts/rabbitmq/rabbitmq-down.js';
export {
  brokerUp,
  messagesReady,
  deadLetters,
  queueLength,
  type QueueMetrics,
  type BrokerMetrics,
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
export { probesOf } from '#alerts/place/probes.js';
export { tooLong, type Tail } from '#alerts/tail/tail.js';
export { serviceDown } from '#alerts/targets/service-down.js';
export { targetDown } from '#alerts/targets/target-down.js';
export { platformMetricsMissing, type Teller } from '#alerts/targets/platform-missing.js';
export { scrapesSucceeded, targetsUp, downTargets } from '#alerts/targets/scrapes.js';
export { uploadFailed } from '#alerts/uploads/upload-failed.js';
export { failedUploads, type UploadMetrics } from '#alerts/uploads/failed-uploads.js';
export { volumeAlmostFull, type Used } from '#alerts/volumes/volume-almost-full.js';
export { volumeSpaceLow, type Left } from '#alerts/volumes/volume-space-low.js';
export { volumeUsage, volumeLeft, type VolumeNames } from '#alerts/volumes/claims.js';
export { watcherAlerts, type WatcherMetrics, type Watchers, type WatcherAlerts } from '#alerts/watchers.js';
export { watchdog } from '#alerts/watchers/watchdog.js';
export { webVitalAlerts, type WebVitalLimits, type WebVitalAlerts } from '#alerts/web.js';
export { slowPageLoads, type PageLoadOptions } from '#alerts/web/slow-page-loads.js';
export { firstContentfulPaint, timeToInteractive, type Vital } from '#alerts/web/vital.js';
export { loadTimes, pageLoadP75, type WebVitalMetrics } from '#alerts/web/page-loads.js';
export { workloadAlerts, type Workload, type WorkloadAlerts } from '#alerts/workload.js';
export { highCpuUsage, type CpuOptions } from '#alerts/workload/high-cpu-usage.js';
export { highMemoryUsage, type MemoryOptions } from '#alerts/workload/high-memory-usage.js';
export { podDown, type Deployments } from '#alerts/workload/pod-down.js';
export { podRestarting, type RestartOptions } from '#alerts/workload/pod-restarting.js';
export { availableReplicas } from '#alerts/workload/deployment.js';
export { ofContainers, ofDeployments, ofWatched } from '#alerts/workload/containers.js';
export { cpuUsage, cpuLimit, cpuRatio } from '#alerts/workload/cpu.js';
export { memoryLimit, memoryRatio, workingSet } from '#alerts/workload/memory.js';
export { podPhase } from '#alerts/workload/pods.js';
export { restarts } from '#alerts/workload/restarts.js';

// Where samples are written to beside the Prometheus that scrapes, and who evaluates rules there.
export {
  type Login,
  type RemoteTls,
  type RemoteWrite,
  type RemoteWriteSpec,
  remoteWrite,
} from '#platform/remote-write/remote-write.js';
export type { Queue } from '#platform/remote-write/queue.js';
export type { SeriesPattern } from '#platform/remote-write/written.js';
export {
  type Mimir,
  type MimirAlertmanager,
  type MimirEvaluates,
  type MimirSpec,
  type MimirWrite,
  type RulerLimits,
  type RulesBy,
  mimir,
} from '#platform/engine/mimir.js';
export {
  type VictoriaMetrics,
  type VictoriaMetricsSpec,
  victoriaMetrics,
} from '#platform/engine/victoriametrics.js';

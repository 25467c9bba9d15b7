// Alerts on logs: LogQL over what an agent sends to Loki, and what Loki's ruler evaluates.
export {
  logLevels,
  failureLevels,
  type LogLevel,
  type StructuredMetadata,
  type StreamLabel,
} from '#logql/labels.js';
export {
  logLines,
  containing,
  lacking,
  withMetadata,
  withField,
  type Lines as LogLines,
  type Streams as LogStreams,
  type Stage as LogStage,
  type Reading as LogAgent,
} from '#logql/lines.js';
export { printLines as logqlOf } from '#logql/print.js';
export {
  countLines,
  lineRate,
  absentLines,
  type AnyLogSignal,
  type By as LogBy,
  type LogSignal,
  type LogLabel,
  type LogUnit,
} from '#logql/signal.js';
export { logAlert, type LogAlert, type LogAlertSpec, type LogRule } from '#alerts/log/log-alert.js';
export { logGroup, type LogGroup, type LogPack } from '#alerts/log/log-group.js';
export { type LogProof, type LogScenario, type LogFiring } from '#alerts/log/replay.js';
export { writes, type Writing } from '#alerts/log/writing.js';
export { linesQuery, signalQuery } from '#alerts/log/query.js';
export { logErrorsSurging, type SurgeLimits } from '#alerts/log/log-errors-surging.js';
export { noLogsWritten, type SilenceLimits } from '#alerts/log/no-logs-written.js';

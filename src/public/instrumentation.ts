// What applications export by: modules of their own side, written out in their languages.
export {
  python,
  go,
  typescript,
  type InstrumentationSpec,
  type PythonSpec,
  type GoSpec,
  type TypescriptSpec,
} from '#application/instrumentation/made.js';
export {
  type Framework,
  type Instrumentation,
  type InstrumentedLanguage,
  type Merged,
} from '#application/instrumentation/instrumentation.js';
export { serving, type HttpServer, type HttpServerSpec } from '#application/instrumentation/server.js';
export { celeryTasks, type Tasks, type TasksSpec } from '#application/instrumentation/tasks.js';
export { operation, type Operation, type OperationSpec } from '#application/instrumentation/operation.js';
export {
  connectionPool,
  type ConnectionPool,
  type ConnectionPoolSpec,
} from '#application/instrumentation/pool.js';
export { webVitals, type Vitals, type VitalsSpec } from '#application/instrumentation/vitals.js';
export { lighthouse, type Lighthouse } from '#application/instrumentation/lighthouse.js';

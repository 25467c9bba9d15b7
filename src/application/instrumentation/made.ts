import { refuse } from '#ground/fault.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { type AnyMetric } from '#promql/metric/metric.js';
import { instrumentationFaults } from './fault.js';
import { moduleShape } from './shape.js';
import type { Framework, Instrumentation, InstrumentedLanguage, Merged } from './instrumentation.js';
import { type Operation, takenByOperation } from './operation.js';
import { type ConnectionPool, takenByPool } from './pool.js';
import { type HttpServer, takenByServer } from './server.js';
import { type Tasks, takenByTasks } from './tasks.js';
import type { Lighthouse } from './lighthouse.js';
import { type Vitals, takenByVitals } from './vitals.js';

/** What a module of the application's side is described by. */
export interface InstrumentationSpec<L extends InstrumentedLanguage = InstrumentedLanguage> {
  /** What answers requests; left out of what only works. */
  readonly framework?: Framework<L>;
  /** What it exports. */
  readonly catalogs: readonly MetricCatalog[];
  /** `serving(…)`: how requests are counted. */
  readonly server?: HttpServer;
  /** By the names of the functions that code calls them by: `{ gptCall: operation(…) }`. */
  readonly operations?: Readonly<Record<string, Operation>>;
  /** Where it is asked whether it lives, and whether it is ready: `/health` and `/ready` unless told. */
  readonly health?: `/${string}`;
  readonly ready?: `/${string}`;
  /** Further paths that machines ask, which are not counted. */
  readonly uncounted?: readonly `/${string}`[];
}

export interface PythonSpec extends InstrumentationSpec<'python'> {
  /** `celeryTasks(…)`: how tasks are counted. */
  readonly tasks?: Tasks;
  /** How gauges of several worker processes are told, by their names: the sum of all unless given. */
  readonly merged?: Readonly<Record<string, Merged>>;
  /** The library that exports the catalogues already, `django-prometheus`: a second that exports the same names does not start. */
  readonly exportedBy?: string;
}

export interface GoSpec extends InstrumentationSpec<'go'> {
  /** `connectionPool(…)`: the gauges of the pool of its database. */
  readonly pool?: ConnectionPool;
}

export interface TypescriptSpec extends InstrumentationSpec<'typescript'> {
  /** `webVitals(…)`: what browsers report. */
  readonly vitals?: Vitals;
  /** `lighthouse(…)`: what Lighthouse CI finds, told by node_exporter. */
  readonly lighthouse?: Lighthouse;
}

/** The metrics that something counts by itself. */
export const takenBy = ({
  server,
  tasks,
  operations,
  vitals,
  pool,
}: Pick<Instrumentation, 'server' | 'tasks' | 'operations' | 'vitals' | 'pool'>): readonly AnyMetric[] =>
  [
    ...(server ? takenByServer(server) : []),
    ...(tasks ? takenByTasks(tasks) : []),
    ...Object.values(operations).flatMap(takenByOperation),
    ...(vitals ? takenByVitals(vitals) : []),
    ...(pool ? takenByPool(pool) : []),
  ].map(({ metric }) => metric);

const made =
  <L extends InstrumentedLanguage, S extends InstrumentationSpec<L>>(language: L, metricsPath: string) =>
  (
    name: string,
    spec: S &
      Pick<PythonSpec, 'tasks' | 'merged' | 'exportedBy'> &
      Pick<GoSpec, 'pool'> &
      Pick<TypescriptSpec, 'vitals' | 'lighthouse'>,
  ): Instrumentation<L> => {
    refuse(`${language} '${name}'`, moduleShape('', spec));
    const { catalogs, health, ready, uncounted = [], operations = {}, merged = {} } = spec;
    const taken = new Set(takenBy({ ...spec, operations }).map(({ info }) => info.name));
    const described: Instrumentation<L> = {
      language,
      name,
      catalogs,
      operations,
      merged,
      uncounted,
      ...(spec.framework && { framework: spec.framework }),
      ...(spec.server && { server: spec.server }),
      ...(spec.tasks && { tasks: spec.tasks }),
      ...(spec.vitals && { vitals: spec.vitals }),
      ...(spec.pool && { pool: spec.pool }),
      ...(spec.lighthouse && { lighthouse: spec.lighthouse }),
      ...(spec.exportedBy !== undefined && { exportedBy: spec.exportedBy }),
      values:
        spec.exportedBy === undefined
          ? catalogs.flatMap((each) => Object.values(each)).filter(({ info }) => !taken.has(info.name))
          : [],
      paths: { metrics: metricsPath, health: health ?? '/health', ready: ready ?? '/ready' },
    };
    refuse(`${language} '${name}'`, instrumentationFaults(described));
    return described;
  };

/** A Python package with prometheus_client: `python('monitoring', { framework: 'fastapi', catalogs: [metrics], server: serving(…) })`. */
export const python: (name: string, spec: PythonSpec) => Instrumentation<'python'> = made<
  'python',
  PythonSpec
>('python', '/metrics');

/** A Go package with client_golang: `go('monitoring', { framework: 'net/http', catalogs: [metrics], server: serving(…) })`. */
export const go: (name: string, spec: GoSpec) => Instrumentation<'go'> = made<'go', GoSpec>('go', '/metrics');

/** TypeScript modules with prom-client: `typescript('website', { framework: 'next', catalogs: [metrics], vitals: webVitals(…) })`. */
export const typescript: (name: string, spec: TypescriptSpec) => Instrumentation<'typescript'> = made<
  'typescript',
  TypescriptSpec
>('typescript', '/api/metrics');

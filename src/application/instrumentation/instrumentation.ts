import type { AnyMetric } from '#promql/metric/metric.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import type { HttpServer } from './server.js';
import type { Operation } from './operation.js';
import type { ConnectionPool } from './pool.js';
import type { Tasks } from './tasks.js';
import type { Lighthouse } from './lighthouse.js';
import type { Vitals } from './vitals.js';

/** The languages in which the application's side is written, and what each is built on. */
export const frameworks = {
  python: ['fastapi', 'starlette', 'django'],
  go: ['net/http', 'fiber'],
  typescript: ['next', 'node'],
} as const;
export type InstrumentedLanguage = keyof typeof frameworks;
export type Framework<L extends InstrumentedLanguage = InstrumentedLanguage> = (typeof frameworks)[L][number];

/** How a gauge of several worker processes of one program is told: all of them together, or what one of them says. */
export type Merged = 'sum' | 'max' | 'min';

/** One module of an application's side: what exports a catalogue, written out in the application's language. */
export interface Instrumentation<L extends InstrumentedLanguage = InstrumentedLanguage> {
  readonly language: L;
  /** What the module is called, and its folder below that of its application. */
  readonly name: string;
  /** What answers requests; none where there are only workers. */
  readonly framework?: Framework<L>;
  /** What it exports: these, and what the client library tells of its process. */
  readonly catalogs: readonly MetricCatalog[];
  /** The library that exports the catalogues already, where one does: then the module counts nothing, and logs and answers. */
  readonly exportedBy?: string;
  readonly server?: HttpServer;
  readonly tasks?: Tasks;
  /** By the names of the functions that code calls them by, in lower camel case: `gptCall`. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly vitals?: Vitals;
  /** The pool of connections to its database, asked at each scrape. */
  readonly pool?: ConnectionPool;
  readonly lighthouse?: Lighthouse;
  /** What the application's own code sets: all of the catalogues that nothing above does. */
  readonly values: readonly AnyMetric[];
  /** How gauges of several processes are told, by their names: the sum unless given. */
  readonly merged: Readonly<Record<string, Merged>>;
  /** Paths that machines ask: the scrape, whether it lives, whether it is ready. None of them is counted. */
  readonly paths: { readonly metrics: string; readonly health: string; readonly ready: string };
  /** Further paths that are not counted. */
  readonly uncounted: readonly string[];
}

/** Whether a value is what `python`, `go` or `typescript` makes. */
export const isInstrumentation = (value: unknown): value is Instrumentation =>
  typeof value === 'object' &&
  value !== null &&
  'catalogs' in value &&
  'language' in value &&
  'paths' in value;

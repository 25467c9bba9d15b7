import { isObject } from '#ground/field.js';
import { aNumber, byName, exactly, listOf, madeBy, named, oneOf, text } from '#ground/shape.js';
import { catalogShape } from '#promql/metric/catalog.js';
import { Metric } from '#promql/metric/metric.js';

const aMetric = madeBy(
  'counter(…), gauge(…), histogram(…) or summary(…)',
  (value) => value instanceof Metric,
);

/** What `operation` makes. */
const anOperation = exactly(
  { labels: listOf(text) },
  {
    ...{ done: aMetric, duration: aMetric, slow: aMetric, slowOver: aNumber },
    outcome: exactly({ label: named, success: named, failure: named }),
  },
);

const has = (field: string) => (value: unknown) => isObject(value) && field in value;

/** What a module of any language is described by, where types were put aside. */
const described = {
  // Which there are in the language, `instrumentationFaults` tells.
  framework: text,
  server: madeBy('serving(…)', has('route')),
  operations: byName(anOperation),
  health: text,
  ready: text,
  uncounted: listOf(text),
};

export const moduleShape = exactly(
  { catalogs: listOf(catalogShape) },
  {
    ...described,
    tasks: madeBy('celeryTasks(…)', has('tasks')),
    vitals: madeBy('webVitals(…)', has('pages')),
    lighthouse: madeBy('lighthouse(…)', has('pages')),
    pool: exactly({}, { size: aMetric, idle: aMetric, inUse: aMetric }),
    merged: byName(oneOf(['sum', 'max', 'min'])),
    exportedBy: named,
  },
);

import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import type { Render } from '#instrumentation/render.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { fiberMounted } from './fiber.js';
import { exported, metricNames, packageName, parameter } from './names.js';
import { declareName, isDeclared } from './operations.js';

const code = (lines: readonly string[]): string => ['```go', ...lines, '```'].join('\n');

/** How it stands before what net/http serves. */
const netHttpMounted = (name: string): string =>
  code([
    `mux.Handle("/", shop) // and all the application's routes`,
    `${name}.Mount(mux)`,
    `${name}.DeclareRoute("GET", "/menus/{id}")`,
    `http.ListenAndServe(":8080", ${name}.Middleware(mux, ${name}.ServeMux(mux)))`,
  ]);

/** How a value is set: what counts money or bytes grows by them, and not by one. */
const setting = ({ info: { kind, unit } }: AnyMetric): string => {
  if (kind === 'counter') return unit === 'count' ? 'Inc()' : 'Add(amount)';
  return kind === 'gauge' ? 'Set(value)' : 'Observe(value)';
};

/** What the application's code does by itself, in a line each. */
const callsOf = (described: Instrumentation): readonly string[] => {
  const name = packageName(described.name);
  const nameOf = metricNames(described);
  return [
    ...Object.entries(described.operations).flatMap(([each, operation]) => {
      const labels = operation.labels.map((label) => `"${label}"`);
      return [
        ...(isDeclared(operation) ? [`${name}.${declareName(each)}(${labels.join(', ')})`] : []),
        `defer ${name}.${exported(each)}(${['ctx', ...labels].join(', ')})(&err)`,
      ];
    }),
    ...(described.pool ? [`${name}.WatchPool(db.Stats)`] : []),
    ...described.values.map((metric) => {
      const { ownLabels } = metric.info;
      const called = `${name}.${nameOf(metric).exported}`;
      const child = ownLabels.length === 0 ? called : `${called}(${ownLabels.map(parameter).join(', ')})`;
      return `${child}.${setting(metric)}`;
    }),
  ];
};

/** `README.md`: how it is mounted. */
export const readme: (...of: Parameters<Render>) => string = (described, { title }) => {
  const name = packageName(described.name);
  const { paths, framework, server } = described;
  const calls = callsOf(described);
  const declares = Object.values(described.operations).some(isDeclared);
  return [
    `# What ${title} exports, in Go`,
    `Generated from the catalogue at synthesis: copy the folder into the application's module, and change nothing in it. It needs Go 1.19 and
\`github.com/prometheus/client_golang\` 1.14, or newer. \`metrics.go\` has all names; the rest is code that uses them.`,
    ...(server
      ? [
          framework === 'fiber' ? fiberMounted(described) : netHttpMounted(name),
          `A route is told by its pattern, another path as \`unmatched\`. Declare each: its first failure is then an increase from 0.`,
        ]
      : []),
    `Prometheus asks \`${paths.metrics}\`, Kubernetes \`${paths.health}\` and \`${paths.ready}\`; none of these is counted. What it cannot answer without:
\`${name}.Check("database", time.Second, db.PingContext)\`.`,
    `Refuse \`${paths.metrics}\` and \`${paths.ready}\` at the proxy in front: Prometheus and Kubernetes ask the pod itself. In the nginx of a host:
\`location = ${paths.metrics} { deny all; }\`, and so for the other.`,
    ...(calls.length > 0 ? [`By the application's own code${declares ? ', which declares each operation when it starts, so that its first failure is an increase' : ''}:`, code(calls)] : []),
    `Logs are a line of JSON each, with the ids of the request and its trace: \`${name}.Info(ctx, "order taken", "order", id)\`; another logger has
them by \`slog.With(${name}.LogFields(ctx)...)\`. Where OpenTelemetry makes spans, set \`${name}.SpanOf\`.`,
  ]
    .join('\n\n')
    .concat('\n');
};

import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { closedLoops } from './closed.js';
import { goFile } from './file.js';
import { indented } from './indented.js';
import { child, constructed, handed, options, quoted } from './metric.js';
import { type MetricName, packageName, parameter } from './names.js';

/** The paths that machines ask, without what stands at their end: a router may take both. */
const uncountedPaths = ({ paths, uncounted }: Instrumentation): readonly string[] => [
  ...new Set(
    [paths.metrics, paths.health, paths.ready, ...uncounted].map((path) => path.replace(/\/+$/, '')),
  ),
];

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Which values labels have, where no others are. */
const closedSets = ({ info: { values } }: AnyMetric): string =>
  Object.entries(values)
    .map(([label, known]) => ` ${label} is one of ${known.join(', ')}.`)
    .join('');

/** What the application's own code sets: a variable, or a function that asks for each of its labels. */
const handedOut = (metric: AnyMetric, { own, exported }: MetricName): string => {
  const { help, name, ownLabels } = metric.info;
  const said = `// ${exported} is ${name}: ${sentence(help.replaceAll('\n', ' '))}${closedSets(metric)}`;
  return ownLabels.length === 0
    ? `${said}\nvar ${exported} ${handed(metric)} = ${own}`
    : [
        said,
        `func ${exported}(${ownLabels.map(parameter).join(', ')} string) ${handed(metric)} {`,
        `\treturn ${child(own, metric, parameter)}`,
        '}',
      ].join('\n');
};

/** `metrics.go`: all that the catalogues say, and nothing else does. */
export const metricsFile = (
  described: Instrumentation,
  service: string,
  nameOf: (metric: AnyMetric) => MetricName,
): string => {
  const { catalogs, values, paths, pool } = described;
  const pooled = new Set(Object.values(pool ?? {}).map(({ info }: AnyMetric) => info.name));
  const all = catalogs.flatMap((each) => Object.values(each));
  const made = all.filter(({ info }) => !pooled.has(info.name));
  const zeros = values.flatMap((metric) =>
    metric.info.ownLabels.length > 0
      ? closedLoops(metric.info.ownLabels, [metric], child(nameOf(metric).own, metric, parameter))
      : [],
  );
  const body = [
    `// service is what the lines of its logs call it.\nconst service = ${quoted(service)}`,
    `const metricsPath = ${quoted(paths.metrics)}\nconst healthPath = ${quoted(paths.health)}\nconst readyPath = ${quoted(paths.ready)}`,
    [
      '// isCounted tells paths that people ask from those that machines do, which would hide failures and slowness.',
      'func isCounted(path string) bool {',
      '\tswitch strings.TrimRight(path, "/") {',
      `\tcase ${uncountedPaths(described).map(quoted).join(', ')}:`,
      '\t\treturn false',
      '\t}',
      '\treturn true',
      '}',
    ].join('\n'),
    ...all.map((metric) =>
      pooled.has(metric.info.name)
        ? `var ${nameOf(metric).own} = ${options(metric)}`
        : `var ${nameOf(metric).own} = ${constructed(metric)}`,
    ),
    ...values.map((metric) => handedOut(metric, nameOf(metric))),
    [
      '// Registry holds what the application exports. What it makes beside its catalogue may be registered here too.',
      'var Registry = prometheus.NewRegistry()',
    ].join('\n'),
    [
      'func init() {',
      '\tRegistry.MustRegister(',
      '\t\tcollectors.NewGoCollector(),',
      '\t\tcollectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),',
      ...made.map((metric) => `\t\t${nameOf(metric).own},`),
      '\t)',
      ...(zeros.length > 0
        ? [
            '\t// From the start at 0: else the first of them would be no increase.',
            indented(zeros.join('\n')),
          ]
        : []),
      '}',
    ].join('\n'),
  ].join('\n\n');
  return goFile({
    package: packageName(described.name),
    standard: ['strings'],
    others: [
      'github.com/prometheus/client_golang/prometheus',
      'github.com/prometheus/client_golang/prometheus/collectors',
    ],
    body,
  });
};

import type { Instrumentation, Merged } from '#application/instrumentation/instrumentation.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { bracketed, float, quoted, tuple } from './text.js';

const classes = { counter: 'Counter', gauge: 'Gauge', histogram: 'Histogram', summary: 'Summary' } as const;

/** What a function of `metrics.py` is called, which makes the metric of that name. */
export const metricFunction = ({ info: { name } }: AnyMetric): string => name.replaceAll(':', '_');

/** How a gauge of several processes is told: of those that live. */
const modes: Readonly<Record<Merged, string>> = { sum: 'livesum', max: 'livemax', min: 'livemin' };

const isClosed = ({ info: { ownLabels, values } }: AnyMetric): boolean =>
  ownLabels.length > 0 && ownLabels.every((label) => values[label] !== undefined);

/** Loops that make each child of a metric of which all labels are closed sets. */
const children = ({ info: { ownLabels, values } }: AnyMetric): readonly string[] => [
  ...ownLabels.map(
    (label, depth) =>
      `${'    '.repeat(depth + 1)}for ${label} in ${tuple((values[label] ?? []).map(quoted))}:`,
  ),
  `${'    '.repeat(ownLabels.length + 1)}made.labels(${ownLabels.map((label) => `${label}=${label}`).join(', ')})`,
];

const declared = (metric: AnyMetric, merged: Instrumentation['merged']): string => {
  const { kind, name, help, ownLabels, buckets } = metric.info;
  const made = bracketed('    ', isClosed(metric) ? `made = ${classes[kind]}` : `return ${classes[kind]}`, [
    quoted(name),
    quoted(help),
    ...(ownLabels.length > 0 ? [tuple(ownLabels.map(quoted))] : []),
    ...(kind === 'histogram' && buckets ? [bracketed('', 'buckets=', buckets.map(float)).trimStart()] : []),
    ...(kind === 'gauge' ? [`multiprocess_mode=${quoted(modes[merged[name] ?? 'sum'])}`] : []),
  ]);
  return [
    '@once',
    `def ${metricFunction(metric)}() -> ${classes[kind]}:`,
    `    """${help}."""`,
    made,
    ...(isClosed(metric) ? [...children(metric), '    return made'] : []),
  ].join('\n');
};

/** The metrics of its catalogues: each a function that makes it when it is first asked for, so that nothing is exported of what a program is not. */
export const metricsFile = ({ catalogs, merged }: Instrumentation): string => {
  const all = catalogs.flatMap((each) => Object.values(each));
  const used = Object.entries(classes).flatMap(([kind, name]) =>
    all.some(({ info }) => info.kind === kind) ? [name] : [],
  );
  return `"""
The metrics of the catalogue, and their only declaration.

Each is a function, which makes its metric when it is first called: a program exports
what it sets up, and what else it calls. Series of closed labels begin at 0 then.
"""

from prometheus_client import ${used.join(', ')}

from .once import once

${all.map((metric) => `\n${declared(metric, merged)}\n`).join('\n')}`;
};

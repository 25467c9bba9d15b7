import type { AnyMetric } from '#promql/metric/metric.js';
import { metricFunction } from './metrics.js';
import { width } from './text.js';

/** Expressions of Python by the labels that they are the values of: `{ endpoint: 'route' }`. */
export type Told = Readonly<Record<string, string>>;

const labelsOf = ({ info }: AnyMetric, told: Told): readonly string[] =>
  info.ownLabels.map((label) => `${label}=${told[label] ?? label}`);

/** The series of a metric that these labels have: `metrics.http_requests_total().labels(method=method, endpoint=route)`. */
export const child = (metric: AnyMetric, told: Told): string => {
  const labels = labelsOf(metric, told);
  const made = `metrics.${metricFunction(metric)}()`;
  return labels.length === 0 ? made : `${made}.labels(${labels.join(', ')})`;
};

/**
 * What is done with that series, as a statement in the layout of black, which breaks the last brackets first.
 *
 * @param done a call, or nothing.
 * @param before what the series is assigned to.
 */
export const statement = (
  indent: string,
  metric: AnyMetric,
  told: Told,
  done: string,
  before = '',
): string => {
  const line = `${indent}${before}${child(metric, told)}${done}`;
  if (line.length <= width) return line;
  const [, last = ''] = /\((.+)\)$/.exec(done) ?? [];
  const head = line.slice(0, line.length - last.length - 1);
  if (last !== '' && head.length <= width) return `${head}\n${indent}    ${last}\n${indent})`;
  const labels = labelsOf(metric, told);
  const joined = `${indent}    ${labels.join(', ')}`;
  const apart = labels.map((label) => `${indent}    ${label},`).join('\n');
  const within = joined.length <= width ? joined : apart;
  return `${indent}${before}metrics.${metricFunction(metric)}().labels(\n${within}\n${indent})${done}`;
};

import type { AnyMetric } from '../promql/metric/metric.js';
import type { AnyVector } from '../promql/vector/vector.js';
import { print } from '../promql/expr/print.js';
import { fixedLabel } from './fixed-label.js';

const block = (language: string, lines: readonly string[]): string =>
  ['```' + language, ...lines, '```'].join('\n');

/** Commands for a runbook, in Markdown, to be copied into a shell. What a person must fill in stands in `<>`. */
export const commands = (...lines: readonly string[]): string => block('sh', lines);

/** An expression for a runbook, to be copied into Prometheus. */
export const query = ({ expr }: Pick<AnyVector, 'expr'>): string => block('promql', [print(expr)]);

/** `kubectl` in the namespace to which an alert's metrics are narrowed. */
export const kubectl = (metric: AnyMetric, rest: string): string =>
  `kubectl -n ${fixedLabel(metric, 'namespace') ?? '<namespace>'} ${rest}`;

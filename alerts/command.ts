import type { AnyMetric } from '../promql/metric/metric.js';
import { fixedLabel } from './fixed-label.js';

/** Commands for a runbook, in Markdown, to be copied into a shell. What a person must fill in stands in `<>`. */
export const commands = (...lines: readonly string[]): string => ['```sh', ...lines, '```'].join('\n');

/** `kubectl` in the namespace to which an alert's metrics are narrowed. */
export const kubectl = (metric: AnyMetric, rest: string): string =>
  `kubectl -n ${fixedLabel(metric, 'namespace') ?? '<namespace>'} ${rest}`;

import type { Selector } from '#promql/expr/ast.js';
import { admitted } from '#promql/metric/match.js';
import type { Behaviour } from './behaviour.js';

/** Whether a selector reads a series with these labels. */
export const reads = (
  { metric, matchers }: Selector,
  series: Pick<Behaviour, 'metric' | 'labels'>,
): boolean =>
  metric.name === series.metric.name &&
  matchers.every((matcher) => admitted(matcher, [series.labels[matcher.label] ?? '']).length > 0);

import type { AnyMetric } from '../promql/metric/metric.js';

/** The text that an alternative of a pattern stands for; nothing where it stands for several. */
const literal = (alternative: string): string | undefined =>
  /[\^$.*+?()[\]{}]/.test(alternative.replace(/\\./g, '')) ? undefined : alternative.replace(/\\(.)/g, '$1');

/**
 * Labels of a series that a metric leaves out by `!=` or `!~`, such as those of health checks: what is left out must
 * neither fire an alert nor thin out what does. Nothing where nothing is left out, or only by patterns.
 */
export const leftOut = ({ matchers }: AnyMetric): Readonly<Record<string, string>> | undefined => {
  for (const { label, operator, value } of matchers) {
    const [first = ''] = operator === '!~' ? value.split('|') : [];
    const text = operator === '!=' ? value : literal(first);
    if (text) return { [label]: text };
  }
  return undefined;
};

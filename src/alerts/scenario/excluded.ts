import { namedValues } from '#promql/metric/choice.js';
import type { AnyMetric } from '#promql/metric/metric.js';

const opposite = { '!=': '=', '!~': '=~' } as const;

/**
 * Labels of a series that a metric leaves out by `!=` or `!~`, such as those of health checks: what is left out must
 * neither fire an alert nor thin out what does. Nothing where nothing is left out, or only by patterns.
 */
export const leftOut = ({ matchers }: AnyMetric): Readonly<Record<string, string>> | undefined => {
  for (const { label, operator, value } of matchers) {
    if (operator !== '!=' && operator !== '!~') continue;
    const [named] = namedValues({ label, operator: opposite[operator], value }) ?? [];
    if (named) return { [label]: named };
  }
  return undefined;
};
